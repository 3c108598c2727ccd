"""A matrix on a slide: a native table whose cells are shaded as in the figure. Units are points."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from migov.viz.charts.cut import framed, heaviest
from migov.viz.charts.matrix import MatrixPainter, extent, said, share
from migov.viz.charts.model import Matrix, Square
from migov.viz.charts.palette import on, rule, shade
from migov.viz.charts.read_matrix import HERE, UNDATED
from migov.viz.charts.slide_parts import Entry, Sign, ink, legend, legend_height, look_of, swatch, word
from migov.viz.inks import LOOKS, Look
from migov.viz.lettering import text_width
from migov.viz.slides.lettering import BOLD, height, wrapped
from migov.viz.slides.page import Page, element_in, rgb, write
from migov.viz.slides.paper import Rect, emu

TYPE: Final = 11.0
ROW: Final = 15.5
MOST: Final = (20, 20)
"""Rows and columns that a slide holds at most."""
NARROW: Final = 32.0
WIDE: Final = 150.0
WIDE_NAMED: Final = 200.0
"""A column, and one that has a longer name under its heading."""
NAME_LINES: Final = (4, 3, 2, 1)
"""Lines of a longer name under a heading: as many as leave room for all rows."""
TALL: Final = 30.0
LABELS: Final = 0.3  # of the width, at most
UPRIGHT: Final = 110.0
"""Longest line of a heading that is turned upright."""
TWO_LINES: Final = 34.0
"""Width of a column in which two of them stand side by side."""
MARK: Final = "◥"
EMPTY: Final = "\u00a0"
"""A cell without any text would be as high as the theme's type."""
NAMED: Final = 6
"""Columns that the table of the others names for each row."""


