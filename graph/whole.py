"""The whole graph of plain edges as one undirected networkx graph, for questions about its structure.

Nodes are ids (`agency/iom`). Two nodes are joined once, with all that ties them in the attribute `ties`, since a path
may be walked either way; each tie keeps its own direction and what it rests on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from migov.graph.store import Store
from migov.graph.terms import Term
from migov.ontology.namespaces import ONTOLOGY, id_of

Whole: TypeAlias = "nx.Graph[str]"

EDGES: Final = """
SELECT DISTINCT ?edge ?source ?property ?target ?record WHERE {
  { SELECT ?edge ?property WHERE { ?edge :edgeProperty ?property%s } }
  ?edge :edgeSource ?source ; :edgeTarget ?target ; :derivedFrom ?record .
}"""
BELONGING: Final = """
SELECT DISTINCT (?source AS ?edge) ?source ?property ?target (?source AS ?record) WHERE {
  VALUES ?property { :partOf :country }
  ?source a :Party ; ?property ?target .
  FILTER(?property = :country || NOT EXISTS { ?source a :Unit })
  FILTER(?property = :partOf || EXISTS { ?source a :Government })
}"""
"""A part of a body that is no unit, and a government and its country, have no edge; the party itself is the evidence."""


BELONGS: Final = ("partOf", "unitOf")


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """One tie: source, local name of the property, target, the id its sources are asked by, the records it derives from."""

    source: str
    kind: str
    target: str
    evidence: str
    records: frozenset[str]


def whole(store: Store, skip: Iterable[str] = ()) -> Whole:
    """All plain edges, parts of bodies, and governments with their countries; nodes and ties in the order of their ids.

    Edges of the properties to `skip` are not read, which is quicker where they are many and not needed.
    """
    edges = EDGES % "".join(f" FILTER(?property != :{kind})" for kind in sorted(skip))
    found: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for query in (edges, BELONGING):
        for edge, source, kind, target, record in _named(store.select(query).rows):
            found[id_of(source), kind.value.removeprefix(ONTOLOGY), id_of(target), id_of(edge)].add(id_of(record))
    ties: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for (source_, kind_, target_, edge_), records in sorted(found.items()):
        pair = (min(source_, target_), max(source_, target_))
        ties[pair].append(Bond(source_, kind_, target_, edge_, frozenset(records)))
    graph: Whole = nx.Graph()
    graph.add_nodes_from(sorted({name for pair in ties for name in pair}))
    graph.add_edges_from((*pair, {"ties": tuple(bonds)}) for pair, bonds in sorted(ties.items()))
    return graph


def joined(graph: Whole) -> Iterator[tuple[str, str, tuple[Bond, ...]]]:
    """Each pair of nodes with its ties."""
    for one, other, data in graph.edges(data=True):
        yield one, other, data["ties"]


def parts(graph: Whole, names: Iterable[str]) -> set[str]:
    """These bodies and all that is part of them, at any depth."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [bond.source for bond in bonds(graph, name, BELONGS) if bond.target == name]
    return found


def bonds(graph: Whole, name: str, kinds: Iterable[str]) -> list[Bond]:
    """The ties of these properties that a node has, in either direction."""
    if name not in graph:
        return []
    return [bond for data in graph[name].values() for bond in data["ties"] if bond.kind in kinds]


def _named(rows: Sequence[tuple[Term | None, ...]]) -> Iterable[tuple[NamedNode, ...]]:
    for row in rows:
        terms = tuple(term for term in row if isinstance(term, NamedNode))
        if len(terms) == len(row):
            yield terms
