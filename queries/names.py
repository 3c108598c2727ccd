"""Names a person may use in a question, looked up in the graph: acronyms, names and aliases, countries, titles, labels."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from migov.graph.store import Store
from migov.ontology.errors import NothingFound, QueryError
from migov.ontology.folding import fold
from migov.ontology.namespaces import ID, RDFS_LABEL, id_of, key_of
from migov.queries.words.lexicon import table

QUERY = """
SELECT ?thing ?property ?form WHERE {
  VALUES ?property { rdfs:label :acronym :name :alias :title :symbol skos:prefLabel skos:altLabel :kind }
  ?thing ?property ?form .
}"""

UNNAMED: Final = frozenset({"publication", "event", "ratification", "case-study", "component", "scheme"})
"""Kinds whose titles nobody gives as a name."""
PRINTED = """
SELECT DISTINCT ?of ?text WHERE {
  { ?record :town ?text BIND("town" AS ?of) } UNION
  { ?record :areaHeading ?text BIND("column heading" AS ?of) } UNION
  { ?record :typology ?text BIND("typology heading" AS ?of) } UNION
  { ?record :indicator ?text BIND("indicator heading" AS ?of) } UNION
  { ?record :tableNumber ?table ; :rowHeading ?text FILTER(?table != "text") BIND("row heading" AS ?of) } UNION
  { ?record :tableNumber ?table ; :columnHeading ?text FILTER(?table != "text") BIND("column heading" AS ?of) }
}"""
TABLES = """
SELECT DISTINCT ?text ?table ?side WHERE {
  { ?record :tableNumber ?table ; :rowHeading ?text BIND("row" AS ?side) } UNION
  { ?record :tableNumber ?table ; :columnHeading ?text BIND("column" AS ?side) }
  FILTER(?table != "text")
}"""
PAYERS = """
SELECT DISTINCT ?key WHERE {
  { SELECT ?country (COUNT(DISTINCT ?paid) AS ?given) WHERE { ?paid :donor/:country ?country } GROUP BY ?country }
  OPTIONAL {
    { SELECT ?country (COUNT(DISTINCT ?held) AS ?had) WHERE { ?held a :Project ; :country ?country } GROUP BY ?country }
  }
  FILTER(?given > COALESCE(?had, 0))
  BIND(REPLACE(STR(?country), "^.*/", "") AS ?key)
}"""
LAST = "SELECT (MAX(SUBSTR(STR(?end), 1, 4)) AS ?last) WHERE { ?record :end ?end }"
HEADING: Final = " heading"
"""Ends the kind of printed headings: `row heading`. They are no names, and are sought only where a question takes them."""
IN_TABLE: Final = f"table{HEADING}"
"""The kind that tells of each heading in which table it stands, as `5 column`."""
CURRENCY: Final = "currency"
"""The kind of names that are no things of the graph."""


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """Ids by kind of thing (`agency`, `theme`) and folded form; the label of each id (`agency/iom`); the kind of each body; the
    last year anything recorded ends in; the countries that pay for more projects than they have."""

    forms: Mapping[str, Mapping[str, Collection[str]]]
    labels: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    last: str = ""
    payers: Collection[str] = ()

    def key(self, kind: str, name: str) -> str:
        """The key of the one thing of this kind that the name means: `key("agency", "IOM")` is `iom`.

        Raises `NothingFound`, with the nearest names, for an unknown one, and `QueryError` for a name that several share.
        """
        known = self.forms.get(kind, {})
        found = known.get(fold(name), ())
        if len(found) > 1:
            raise QueryError(f"“{name}” may mean {' or '.join(sorted(found))}; write one of these")
        if found:
            return next(iter(found))
        from migov.queries.spelling import near  # noqa: PLC0415 - most names are known

        keys = (key for form in near(fold(name), known) for key in sorted(known[form]))
        raise NothingFound(name, tuple(dict.fromkeys(self.label(kind, key) for key in keys)))

    def to_json(self) -> str:
        """The index as a text that `from_json` reads."""
        forms = {kind: {form: sorted(keys) for form, keys in held.items()} for kind, held in self.forms.items()}
        return json.dumps(
            [forms, self.labels, self.bodies, self.last, sorted(self.payers)], ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str | bytes) -> NameIndex:
        """The index that `to_json` wrote."""
        return cls(*json.loads(text))

    def label(self, kind: str, key: str) -> str:
        """The label of a thing, or its key when it has none."""
        return self.labels.get(f"{kind}/{key}", key)


def names(store: Store) -> NameIndex:
    """All names the graph knows; a thing's own key is one of them and means nothing else.

    Further forms (`language/aliases.csv`, spellings and adjectives of countries) count for things the graph holds.
    """
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    keys: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: dict[str, str] = {}
    bodies: dict[str, str] = {}
    ids: dict[str, str] = {}
    for thing, property_, form in store.select(QUERY).rows:
        if not isinstance(thing, NamedNode) or not thing.value.startswith(ID):
            continue
        name = ids.get(thing.value) or ids.setdefault(thing.value, id_of(thing))
        kind, _, key = name.partition("/")
        if kind in UNNAMED:
            continue
        if isinstance(form, NamedNode):
            bodies[key] = key_of(form)
        if not isinstance(form, Literal):
            continue
        forms[kind][_fold(form.value)].add(key)
        if key not in (held := keys[kind]):
            held[_fold(key)].add(key)
        if property_ == RDFS_LABEL:
            labels[name] = min(form.value, labels.get(name, form.value))
    for of, text in _texts(store, PRINTED):
        forms[of][_fold(text)].add(text)
    for text, table_, side in _texts(store, TABLES):
        forms[IN_TABLE][_fold(text)].add(f"{table_} {side}")
    for kind, key, form_ in further():
        if kind == CURRENCY or (form_ not in forms[kind] and key in keys[kind].get(_fold(key), ())):
            forms[kind][form_].add(key)
    merged = {kind: {form: frozenset(k) for form, k in (forms[kind] | keys[kind]).items()} for kind in forms}
    last = next((last for (last,) in _texts(store, LAST)), "")
    return NameIndex(merged, labels, bodies, last, tuple(sorted(key for (key,) in _texts(store, PAYERS))))


def _texts(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of texts a query finds."""
    for row in store.select(query).rows:
        texts = [value.value for value in row if isinstance(value, Literal)]
        if len(texts) == len(row):
            yield tuple(texts)


@cache
def further() -> tuple[tuple[str, str, str], ...]:
    """Forms that no document prints, as kind, key and folded form."""
    return tuple(_further())


def _further() -> Iterator[tuple[str, str, str]]:
    for row in table("aliases"):
        for form in row["forms"].split(";"):
            yield row["kind"], row["key"], fold(form)
    # A listing of all countries takes longer to load than a question to answer, and only a build needs it.
    from migov.ontology.countries import countries  # noqa: PLC0415

    known = countries()
    for form, code in (*known.spellings.items(), *known.adjectives.items()):
        yield "country", code, form


@cache
def _fold(text: str) -> str:
    return fold(text)