@dataclass(frozen=True, slots=True)
class MatrixSlide:
    """Draws a matrix."""

    matrix: Matrix
    name_lines: int = NAME_LINES[0]

    def fitted(self, width: float, height: float) -> MatrixSlide:
        """The heaviest columns that find room, then the heaviest rows."""
        matrix = self.matrix
        space = width - _label_width(matrix, width)
        columns = heaviest(matrix, 1, min(MOST[1], max(1, int(space / _narrowest(matrix)))))
        narrower = framed(matrix, matrix.rows, columns)
        signs = legend_height(self._legend(LOOKS["light"]), width)

        def held(lines: int) -> int:
            head, _ = _head(narrower, space / len(columns), lines)
            return min(MOST[0], max(1, int((height - head - signs) / ROW)))

        lines = next((lines for lines in NAME_LINES if held(lines) >= len(matrix.rows)), NAME_LINES[-2])
        return MatrixSlide(framed(narrower, heaviest(narrower, 0, held(lines)), columns), lines)

    def left_out(self) -> str:
        """As under the figure."""
        return MatrixPainter(self.matrix).left_out()

    def labels(self) -> Sequence[str]:
        """The rows."""
        return self.matrix.rows

    def rest(self, shown: MatrixSlide) -> tuple[str, tuple[str, ...], list[tuple[str, tuple[str, ...]]]]:
        """The pairs that are not shown, a row for each name, with the columns and what stands in the square."""
        matrix, drawn = self.matrix, shown.matrix.squares
        left: dict[str, list[tuple[str, Square]]] = {row: [] for row in matrix.rows}
        for (row, column), square in matrix.squares.items():
            if (row, column) not in drawn:
                left[row].append((column, square))
        rows: list[tuple[str, tuple[str, ...]]] = []
        for row, squares in left.items():
            ranked = sorted(squares, key=lambda pair: (-(pair[1].weight or 0.0), pair[0]))
            parts = [
                column if square.text == HERE else f"{column}: {said(square)}" for column, square in ranked[:NAMED]
            ]
            more = f" and {len(ranked) - NAMED} more" if len(ranked) > NAMED else ""
            if ranked:
                rows.append((row, (row, str(len(ranked)), "; ".join(parts) + more)))
        rows.sort(key=lambda found: -int(found[1][1]))
        pairs = sum(len(squares) for squares in left.values())
        columns = (matrix.row_things.capitalize(), "Pairs", f"{matrix.column_things.capitalize()} not shown above")
        return f"The other {pairs:,} pairs", columns, rows

    def draw(self, page: Page) -> None:
        """Draws the legend, and the table under it."""
        matrix, room, look = self.matrix, page.room, look_of(page.sheet)
        top = room.y + legend(page, self._legend(look), room)
        wide = _label_width(matrix, room.width)
        across = min(_widest(matrix), (room.width - wide) / len(matrix.columns))
        head, turned = _head(matrix, across, self.name_lines)
        down = min(TALL, (room.y + room.height - top - head) / len(matrix.rows))
        where = Rect(room.x, top, wide + across * len(matrix.columns), head + down * len(matrix.rows))
        frame: Any = page.slide.shapes.add_table(
            len(matrix.rows) + 1, len(matrix.columns) + 1, *(emu(side) for side in where)
        )
        frame.name = "Matrix"
        native = frame.table
        _plain(frame)
        for at, column in enumerate(native.columns):
            column.width = emu(across if at else wide)
        for at, row in enumerate(native.rows):
            row.height = emu(down if at else head)
        colour, low_high = ink(page.sheet), extent(matrix)
        lines = rule(look)
        corner = f"{matrix.row_things.capitalize()}"
        _cell(native.cell(0, 0), corner, colour, lines, bold=True, anchor=MSO_ANCHOR.BOTTOM)
        for at, name in enumerate(matrix.columns, start=1):
            most = 3 if not turned else 2 if across >= TWO_LINES else 1
            text = "\v".join(wrapped(name, (head if turned else across) - 8, TYPE, BOLD, most))
            align = PP_ALIGN.LEFT if turned else PP_ALIGN.CENTER
            cell = native.cell(0, at)
            _cell(
                cell,
                text,
                colour,
                lines,
                under=() if turned else _long(matrix, name, across, self.name_lines),
                bold=True,
                align=align,
                anchor=MSO_ANCHOR.MIDDLE if turned else MSO_ANCHOR.BOTTOM,
            )
            if turned:
                cell._tc.get_or_add_tcPr().set("vert", "vert270")
        for place, row in enumerate(matrix.rows, start=1):
            text = " ".join(wrapped(row, wide - 10, TYPE, "", 1))
            _cell(native.cell(place, 0), text, colour, lines, anchor=MSO_ANCHOR.MIDDLE)
            for at, name in enumerate(matrix.columns, start=1):
                square = matrix.squares.get((row, name))
                _square(native.cell(place, at), square, low_high, look, colour)

    def _legend(self, look: Look) -> list[Entry]:
        matrix = self.matrix
        found: list[Entry] = []
        squares = matrix.squares.values()
        if matrix.scale:
            ends = f": {matrix.ends[0]} to {matrix.ends[1]}" if len(set(matrix.ends)) > 1 else ""
            found.append(Entry(f"{matrix.scale}{ends}", _scale(look, one=not ends), 50.0))
        if matrix.marked:
            found.append(Entry(matrix.marked.partition(": ")[2] or matrix.marked, word(MARK), 12.0))
        if any(square.text == UNDATED for square in squares):
            found.append(Entry(f"no {matrix.scale.casefold()} recorded", word(UNDATED), 22.0))
        if any(square.inferred for square in squares):
            found.append(Entry("inferred by the editors", word("*"), 8.0))
        if len(squares) < len(matrix.rows) * len(matrix.columns):
            found.append(Entry("empty: not recorded", swatch("", edge=look.muted)))
        return found


def _scale(look: Look, *, one: bool) -> Sign:
    def draw(page: Page, where: Rect) -> None:
        steps = 1 if one else 5
        for at in range(steps):
            part = Rect(where.x + at * where.width / steps, where.y, where.width / steps, where.height)
            swatch(shade(look, 0.35 if one else at / (steps - 1)))(page, part)

    return draw


