"""A table on as many slides as its rows need, at most fourteen on each. Units are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.xmlchemy import OxmlElement

from migov.graph.evidence import Source
from migov.viz.colours import contrast
from migov.viz.lettering import LINE_HEIGHT, text_width
from migov.viz.slides.content import ROWS, Table, TableRow
from migov.viz.slides.lettering import BOLD, SLACK, height, wrapped
from migov.viz.slides.notes import notes
from migov.viz.slides.page import Page, element_in, write
from migov.viz.slides.paper import Paper, Rect, emu
from migov.viz.slides.themed import READABLE, Theme

SIZES: Final = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0)
SECOND: Final = 18.0
"""Type size of the heading of a table that follows another on its slide."""
UNDER: Final = 11.0
"""Type size of its subtitle."""
TITLED: Final = 66.0
"""Height that subtitle and source line take at most."""
PAD: Final = (5.0, 3.0)
AFAR: Final = 12.0
HEAD_LINES: Final = 4
NARROWEST, WIDEST, WORD = 34.0, 330.0, 110.0
GROWTH: Final = 0.6
"""How much wider than its texts need a column may become; else the table is narrower than the slide."""
TEXTUAL: Final = 70.0
"""Columns from this width on share what is left of the slide's width."""
NUMBERS: Final = frozenset("0123456789.,- %")


def draw_tables(sheet: Paper, tables: Sequence[Table]) -> None:
    """Draws tables one after the other; those that follow another stand on its slide where there is room."""
    stacks: list[list[Table]] = []
    for table in tables:
        if table.follows and stacks and _stack_size([*stacks[-1], table], sheet):
            stacks[-1].append(table)
        else:
            stacks.append([table])
    for stack in stacks:
        if len(stack) > 1:
            _draw_stack(sheet, stack)
        else:
            draw_table(sheet, stack[0])


def _stack_size(stack: Sequence[Table], sheet: Paper) -> float:
    """The largest type in which several tables stand on one slide, none of them shortened; 0 if in none."""
    area = sheet.content
    for size in SIZES:
        pages = [list(_pages(table, size, area.width, area.height)) for table in stack]
        if any(len(made) > 1 for made in pages) or sum(len(made[0]) for made in pages if made) > ROWS:
            continue
        tall = sum(_whole(table, area.width, size) for table in stack) + (len(stack) - 1) * (SECOND * LINE_HEIGHT + 26)
        tall += sum(height(1, UNDER) + 4 for table in stack[1:] if _under(table, stack[0]))
        if tall <= area.height - TITLED and not any(_cut(table, size, area.width) for table in stack):
            return size
    return 0.0


def _under(table: Table, first: Table) -> str:
    """What stands under the heading of a table that follows: its subtitle, unless the first on its slide says it."""
    return "" if not table.rows or first.subtitle.startswith(table.subtitle) else table.subtitle


def _whole(table: Table, width: float, size: float) -> float:
    if not table.rows:
        return height(1, SIZES[-1]) if table.subtitle else 0.0
    widths = _widths(table, size, width)
    head = _height(table.columns, widths, size, BOLD)
    return head + sum(_height(row.cells, widths, size, most=table.lines) for row in table.rows)


def _draw_stack(sheet: Paper, stack: Sequence[Table]) -> None:
    size = _stack_size(stack, sheet)
    first = stack[0]
    behind = [pair for table in stack for pair in _behind(table.rows)]
    said = [part for table in stack[1:] for part in (table.title, table.subtitle)]
    page = Page(sheet, first.title, first.subtitle, first.source, notes([first.subtitle, *said], behind))
    top = 0.0
    for number, table in enumerate(stack):
        if number:
            lines = wrapped(table.title, page.room.width - 4, SECOND, BOLD, 1)
            where = Rect(page.room.x, page.room.y + top + 18, page.room.width, height(1, SECOND) + 2)
            page.text(where, lines[0], SECOND, bold=True, name="Heading")
            top += height(1, SECOND) + 26
            if said_under := _under(table, first):
                under = wrapped(said_under, page.room.width - 4, UNDER, most=1)[0]
                spot = Rect(page.room.x, page.room.y + top - 4, page.room.width, height(1, UNDER) + 2)
                page.text(spot, under, UNDER, name="Subtitle")
                top += height(1, UNDER) + 4
        if table.rows:
            _draw(page, table, table.rows, size, top)
        top += _whole(table, page.room.width, size)
    page.close()


def _behind(rows: Sequence[TableRow]) -> list[tuple[str, tuple[Source, ...]]]:
    return [(next((cell for cell in row.cells if cell), ""), row.sources) for row in rows]


def draw_table(sheet: Paper, table: Table) -> None:
    """Draws a table, in the largest type that keeps it on the fewest slides, and its rows in whole."""
    area = sheet.content
    room = area.width, area.height - TITLED
    size = _size(table, *room)
    pages = list(_pages(table, size, *room)) if table.columns else []
    pages = pages or [[]]
    done = 0
    for number, rows in enumerate(pages, start=1):
        part = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
        told = f"Rows {done + 1} to {done + len(rows)} of {len(table.rows)}" if part else ""
        said = notes([table.subtitle, told], _behind(rows))
        page = Page(sheet, table.title + part, table.subtitle, table.source, said)
        if rows:
            _draw(page, table, rows, size)
        page.close()
        done += len(rows)


