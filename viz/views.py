"""A view as a network: those whose ties a query gives, and the paths, whose ties are searched for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from migov.graph.network import Network
from migov.graph.project import Narrowing, project
from migov.graph.store import Store
from migov.graph.whole import Bond, whole
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
) -> Network:
    """The network of any view around these ids; `hops` is for neighbourhoods, `k` how many paths are drawn.

    Raises `QueryError` for a view that does not exist, and for names it cannot be drawn for.
    """
    if view in ("overlap", "path") and len(set(entities)) < len(entities):
        raise QueryError(f"the view “{view}” needs two different things; both names mean {entities[0]}")
    ties = _path(store, entities, k) if view == "path" and len(entities) == 2 else None
    return project(store, view, entities, narrowing, hops=hops, ties=ties)


def _path(store: Store, ends: Sequence[str], k: int) -> tuple[Bond, ...]:
    """The ties of the shortest paths between two things."""
    way = Way()
    graph = way.through(whole(store, way.skip(ends)), ends)
    chains, _ = shortest(graph, ends[0], ends[1], k)
    return tuple(
        sorted({tie for chain in chains for one, other in pairwise(chain) for tie in graph[one][other]["ties"]})
    )
