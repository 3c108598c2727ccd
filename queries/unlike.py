"""Claims about one thing that state unlike values, in the columns that `tables.csv` marks as able to conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import text
from migov.graph.store import Store
from migov.loaders.declaration import Column, Declaration, Table, declaration
from migov.ontology.dates import first_day, last_day
from migov.ontology.folding import fold
from migov.ontology.namespaces import id_of

DATES: Final = frozenset({"from", "to", "date", "span"})
CUT: Final = 20
"""A title of more characters that another begins with or holds is that title cut short."""

CLAIMS: Final = """
SELECT ?claim ?about ?property ?value ?label ?place WHERE {
  VALUES ?property { %s }
  ?claim a migov:%s ; :about ?about ; ?property ?value .
  OPTIONAL { ?value rdfs:label ?label }
  OPTIONAL { ?claim :mainPassage ?place }
}"""
PARTS: Final = "SELECT ?part ?whole WHERE { ?part :partOf+ ?whole }"

Near = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim states in one column: the values as ids or texts, how they read, the claim and its place."""

    values: frozenset[str]
    shown: str
    claim: str
    place: str


def unlike(store: Store, tables: Declaration | None = None) -> Iterator[tuple[Column, str, list[Said]]]:
    """Column, id and all that is said, wherever two claims about one thing differ in a column that can conflict.

    Claims of one and the same place do not contradict each other: several values in one printed cell are several rows.
    """
    near = _near(store)
    for table in (tables or declaration()).tables.values():
        columns = {c.property: c for c in table.columns if c.conflict}
        for (about, property_), said in _said(store, table, columns).items():
            column = columns[property_]
            if any(
                one.place != other.place and differ(column, one.values, other.values, near)
                for one, other in combinations(said, 2)
            ):
                yield column, about, said


def differ(column: Column, one: frozenset[str], other: frozenset[str], near: Near) -> bool:
    """Whether two claims really disagree.

    A period and one within it agree, as a year and a day in it; titles agree when they differ in case, accents and
    punctuation alone, or when one is the other cut short; a body and a part of it (EU, EC) agree.
    """
    if column.many:
        return bool(one - _with(other, near) or other - _with(one, near))
    (a,), (b,) = one, other
    if column.type in DATES:
        return not (_within(a, b) or _within(b, a))
    if column.type == "text":
        a, b = fold(a), fold(b)
        return a != b and not (min(len(a), len(b)) > CUT and (a in b or b in a))
    return a != b


def _within(inner: str, outer: str) -> bool:
    """Whether a date or period lies in another: a day in its year, 2006/2007 in 2005/2007."""
    (a, _, b), (c, _, d) = inner.partition("/"), outer.partition("/")
    return first_day(c) <= first_day(a) and last_day(b or a) <= last_day(d or c)


def _with(values: frozenset[str], near: Near) -> frozenset[str]:
    return values.union(*(near.get(value, frozenset()) for value in values))


def _said(store: Store, table: Table, columns: Mapping[str, Column]) -> dict[tuple[str, str], list[Said]]:
    """What is said by id and property, where at least two claims say unlike things."""
    if not columns:
        return {}
    wanted = " ".join(f"stated:{name}" for name in columns)
    found: dict[tuple[str, str], dict[tuple[str, str], dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for claim, about, property_, value, label, place in store.select(CLAIMS % (wanted, table.claim_class)).rows:
        if isinstance(claim, NamedNode) and isinstance(about, NamedNode) and isinstance(property_, NamedNode):
            key = id_of(value) if isinstance(value, NamedNode) else text(value)
            name = property_.value.rpartition("#")[2]
            found[id_of(about), name][id_of(claim), text(place)][key] = text(label) or text(value)
    result = {}
    for key_, claims in sorted(found.items()):
        said = [
            Said(frozenset(v), "; ".join(sorted(set(v.values()))), claim, place)
            for (claim, place), v in sorted(claims.items())
        ]
        if len({one.values for one in said}) > 1:
            result[key_] = said
    return result


def _near(store: Store) -> Near:
    """The bodies above and below each body."""
    near: dict[str, set[str]] = defaultdict(set)
    for part, whole in store.select(PARTS).rows:
        if isinstance(part, NamedNode) and isinstance(whole, NamedNode):
            near[id_of(part)].add(id_of(whole))
            near[id_of(whole)].add(id_of(part))
    return {name: frozenset(found) for name, found in near.items()}
