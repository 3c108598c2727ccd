"""The network of who works with whom, whose structure brokers, communities and bridges describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx
from pyoxigraph import NamedNode

from migov.graph.evidence import Source, in_order, sources
from migov.graph.labels import labels, terms
from migov.graph.store import Store
from migov.graph.whole import BELONGS, Whole, joined, parts, whole
from migov.ontology.concepts import Vocabulary, vocabulary
from migov.ontology.namespaces import id_of
from migov.queries.answer import Cell, Thing, Value

WORKS: Final = "collaboratesWith"
UNUSED: Final = ("activeIn", "concerns", "takesPlaceIn", "worksOn")
"""The many edges that this network does not read."""
NAMED: Final = 5
"""Bodies a cell names before it counts the others."""
PLACED: Final = 12
"""Places a row cites: one for each of its ties, the best evidenced first."""
ON: Final = "SELECT DISTINCT ?record WHERE { VALUES ?theme { %s } ?record :theme ?theme }"
THEMES: Final = "SELECT DISTINCT ?record ?theme WHERE { VALUES ?record { %s } ?record :theme ?theme }"


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of the network: acts on a theme (its slug) or narrower ones, bodies left out by id, parts as nodes or not."""

    theme: str = ""
    without: tuple[str, ...] = ()
    units: bool = False

    def told(self, names: Mapping[str, str]) -> str:
        """What is counted, in one sentence."""
        theme = f" on {names.get(f'theme/{self.theme}', self.theme)}" if self.theme else ""
        level = "units and other parts of bodies stand beside them" if self.units else "what a part does its body does"
        out = f"; left out, with all parts: {', '.join(names.get(n, n) for n in self.without)}" if self.without else ""
        return f"Counted: joint acts{theme} that are done, ongoing or of no stated status; {level}{out}."


def network(store: Store, part: Slice, known: Vocabulary | None = None) -> Whole:
    """Bodies joined by what they do together; the attribute `weight` of a tie is the number of records it rests on."""
    everything = whole(store, UNUSED)
    out = parts(everything, part.without)
    if not part.units:
        out |= {bond.source for *_, ties in joined(everything) for bond in ties if bond.kind in BELONGS}
    on = _records(store, part.theme, known or vocabulary()) if part.theme else None
    found: Whole = nx.Graph()
    for one, other, ties in joined(everything):
        bonds = [bond for bond in ties if bond.kind == WORKS]
        held = {record for bond in bonds for record in bond.records if on is None or record in on}
        if held and one not in out and other not in out:
            found.add_edge(one, other, ties=tuple(bonds), records=frozenset(held), weight=len(held))
    return found


def _records(store: Store, theme: str, known: Vocabulary) -> frozenset[str]:
    wanted = terms(f"theme/{slug}" for slug in known.narrower("theme", theme))
    return frozenset(id_of(term) for (term,) in store.select(ON % wanted).rows if isinstance(term, NamedNode))


def themes(store: Store, records: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Ids of the records on each theme."""
    found: dict[str, set[str]] = defaultdict(set)
    for record, theme in store.select(THEMES % terms(records)).rows:
        if isinstance(record, NamedNode) and isinstance(theme, NamedNode):
            found[id_of(theme)].add(id_of(record))
    return {theme: frozenset(held) for theme, held in found.items()}


def named(store: Store, graph: Whole, part: Slice) -> Mapping[str, str]:
    """Labels of all that an answer about this network may name."""
    return labels(store, {*graph, *part.without, *([f"theme/{part.theme}"] if part.theme else [])})


def thing(name: str, names: Mapping[str, str]) -> Thing:
    """A body with its label."""
    return Thing(name, names.get(name, name.partition("/")[2]))


def most_tied(graph: Whole, names: Iterable[str]) -> list[str]:
    """These bodies, those with most partners first."""
    return sorted(names, key=lambda name: (-graph.degree(name), name))


def few(found: Sequence[str], names: Mapping[str, str]) -> Cell:
    """The first of these bodies, and how many more there are."""
    shown: list[Value] = [thing(name, names) for name in found[:NAMED]]
    more = len(found) - len(shown)
    return (*shown, f"and {more} more") if more else tuple(shown)


def places(store: Store, rows: Sequence[Iterable[tuple[str, str]]], graph: Whole) -> list[tuple[Source, ...]]:
    """For each row, given as pairs of bodies, one place for each of its ties, at most `PLACED`."""
    chosen = [
        sorted(pairs, key=lambda pair: (-graph.edges[pair]["weight"], min(pair), max(pair)))[:PLACED] for pairs in rows
    ]
    said = sources(store, {record for pairs in chosen for pair in pairs for record in graph.edges[pair]["records"]})
    return [
        tuple(sorted({place for pair in pairs for place in _first(graph.edges[pair]["records"], said)}, key=in_order))
        for pairs in chosen
    ]


def _first(records: Iterable[str], said: Mapping[str, tuple[Source, ...]]) -> list[Source]:
    return sorted((place for record in records for place in said.get(record, ())), key=in_order)[:1]