def _label_width(matrix: Matrix, width: float) -> float:
    longest = max(text_width(row, TYPE) for row in matrix.rows) + 12
    return min(LABELS * width, max(longest, text_width(matrix.row_things.capitalize(), TYPE, BOLD) + 12))


def _narrowest(matrix: Matrix) -> float:
    """The width that the longest text of a square needs."""
    return max(NARROW, *(text_width(_text(square), TYPE) + 10 for square in matrix.squares.values()))


def _head(matrix: Matrix, across: float, most: int) -> tuple[float, bool]:
    """Height of the headings, and whether they must be turned upright."""
    across = min(_widest(matrix), across)
    fits = all(len(wrapped(name, across - 8, TYPE, BOLD)) <= 3 for name in matrix.columns)
    words = max(text_width(part, TYPE, BOLD) for name in matrix.columns for part in name.split())
    if fits and words <= across - 8:
        lines = max(
            len(wrapped(name, across - 8, TYPE, BOLD)) + len(_long(matrix, name, across, most))
            for name in matrix.columns
        )
        return height(lines, TYPE) + 8, False
    tallest = ceil(max(text_width(name, TYPE, BOLD) for name in matrix.columns))
    if across >= TWO_LINES:
        tallest = ceil(
            max(
                text_width(line, TYPE, BOLD)
                for name in matrix.columns
                for line in wrapped(name, UPRIGHT, TYPE, BOLD, 2)
            )
        )
    return min(UPRIGHT, tallest) + 12, True


def _widest(matrix: Matrix) -> float:
    return WIDE_NAMED if matrix.names else WIDE


def _long(matrix: Matrix, column: str, across: float, most: int) -> list[str]:
    """At most so many lines of a column's longer name, where there is room for words."""
    name = matrix.names.get(column, "") if across >= WIDE / 2 else ""
    return wrapped(name, across - 8, TYPE, "", most) if name else []


def _text(square: Square) -> str:
    return f"{said(square)} {MARK}" if square.marked else said(square)


def _square(cell: Any, square: Square | None, ends: tuple[float, float], look: Look, colour: str) -> None:
    if square is None:
        _cell(cell, EMPTY, colour, rule(look))
        return
    bare = square.weight is None and square.text != HERE
    fill = "" if bare else shade(look, share(square, *ends))
    text = EMPTY if square.text == HERE and not square.marked and not square.inferred else _text(square)
    _cell(
        cell, text, colour if bare else on(fill), look.paper, fill=fill, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE
    )


def _cell(
    cell: Any,
    text: str,
    colour: str,
    line: str,
    *,
    fill: str = "",
    under: Sequence[str] = (),
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> None:
    """One cell: its text, plain lines under it, its ground or none, and thin lines around it."""
    first, *more = text.split("\v")
    write(cell.text_frame, first, TYPE, bold=bold, align=align, colour=colour)
    for further in more:
        _more(cell.text_frame.paragraphs[0], further)
    for further in under:
        _more(cell.text_frame.paragraphs[0], further, plain=True)
    cell.vertical_anchor = anchor
    cell.margin_left = cell.margin_right = emu(4)
    cell.margin_top = cell.margin_bottom = emu(1)
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(fill)
    else:
        cell.fill.background()
    properties = cell._tc.get_or_add_tcPr()
    for place, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        made: Any = OxmlElement(f"a:{side}")
        made.set("w", "6350")
        element_in(element_in(made, "a:solidFill"), "a:srgbClr", val=line[1:])
        properties.insert(place, made)


def _more(paragraph: Any, line: str, *, plain: bool = False) -> None:
    """A further line in the type of the first: turned text breaks where it is told to alone."""
    paragraph.add_line_break()
    run = paragraph.add_run()
    run.text = line
    run._r.insert(0, deepcopy(paragraph.runs[0]._r.rPr))
    if plain:
        run.font.bold = False


def _plain(frame: Any) -> None:
    """Without the bands and the heading that the table style of the theme would paint."""
    properties = frame._element.find(f".//{qn('a:tblPr')}")
    for name in ("firstRow", "bandRow"):
        properties.set(name, "0")
