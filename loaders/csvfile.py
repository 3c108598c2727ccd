"""Tables as CSV files: read as people save them, written one way."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from migov.loaders.declaration import Table
from migov.loaders.rows import Origin, Row
from migov.ontology.errors import InputError


def read_csv(path: Path, table: Table) -> Iterator[Row]:
    """Rows of one file: UTF-8 with or without BOM; comma, semicolon or tab, told by the header.

    Raises `InputError` for text that is not UTF-8, a header with unknown, repeated or missing key columns, or a row with too many cells.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError("is not UTF-8", file=path.name, remedy="save it as “CSV UTF-8”") from fault
    records = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content))
    yield from rows_of(records, table, path.name)


def rows_of(records: Iterable[Sequence[str]], table: Table, file: str) -> Iterator[Row]:
    """Rows of records whose first is the header; empty records are passed over, cells are trimmed."""
    header: list[str] | None = None
    for number, record in enumerate(records, start=1):
        cells = [cell.strip() for cell in record]
        if header is None:
            header = _header(cells, table, file)
            continue
        if not any(cells):
            continue
        if any(cells[len(header) :]):
            remedy = "put quotes around cells that hold the separator"
            raise InputError("has more cells than the header", file=file, row=number, remedy=remedy)
        yield Row(table.name, {c: v for c, v in zip(header, cells, strict=False) if c and v}, Origin(file, number))
    if header is None:
        raise InputError("is empty", file=file, remedy=f"its first row holds the columns of “{table.name}”")


def write_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Writes all columns of the table in declared order, comma separated, LF line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([c.name for c in table.columns])
        writer.writerows([[row[c.name] for c in table.columns] for row in rows])


def _delimiter(content: str) -> str:
    """The separator that stands most often in the first line; header names hold none of them."""
    first = content.partition("\n")[0]
    return max(",;\t", key=first.count)


def _header(cells: list[str], table: Table, file: str) -> list[str]:
    names = [cell.casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()
    known = table.by_name
    for name in names:
        if name and name not in known:
            remedy = f"the columns are {', '.join(known)}"
            raise InputError(f"“{name}” is no column of the table “{table.name}”", file=file, row=1, remedy=remedy)
        if name and names.count(name) > 1:
            raise InputError(f"the column “{name}” stands twice", file=file, row=1, remedy="rename or delete one")
    missing = [c.name for c in table.keys if c.name not in names]
    if missing:
        raise InputError(f"the column “{missing[0]}” is missing", file=file, row=1, remedy="add it to the header")
    return names
