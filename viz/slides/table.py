"""A table on as many slides as its rows need, at most fourteen on each. Units are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.xmlchemy import OxmlElement

from migov.viz.lettering import text_width
from migov.viz.slides.content import ROWS, Table, TableRow
from migov.viz.slides.lettering import BOLD, SLACK, height, wrapped
from migov.viz.slides.notes import notes
from migov.viz.slides.page import Page, element_in, write
from migov.viz.slides.paper import Paper, Rect, emu

SIZES: Final = (12.0, 11.0, 10.0)
PAD: Final = (5.0, 3.0)
CELL_LINES: Final = 3
NARROWEST, WIDEST, WORD = 34.0, 330.0, 110.0
TEXTUAL: Final = 70.0
"""Columns from this width on share what is left of the slide's width."""
NUMBERS: Final = frozenset("0123456789.,- %")


def draw_table(sheet: Paper, table: Table) -> None:
    """Draws a table, in the largest type that keeps it on the fewest slides, and its rows in whole."""
    area = sheet.content
    room = area.width, area.height - 66
    size = min(SIZES, key=lambda size: (len(list(_pages(table, size, *room))), -size))
    pages = list(_pages(table, size, *room)) or [[]]
    done = 0
    for number, rows in enumerate(pages, start=1):
        part = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        told = f"Rows {done + 1} to {done + len(rows)} of {len(table.rows)}" if part else ""
        behind = [(row.cells[0] or row.cells[min(1, len(row.cells) - 1)], row.sources) for row in rows]
        page = Page(sheet, table.title + part, table.subtitle, table.source, notes([table.subtitle, told], behind))
        if rows:
            _draw(page, table, rows, size)
        page.close()
        done += len(rows)


def _pages(table: Table, size: float, width: float, tall: float) -> Iterator[list[TableRow]]:
    widths = _widths(table, size, width)
    head = _height(table.columns, widths, size, BOLD)
    rows: list[TableRow] = []
    used = head
    for row in table.rows:
        needed = _height(row.cells, widths, size)
        if rows and (len(rows) == ROWS or used + needed > tall):
            yield rows
            rows, used = [], head
        rows.append(row)
        used += needed
    if rows:
        yield rows


def _widths(table: Table, size: float, width: float) -> list[float]:
    """Each column as wide as its texts ask for; when that is too much, the wide ones give way first."""
    natural = []
    for n, heading in enumerate(table.columns):
        words = max((text_width(word, size, BOLD) for word in heading.split()), default=0.0)
        texts = sorted(text_width(row.cells[n], size) for row in table.rows)
        longest = max((text_width(word, size) for row in table.rows for word in row.cells[n].split()), default=0.0)
        words = max(words, min(WORD, longest))
        typical = texts[int(0.9 * (len(texts) - 1))] if texts else 0.0
        natural.append(min(WIDEST, max(NARROWEST, words, typical)) + 2 * PAD[0] + 3)
    limit = max(natural)
    while sum(min(limit, wide) for wide in natural) > width and limit > NARROWEST:
        limit -= 1
    widths = [min(limit, wide) for wide in natural]
    over = sum(widths) / width
    if over > 1:
        return [wide / over for wide in widths]
    roomy = [n for n, wide in enumerate(widths) if wide >= TEXTUAL] or list(range(len(widths)))
    share = (width - sum(widths)) / sum(widths[n] for n in roomy)
    return [wide * (1 + share) if n in roomy else wide for n, wide in enumerate(widths)]


def _height(cells: Sequence[str], widths: Sequence[float], size: float, weight: str = "") -> float:
    lines = max(len(_lines(cell, wide, size, weight)) for cell, wide in zip(cells, widths, strict=True))
    return height(max(1, lines), size) + 2 * PAD[1] + 1


def _lines(cell: str, wide: float, size: float, weight: str = "") -> list[str]:
    return wrapped(cell, SLACK * (wide - 2 * PAD[0]), size, weight, CELL_LINES)


def _draw(page: Page, table: Table, rows: Sequence[TableRow], size: float) -> None:
    room = page.room
    widths = _widths(table, size, room.width)
    numeric = [bool(rows) and all(set(row.cells[n]) <= NUMBERS for row in rows) for n in range(len(table.columns))]
    heights = [_height(table.columns, widths, size, BOLD), *(_height(row.cells, widths, size) for row in rows)]
    where = Rect(room.x, room.y, sum(widths), sum(heights))
    frame = page.slide.shapes.add_table(len(rows) + 1, len(widths), *(emu(side) for side in where))
    frame.name = "Table"
    native: Any = frame.table
    for column, wide in zip(native.columns, widths, strict=True):
        column.width = emu(wide)
    for line, tall in zip(native.rows, heights, strict=True):
        line.height = emu(tall)
    for n, heading in enumerate(table.columns):
        align = PP_ALIGN.RIGHT if numeric[n] else PP_ALIGN.LEFT
        _cell(native.cell(0, n), _lines(heading, widths[n], size, BOLD), heading, size, align, 0)
        for number, row in enumerate(rows, start=1):
            lines = _lines(row.cells[n], widths[n], size)
            _cell(native.cell(number, n), lines, row.cells[n], size, align, number)


def _cell(cell: Any, lines: list[str], text: str, size: float, align: PP_ALIGN, number: int) -> None:
    """A cell: dark for the heading, every second row on a light ground, all in the colours of the theme."""
    said = " ".join(lines) if lines and lines[-1].endswith("…") else text
    write(cell.text_frame, said, size, bold=number == 0, align=align)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.margin_left = cell.margin_right = emu(PAD[0])
    cell.margin_top = cell.margin_bottom = emu(PAD[1])
    run = cell.text_frame.paragraphs[0].runs[0]
    cell.fill.solid()
    if number == 0:
        cell.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
        run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    else:
        cell.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if number % 2 else MSO_THEME_COLOR.BACKGROUND_2
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    properties = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT", "lnB"):
        line: Any = OxmlElement(f"a:{side}")
        element_in(line, "a:noFill")
        properties.insert(0 if side == "lnL" else ("lnL", "lnR", "lnT", "lnB").index(side), line)
