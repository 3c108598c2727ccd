"""What the records behind ties say of themselves: themes, countries, when they count, how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import text
from migov.graph.labels import terms
from migov.graph.store import Solutions, Store
from migov.graph.whole import Bond
from migov.ontology.namespaces import ONTOLOGY, id_of

RECORDS: Final = "SELECT DISTINCT ?edge ?record WHERE { VALUES ?edge { %s } ?edge :derivedFrom ?record }"
SAYS: Final = "SELECT DISTINCT ?record ?value WHERE {{ VALUES ?record {{ %s }} ?record :{0} ?value }}"
WHEN: Final = (
    "SELECT DISTINCT ?record ?since ?until WHERE { VALUES ?record { %s } ?record :since ?since ; :until ?until }"
)
PRINTED: Final = "SELECT DISTINCT ?record ?day WHERE { VALUES ?record { %s } ?record :earliest|:latest ?day }"
STATED: Final = "SELECT DISTINCT ?record ?theme WHERE { VALUES ?record { %s } ?record :saidBy/:namesTheme ?theme }"
JUDGED: Final = "link/"
"""Links are the editors' judgements: they have no date and hold at any time."""


@dataclass(frozen=True)
class Traits:
    """By record: slugs of its themes and of those its lines name, codes of its countries, its statuses, the days it counts
    from and to, and the days that are printed."""

    themes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    statuses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spans: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    printed: Mapping[str, frozenset[str]] = field(default_factory=dict)


def bonds(store: Store, found: Solutions) -> tuple[Bond, ...]:
    """The ties that solutions with edge, source, property and target give, each with its records, in the order of their ids.

    What is no derived edge is a record that ties the two itself.
    """
    ties = sorted({(id_of(s), p.value.removeprefix(ONTOLOGY), id_of(t), id_of(e)) for e, s, p, t in _named(found.rows)})
    records = _keyed(store, RECORDS, {edge for *_, edge in ties}, key=False)
    return tuple(
        Bond(source, kind, target, edge, records.get(edge, frozenset({edge}))) for source, kind, target, edge in ties
    )


def traits(store: Store, ties: Iterable[Bond]) -> Traits:
    """What the records behind these ties say."""
    records = {record for tie in ties for record in tie.records}
    wanted = terms(records)
    if not wanted:
        return Traits()
    spans = {
        id_of(record): (text(since), text(until))
        for record, since, until in store.select(WHEN % wanted).rows
        if isinstance(record, NamedNode)
    }
    printed: dict[str, set[str]] = defaultdict(set)
    for record, day in store.select(PRINTED % wanted).rows:
        if isinstance(record, NamedNode):
            printed[id_of(record)].add(text(day))
    return Traits(
        themes=_keyed(store, SAYS.format("theme"), records),
        stated=_keyed(store, STATED, records),
        countries=_keyed(store, SAYS.format("country"), records),
        statuses=_keyed(store, SAYS.format("status"), records),
        spans=spans,
        printed=_frozen(printed),
    )


def _keyed(store: Store, query: str, ids: Iterable[str], *, key: bool = True) -> Mapping[str, frozenset[str]]:
    """Ids, or their keys, by id."""
    wanted = terms(ids)
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _named(store.select(query % wanted).rows) if wanted else ():
        found[id_of(one)].add(id_of(other).partition("/")[2] if key else id_of(other))
    return _frozen(found)


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in found.items()}


def _named(rows: Sequence[Sequence[object]]) -> Iterable[tuple[NamedNode, ...]]:
    for row in rows:
        named = tuple(term for term in row if isinstance(term, NamedNode))
        if len(named) == len(row):
            yield named
