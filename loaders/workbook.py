"""Tables as one XLSX workbook: a sheet a table, and a first sheet that explains the columns."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from migov.loaders.csvfile import rows_of
from migov.loaders.declaration import TYPES, Declaration, Table
from migov.loaders.rows import Row
from migov.loaders.stillzip import still
from migov.ontology.errors import InputError

HELP_SHEET = "columns"
WIDEST = 60


def read_workbook(path: Path, declaration: Declaration) -> Iterator[Row]:
    """Rows of every sheet named like a table; formulas and numbers are taken as the text a person sees.

    Raises `InputError` for a file that is no workbook or a sheet that is no table.
    """
    try:
        book = load_workbook(path, read_only=True, data_only=False)
    except (InvalidFileException, BadZipFile, KeyError, OSError) as fault:
        raise InputError("is no workbook", file=path.name, remedy="save it as .xlsx") from fault
    for sheet in book.worksheets:
        if sheet.title == HELP_SHEET:
            continue
        table = declaration.tables.get(sheet.title)
        if table is None:
            remedy = f"name it after a table: {', '.join(declaration.tables)}"
            raise InputError(f"the sheet “{sheet.title}” is no table", file=path.name, remedy=remedy)
        records = ([_text(value) for value in record] for record in sheet.iter_rows(values_only=True))
        yield from rows_of(records, table, f"{path.name}, sheet {sheet.title}")
    book.close()


def write_workbook(path: Path, declaration: Declaration, rows: Mapping[str, Iterable[Row]]) -> None:
    """Writes the same bytes for the same rows: no clock, cells that begin with `=` as text."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _help(first, declaration)
    for table in declaration.tables.values():
        found = list(rows.get(table.name, ()))
        if found:
            _sheet(book.create_sheet(table.name), table, found)
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(still(content.getvalue()))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _plain(value: str) -> bool:
    """Whether a spreadsheet may hold the text as a number without changing a digit."""
    return re.fullmatch(r"-?\d{1,12}(\.\d{1,4})?", value) is not None


def _sheet(sheet: Worksheet, table: Table, rows: list[Row]) -> None:
    names = [c.name for c in table.columns]
    sheet.append(names)
    for number, row in enumerate(rows, start=2):
        for position, column in enumerate(table.columns, start=1):
            if value := row[column.name]:
                cell = sheet.cell(number, position, value)
                cell.data_type = "s"
                if column.type in ("decimal", "integer") and _text(float(value) if _plain(value) else "") == value:
                    cell.value = float(value)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
    _dress(sheet, [max(len(n), *(len(row[n]) for row in rows)) for n in names])


def _help(sheet: Worksheet, declaration: Declaration) -> None:
    sheet.title = HELP_SHEET
    sheet.append(["table", "column", "how to write it", "what it says"])
    for table in declaration.tables.values():
        for column in table.columns:
            many = "; several with a semicolon" if column.many else ""
            sheet.append([table.name, column.name, TYPES[column.type] + many, column.help])
    _dress(sheet, [18, 16, 40, WIDEST])


def _dress(sheet: Worksheet, widths: list[int]) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
        cell.alignment = Alignment(vertical="top")
    sheet.freeze_panes = "A2"
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = min(width, WIDEST) + 2
