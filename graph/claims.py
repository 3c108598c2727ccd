"""From a row to a claim: the subject it is about, the cleaned values it states, and its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from migov.graph.identity import Identity
from migov.graph.model import Model
from migov.loaders.declaration import Column, Table
from migov.loaders.rows import Row
from migov.loaders.values import BadValue, clean, line_range
from migov.ontology.errors import Violation
from migov.ontology.namespaces import hashed, iri


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of a document."""

    document: str
    lines: str

    @property
    def range(self) -> tuple[int, int]:
        return line_range(self.lines)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one row says: its subject, values by column (sorted where many), places (the main one first) and remarks."""

    node: NamedNode
    table: Table
    subject: NamedNode
    values: Mapping[str, tuple[str, ...]]
    places: tuple[Place, ...]
    document: str
    section: str
    row: Row

    def one(self, column: str) -> str:
        """The single value of a column, empty when not stated."""
        return next(iter(self.values.get(column, ())), "")


def claims_of(rows: Iterable[Row], model: Model, same: Identity) -> tuple[list[Claim], list[Violation]]:
    """Claims of rows, in their order, and the cells that cannot be read; a row with such a cell gives no claim."""
    claims: list[Claim] = []
    faults: list[Violation] = []
    for row in rows:
        table = model.tables.tables[row.table]
        values, wrong = _values(row, table, same)
        wrong = wrong or _beyond(row, values, model)
        if wrong:
            faults += wrong
        else:
            claims.append(_claim(row, table, values, model, same))
    return claims, faults


def _values(row: Row, table: Table, same: Identity) -> tuple[dict[str, tuple[str, ...]], list[Violation]]:
    values: dict[str, tuple[str, ...]] = {}
    faults = []
    for column in table.columns:
        if column.name not in row.cells:
            continue
        cells = row.many(column.name) if column.many else (row[column.name],)
        try:
            cleaned = [_canonical(clean(column.type, cell), column, table, same) for cell in cells]
            values[column.name] = tuple(sorted(set(cleaned))) if column.many else tuple(cleaned)
        except BadValue as fault:
            origin = row.origin
            faults.append(Violation(origin.file, origin.row, column.name, row[column.name], str(fault), fault.remedy))
    named = table.keys[0]
    if named.name not in values and not faults:
        remedy = f"fill the column {named.name}"
        faults.append(Violation(row.origin.file, row.origin.row, named.name, "", "is empty", remedy))
    return values, faults


def _beyond(row: Row, values: Mapping[str, tuple[str, ...]], model: Model) -> list[Violation]:
    """The fault of a place that lies beyond the end of a document whose length is known."""
    document, lines = next(iter(values.get("document", ())), ""), next(iter(values.get("lines", ())), "")
    length = model.locators.lines(document)
    if not lines or length is None or line_range(lines)[1] <= length:
        return []
    fault, remedy = f"is beyond the end of {document}, which has {length} lines", "correct the lines"
    return [Violation(row.origin.file, row.origin.row, "lines", lines, fault, remedy)]


def _canonical(value: str, column: Column, table: Table, same: Identity) -> str:
    """The id that stays for a value that is one; a judgement keeps both ids it speaks of."""
    if table.segment == "judgement":
        return value
    if column.type == "thing":
        return same.of(value)
    if column.type in ("id", "entity"):
        segment = column.vocabulary or table.segment
        return same.of(f"{segment}/{value}").partition("/")[2]
    return value


def _claim(row: Row, table: Table, values: dict[str, tuple[str, ...]], model: Model, same: Identity) -> Claim:
    subject = _subject(table, values, same)
    document = next(iter(values.get("document", ())), "")
    places = []
    if document and "lines" in values:
        places.append(Place(document, values["lines"][0]))
        main = f"{document}:{values['lines'][0]}"
        values["also"] = tuple(place for place in values.get("also", ()) if place != main)
    for further in values.get("also", ()):
        other, _, lines = further.rpartition(":")
        places.append(Place(other, lines))
    section = next(iter(values.get("section", ())), "")
    if places and not section:
        section = model.locators.locate(places[0].document, *places[0].range)
    parts = [f"{c.name}={';'.join(values.get(c.name, ()))}" for c in table.columns if c.name != "section"]
    node = iri("claim", hashed(table.name, subject.value, *parts))
    return Claim(node, table, subject, values, tuple(places), document, section, row)


def _subject(table: Table, values: Mapping[str, tuple[str, ...]], same: Identity) -> NamedNode:
    """The thing a row is about: named by its one key, or by a hash of several. Judgements may join those of one key."""
    keys = [";".join(values.get(key.name, ())) for key in table.keys]
    if len(keys) == 1:
        return iri(table.segment, same.of(f"{table.segment}/{keys[0]}").partition("/")[2])
    return iri(table.segment, hashed(*keys))
