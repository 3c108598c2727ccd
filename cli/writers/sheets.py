"""An answer as a workbook: the answer, its sources, what it is about, and the query. The same bytes for the same answer."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from migov.cli.writers.words import PLACES, every_place, numeric, years
from migov.loaders.stillzip import still
from migov.queries.answer import Answer

NUMBER: Final = "No."
SOURCES: Final = (NUMBER, "Document", "Locator", "Lines", "Certainty", "What it says")
EDITORS: Final = "judged by the editors"
WIDEST: Final = 60
NARROWEST: Final = 6
LONGEST: Final = 32_767
"""Characters a cell of a spreadsheet holds."""
INK: Final = "1F4E79"

Value = str | int | float | None


def workbook(answer: Answer, query: str = "") -> bytes:
    """Sheets “Answer”, “Sources” (a line for each place of each row, by its number), “About”, and “Query” where one ran."""
    book = Workbook()
    book.properties.creator, book.properties.title = "migov", answer.question
    first = book.active
    assert isinstance(first, Worksheet)
    _answer(first, answer)
    sources = [
        (number, s.document or EDITORS, s.locator, s.lines, s.certainty, s.what)
        for number, row in enumerate(answer.rows, start=1)
        for s in dict.fromkeys(row.sources)
    ]
    _sheet(book.create_sheet("Sources"), f"Where it says so: {answer.question}", SOURCES, sources, {})
    _about(book.create_sheet("About"), answer, bool(query))
    if query:
        _query(book.create_sheet("Query"), query)
    content = io.BytesIO()
    book.save(content)
    return still(content.getvalue())


def _answer(sheet: Worksheet, answer: Answer) -> None:
    sheet.title = "Answer"
    placed = any(row.sources for row in answer.rows)
    rows = [
        (
            number,
            *(c[0] if numeric(c) and not isinstance(c[0], str) else "; ".join(map(str, c)) for c in row.cells),
            *(["\n".join(every_place(row.sources))] if placed else []),
        )
        for number, row in enumerate(answer.rows, start=1)
    ]
    plain = {n: "0" for n, year in enumerate(years(answer.columns, answer.rows), start=2) if year}
    columns = (NUMBER, *answer.columns, *([PLACES] if placed else []))
    _sheet(sheet, answer.question, columns, rows, plain)  # type: ignore[arg-type]


def _sheet(
    sheet: Worksheet, title: str, columns: Sequence[str], rows: Sequence[Sequence[Value]], formats: dict[int, str]
) -> None:
    """A title, a header that stays in sight, and rows; `formats` are those of numbers, by column."""
    _put(sheet, 1, 1, title).font = Font(bold=True, size=13)
    for position, column in enumerate(columns, start=1):
        cell = _put(sheet, 2, position, column)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=INK)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(rows, start=3):
        for position, value in enumerate(row, start=1):
            cell = _put(sheet, number, position, value)
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
            if not isinstance(value, str):
                cell.number_format = formats.get(position, "#,##0" if isinstance(value, int) else "#,##0.0##")
    last = get_column_letter(len(columns))
    for position, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = _width([column, *(r[position - 1] for r in rows)])
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{last}{len(rows) + 2}"
    sheet.print_title_rows = "2:2"
    _page(sheet)


def _about(sheet: Worksheet, answer: Answer, asked: bool) -> None:
    said: list[tuple[str, Value]] = [
        ("Question", answer.question),
        ("Rows", len(answer.rows)),
        ("Note", answer.note),
        ("Sheets", f"Answer; Sources, by the numbers of its rows{'; Query, as it ran (SPARQL)' * asked}"),
    ]
    for number, (name, value) in enumerate(((n, v) for n, v in said if v != ""), start=1):
        _put(sheet, number, 1, name).font = Font(bold=True)
        sheet.cell(number, 1).alignment = Alignment(vertical="top")
        _put(sheet, number, 2, value).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    sheet.column_dimensions["A"].width = 12
    sheet.column_dimensions["B"].width = 100
    _page(sheet)


def _query(sheet: Worksheet, query: str) -> None:
    for number, line in enumerate(query.strip().splitlines(), start=1):
        _put(sheet, number, 1, line).font = Font(name="Consolas", size=10)
    sheet.column_dimensions["A"].width = 140
    _page(sheet)


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Any:
    """Writes a cell; text stays text, also where it begins like a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.value = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        if text:
            cell.data_type = "s"
            cell.quotePrefix = text[0] in "=+-@"
    else:
        cell.value = value
    return cell


def _width(values: Iterable[Value]) -> int:
    lines = [
        len(line)
        for value in values
        for line in (f"{value:,}" if isinstance(value, int | float) else value or "").split("\n")
    ]
    return min(max([NARROWEST, *lines]), WIDEST) + 2


def _page(sheet: Worksheet) -> None:
    """On paper: across, as wide as the sheet."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
