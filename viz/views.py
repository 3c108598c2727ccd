"""A view as a network: those whose ties a query gives, and the paths, whose ties are searched for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import networkx as nx

from migov.graph.narrowing import narrow
from migov.graph.network import Network
from migov.graph.project import Narrowing, project
from migov.graph.store import Store
from migov.graph.traits import traits
from migov.graph.whole import Bond, Whole, joined, whole
from migov.ontology.concepts import vocabulary
from migov.ontology.errors import QueryError
from migov.queries.structure.paths import Way, shortest

PATHS = 3


def network(
    store: Store,
    view: str,
    entities: Sequence[str] = (),
    narrowing: Narrowing | None = None,
    *,
    hops: int = 1,
    k: int = PATHS,
    most: int = 0,
) -> Network:
    """The network of any view around these ids: `hops` is for neighbourhoods, `k` how many paths are drawn, `most` how many nodes
    at most (else as many as the view says can be read).

    Raises `QueryError` for a view that does not exist, and for names it cannot be drawn for.
    """
    if view in ("overlap", "path") and len(set(entities)) < len(entities):
        raise QueryError(f"the view “{view}” needs two different things; both names mean {entities[0]}")
    ties = _path(store, entities, k, narrowing or Narrowing()) if view == "path" and len(entities) == 2 else None
    return project(store, view, entities, narrowing, hops=hops, ties=ties, most=most)


def _path(store: Store, ends: Sequence[str], k: int, narrowing: Narrowing) -> tuple[Bond, ...]:
    """The ties of the shortest paths between two things, among those that are left when the view is narrowed."""
    way = Way()
    graph = _narrowed(store, way.through(whole(store, way.skip(ends)), ends), ends, narrowing)
    chains, _ = shortest(graph, ends[0], ends[1], k)
    return tuple(
        sorted({tie for chain in chains for one, other in pairwise(chain) for tie in graph[one][other]["ties"]})
    )


def _narrowed(store: Store, graph: Whole, ends: Sequence[str], narrowing: Narrowing) -> Whole:
    """The graph of the ties that are left, wherever they lead."""
    asked = replace(narrowing, focus=(), top=0)
    if asked == Narrowing():
        return graph
    found = [tie for *_, ties in joined(graph) for tie in ties]
    left: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for tie in sorted(narrow(found, traits(store, found), asked, vocabulary(), ends)):
        left[min(tie.source, tie.target), max(tie.source, tie.target)].append(tie)
    kept: Whole = nx.Graph()
    kept.add_edges_from((*pair, {"ties": tuple(ties)}) for pair, ties in sorted(left.items()))
    return kept
