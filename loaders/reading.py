"""Reading the documents: every part that has a layout becomes rows, to be compared with the rows that ship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from migov.loaders.declaration import Declaration
from migov.loaders.layouts import LAYOUTS, Layout
from migov.loaders.layouts.cells import part
from migov.loaders.layouts.corrections import corrections
from migov.loaders.locator import Locators
from migov.loaders.registry import SourceText
from migov.loaders.rows import Row
from migov.loaders.values import LINES, line_range


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document as read: its name, its first and last line, the tables it fills and its rows."""

    name: str
    document: str
    first: int
    last: int
    tables: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell, or a whole row (no column), that the document and the shipped tables give differently."""

    part: str
    table: str
    place: str
    column: str
    read: str
    shipped: str

    def __str__(self) -> str:
        what = f"{self.part}, {self.table}, {self.place}"
        if not self.column:
            return f"{what}: the row is {'not shipped' if self.read else 'not in the document'}"
        return f"{what}, {self.column}: read “{self.read}”, shipped “{self.shipped}”"


def read_parts(texts: Mapping[str, SourceText], locators: Locators) -> Iterator[Part]:
    """The parts of these documents that have a layout. Raises `DocumentError` where a part is not laid out as expected."""
    for layout in LAYOUTS:
        text = texts.get(layout.DOCUMENT)
        if text is not None:
            yield _read(layout, text.lines, locators)


def _read(layout: Layout, lines: Sequence[str], locators: Locators) -> Part:
    first, last = part(lines, layout.FIRST, layout.LAST)
    rows = [_located(row, locators) for row in layout.rows(lines, corrections(layout.DOCUMENT, layout.LAYOUT))]
    return Part(f"{layout.DOCUMENT} {layout.LAYOUT}", layout.DOCUMENT, first, last, layout.TABLES, rows)


def _located(row: Row, locators: Locators) -> Row:
    section = locators.locate(row["document"], *line_range(row["lines"]))
    return replace(row, cells={**row.cells, "section": row["section"] or section})


def compare(part: Part, shipped: Iterable[Row], tables: Declaration, locators: Locators) -> list[Difference]:
    """All differences between the rows read from a part and the shipped rows that cite it, cell by cell."""
    differences = []
    cited = [_located(row, locators) for row in shipped if row.table in part.tables and _within(row, part)]
    for name in part.tables:
        columns = [c.name for c in tables.tables[name].columns]
        read = _keyed(name, part.rows, tables)
        held = _keyed(name, cited, tables)
        for key in sorted(read.keys() | held.keys()):
            if key not in read or key not in held:
                there = "" if key not in read else "row"
                differences.append(Difference(part.name, name, key, "", there, "" if there else "row"))
                continue
            for column in columns:
                if _same(read[key][column], held[key][column], tables.tables[name].by_name[column].many):
                    continue
                differences.append(Difference(part.name, name, key, column, read[key][column], held[key][column]))
    return differences


def _within(row: Row, part: Part) -> bool:
    if row["document"] != part.document or not LINES.fullmatch(row["lines"]):
        return False
    first, last = line_range(row["lines"])
    return part.first <= first and last <= part.last


def _keyed(table: str, rows: Iterable[Row], tables: Declaration) -> dict[str, Row]:
    """Rows by what they are about; rows about the same are counted."""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        if row.table == table:
            key = " / ".join(row[c.name] for c in tables.tables[table].keys)
            seen[key] += 1
            found[key if seen[key] == 1 else f"{key} ({seen[key]})"] = row
    return found


def _same(read: str, shipped: str, many: bool) -> bool:
    return {p.strip() for p in read.split(";")} == {p.strip() for p in shipped.split(";")} if many else read == shipped