def _size(table: Table, width: float, tall: float) -> float:
    """The largest type that keeps the table on the fewest slides; one that shortens no cell, if it can still be read from afar."""
    pages = {size: len(list(_pages(table, size, width, tall))) for size in SIZES}
    fewest = [size for size in SIZES if pages[size] == min(pages.values())]
    return next((size for size in fewest if size >= AFAR and not _cut(table, size, width)), fewest[0])


def _pages(table: Table, size: float, width: float, tall: float) -> Iterator[list[TableRow]]:
    widths = _widths(table, size, width)
    head = _height(table.columns, widths, size, BOLD)
    rows: list[TableRow] = []
    used = head
    for row in table.rows:
        needed = _height(row.cells, widths, size, most=table.lines)
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
    if not natural:
        return []
    limit = max(natural)
    while sum(min(limit, wide) for wide in natural) > width and limit > NARROWEST:
        limit -= 1
    widths = [min(limit, wide) for wide in natural]
    over = sum(widths) / width
    if over > 1:
        return [wide / over for wide in widths]
    roomy = [n for n, wide in enumerate(widths) if wide >= TEXTUAL] or list(range(len(widths)))
    share = min(GROWTH, (width - sum(widths)) / sum(widths[n] for n in roomy))
    return [wide * (1 + share) if n in roomy else wide for n, wide in enumerate(widths)]


def _cut(table: Table, size: float, width: float) -> int:
    """How many cells have to be shortened."""
    widths = _widths(table, size, width)
    cells = [(cell, wide) for row in table.rows for cell, wide in zip(row.cells, widths, strict=True)]
    drawn = [(cell, _lines(cell, wide, size, most=table.lines)) for cell, wide in cells]
    return sum(lines[-1:] != [] and lines[-1].endswith("…") and not cell.endswith("…") for cell, lines in drawn)


def _height(
    cells: Sequence[str], widths: Sequence[float], size: float, weight: str = "", most: int = HEAD_LINES
) -> float:
    pairs = zip(cells, widths, strict=True)
    lines = max((len(_lines(cell, wide, size, weight, most)) for cell, wide in pairs), default=0)
    return height(max(1, lines), size) + 2 * PAD[1] + 1


def _lines(cell: str, wide: float, size: float, weight: str = "", most: int = HEAD_LINES) -> list[str]:
    return wrapped(cell, SLACK * (wide - 2 * PAD[0]), size, weight, most)


def _draw(page: Page, table: Table, rows: Sequence[TableRow], size: float, top: float = 0.0) -> None:
    room = page.room
    widths = _widths(table, size, room.width)
    numeric = [bool(rows) and all(set(row.cells[n]) <= NUMBERS for row in rows) for n in range(len(table.columns))]
    rest = (_height(row.cells, widths, size, most=table.lines) for row in rows)
    heights = [_height(table.columns, widths, size, BOLD), *rest]
    where = Rect(room.x, room.y + top, sum(widths), sum(heights))
    frame = page.slide.shapes.add_table(len(rows) + 1, len(widths), *(emu(side) for side in where))
    frame.name = "Table"
    native: Any = frame.table
    for column, wide in zip(native.columns, widths, strict=True):
        column.width = emu(wide)
    for line, tall in zip(native.rows, heights, strict=True):
        line.height = emu(tall)
    for n, heading in enumerate(table.columns):
        align = PP_ALIGN.RIGHT if numeric[n] else PP_ALIGN.LEFT
        _cell(page, native.cell(0, n), _lines(heading, widths[n], size, BOLD), heading, size, align, 0)
        for number, row in enumerate(rows, start=1):
            lines = _lines(row.cells[n], widths[n], size, most=table.lines)
            _cell(page, native.cell(number, n), lines, row.cells[n], size, align, number)


def _cell(page: Page, cell: Any, lines: list[str], text: str, size: float, align: PP_ALIGN, number: int) -> None:
    """A cell: dark for the heading, every second row on a light ground, all in the colours of the theme that can be read."""
    said = " ".join(lines) if lines and lines[-1].endswith("…") else text
    write(cell.text_frame, said, size, bold=number == 0, align=align)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.margin_left = cell.margin_right = emu(PAD[0])
    cell.margin_top = cell.margin_bottom = emu(PAD[1])
    run = cell.text_frame.paragraphs[0].runs[0]
    ground, text_colour = _grounds(page.sheet.theme, number)
    cell.fill.solid()
    cell.fill.fore_color.theme_color = ground
    run.font.color.theme_color = text_colour
    properties = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT", "lnB"):
        line: Any = OxmlElement(f"a:{side}")
        element_in(line, "a:noFill")
        properties.insert(0 if side == "lnL" else ("lnL", "lnR", "lnT", "lnB").index(side), line)


def _grounds(theme: Theme, number: int) -> tuple[MSO_THEME_COLOR, MSO_THEME_COLOR]:
    """The theme's colours for ground and text of a row; a pair that cannot be read gives way to its first two."""
    if number == 0:
        legible = contrast(theme.text_2, theme.background) >= READABLE
        return (MSO_THEME_COLOR.TEXT_2 if legible else MSO_THEME_COLOR.TEXT_1), MSO_THEME_COLOR.BACKGROUND_1
    legible = contrast(theme.text, theme.background_2) >= READABLE
    second = number % 2 == 0 and legible
    return (MSO_THEME_COLOR.BACKGROUND_2 if second else MSO_THEME_COLOR.BACKGROUND_1), MSO_THEME_COLOR.TEXT_1
