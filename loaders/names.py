"""From the name a person writes to the id the tables use: IOM -> iom, Sweden -> SWE, Trafficking -> trafficking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from migov.loaders.declaration import Column, Declaration
from migov.loaders.rows import Row
from migov.ontology.concepts import Vocabulary
from migov.ontology.countries import Countries
from migov.ontology.folding import fold


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of agencies by every folded form of their names, beside the vocabularies and the countries."""

    agencies: Mapping[str, frozenset[str]]
    ids: frozenset[str]
    vocabulary: Vocabulary
    countries: Countries

    def agency(self, name: str) -> str | None:
        """The id of an agency by id, acronym, name or alias; None when unknown or when two agencies share the name."""
        if name in self.ids:
            return name
        found = self.agencies.get(fold(name), frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def concept(self, scheme: str, name: str) -> str | None:
        """The slug of a concept by slug or preferred label."""
        concepts = self.vocabulary.scheme(scheme)
        if name in concepts:
            return name
        return next((c.slug for c in concepts.values() if fold(c.label) == fold(name)), None)

    def resolve(self, column: Column, value: str) -> str:
        """The id meant by one value of a column; the value itself when it is not known, for the shapes to refuse."""
        found: str | None = None
        if column.type == "country":
            found = self.countries.code(value)
        elif column.type == "concept":
            found = self.concept(column.vocabulary, value)
        elif column.type == "entity" and "agency" in column.vocabulary.split("|"):
            found = self.agency(value)
            if found is None and "country" in column.vocabulary:
                found = self.countries.code(value)
        return found or value


def names_of(rows: Iterable[Row], vocabulary: Vocabulary, countries: Countries) -> Names:
    """The names that the `agencies` rows among these give."""
    forms: dict[str, set[str]] = defaultdict(set)
    ids: set[str] = set()
    for row in rows:
        if row.table != "agencies":
            continue
        ids.add(row["agency"])
        for form in (row["acronym"], row["name"], *row.many("aliases")):
            if form:
                forms[fold(form)].add(row["agency"])
    return Names({k: frozenset(v) for k, v in forms.items()}, frozenset(ids), vocabulary, countries)


def resolve_rows(rows: Iterable[Row], tables: Declaration, names: Names) -> list[Row]:
    """The rows with every name of an agency, country or concept replaced by its id."""
    return [_resolved(row, tables, names) for row in rows]


def _resolved(row: Row, tables: Declaration, names: Names) -> Row:
    changed = {}
    for column in tables.tables[row.table].columns:
        if column.type not in ("entity", "country", "concept") or not row[column.name]:
            continue
        values = row.many(column.name) if column.many else (row[column.name],)
        ids = ";".join(names.resolve(column, value) for value in values)
        if ids != row[column.name]:
            changed[column.name] = ids
    return replace(row, cells={**row.cells, **changed}) if changed else row
