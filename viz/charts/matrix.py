"""A matrix as it is drawn: a shade and a text in each square, so that it can be read without colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import cos, radians, sin

from migov.viz.charts.cut import framed, heaviest
from migov.viz.charts.legend import Entry
from migov.viz.charts.model import Matrix, Square
from migov.viz.charts.palette import on, rule, shade
from migov.viz.charts.read_matrix import HERE, UNDATED
from migov.viz.charts.sheet import Room, Sheet, elided, text_width

ROW, TIGHT = 1.5, 1.32  # height of a row in type sizes, and where all rows find room by it
TALLEST, TALLEST_UPRIGHT = 2.4, 3.6  # the second on paper that is higher than wide
WIDEST, WIDEST_NAMED = 11.0, 18.0  # a column, and one that has a longer name under its label
NAME_LINES = (6, 4, 3, 2, 1)  # of a longer name under a label, as many as leave room for all rows
NAMED = 2  # and where none do
GROWN = (1.3, 1.15, 1.0)
SLANT = 45.0
LABEL_SHARE = 0.34
HEADER_LETTERS = 15.0  # longest slanted column label, in type sizes
SWATCHES = 5


@dataclass(frozen=True, slots=True)
class MatrixPainter:
    """Draws a matrix."""

    matrix: Matrix
    name_lines: int = NAME_LINES[0]

    def left_out(self) -> str:
        """How many rows and columns of how many, if not all."""
        shown = (len(self.matrix.rows), "rows"), (len(self.matrix.columns), "columns")
        parts = [
            f"{number} of {whole} {things}"
            for (number, things), whole in zip(shown, self.matrix.whole, strict=True)
            if number < whole
        ]
        return f"Shown are those with most: {' and '.join(parts)}" if parts else ""

    def entries(self, sheet: Sheet) -> list[Entry]:
        """What the shade, the dot and an empty square mean."""
        matrix = self.matrix
        found = []
        if matrix.scale:
            label = (
                f"{matrix.scale}: {matrix.ends[0]} to {matrix.ends[1]}" if len(set(matrix.ends)) > 1 else matrix.scale
            )
            found.append(Entry(label, partial(_scale, one=len(set(matrix.ends)) < 2), 5.0))
        if matrix.marked:
            found.append(Entry(matrix.marked, _dot, 1.2))
        if any(square.text == UNDATED for square in matrix.squares.values()):
            found.append(Entry(f"no {matrix.scale.casefold()} recorded", partial(_text, UNDATED), 2.4))
        if any(square.inferred for square in matrix.squares.values()):
            found.append(Entry("inferred by the editors", partial(_text, "*"), 1.6))
        if len(matrix.squares) < len(matrix.rows) * len(matrix.columns):
            found.append(Entry("empty: not recorded", lambda s, r: s.box(r, s.look.paper, edge=rule(s.look)), 1.2))
        return found

    def fitted(self, sheet: Sheet, room: Room) -> MatrixPainter:
        """The heaviest columns that find room, then the heaviest rows."""
        matrix, size = self.matrix, sheet.size
        wide, _ = _labels(sheet, matrix, size)
        narrow = max(1.75 * size, *(text_width(said(square), size) + 0.7 * size for square in matrix.squares.values()))
        columns = heaviest(matrix, 1, max(1, int((room[2] - room[0] - wide - 4 * size) / narrow)))
        across = (room[2] - room[0] - wide) / len(columns)
        narrower = framed(matrix, matrix.rows, columns)

        def held(row: float, lines: int) -> int:
            head = _header(narrower, size, across, lines)[1]
            return max(1, int((room[3] - room[1] - head) / (row * size)))

        ways = [(row, lines) for row in (ROW, TIGHT) for lines in NAME_LINES]
        whole = (way for way in ways if held(*way) >= len(matrix.rows))
        row, lines = next(whole, (ROW, NAMED))
        return MatrixPainter(framed(narrower, heaviest(narrower, 0, held(row, lines)), columns), lines)

    def paint(self, sheet: Sheet, room: Room) -> None:
        """Draws column labels, then a row at a time."""
        matrix, look = self.matrix, sheet.look
        size = self._type(sheet, room)
        wide, labels = _labels(sheet, matrix, size)
        space = room[2] - room[0] - wide
        texts = max(text_width(said(square), size) for square in matrix.squares.values()) + 0.7 * size
        slanted, head = _header(matrix, size, space / len(matrix.columns), self.name_lines)
        spill = 0.7 * head if slanted else 0.0
        widest = (3.4 if slanted else _widest(matrix)) * size
        across = min((space - spill) / len(matrix.columns), max(texts, widest))
        tallest = TALLEST_UPRIGHT if sheet.height > sheet.width else TALLEST
        down = min(tallest * size, (room[3] - room[1] - head) / len(matrix.rows))
        left, top = room[0] + wide, room[1] + head
        for at, column in enumerate(matrix.columns):
            x = left + (at + 0.5) * across
            if slanted:
                label = elided(column, HEADER_LETTERS * size, size)[0]
                sheet.middle((x - 0.1 * size, top - 0.4 * size), label, size, align="left", turned=SLANT)
            else:
                words, name = _heading(matrix, column, across - 0.4 * size, size, self.name_lines)
                y = top - 0.35 * size - len(words + name) * 1.2 * size
                sheet.text((x, y), words, size, align="center")
                if name:
                    sheet.text((x, y + len(words) * 1.2 * size), name, size, align="center", muted=True)
        low, high = extent(matrix)
        for place, row in enumerate(matrix.rows):
            y = top + place * down
            sheet.middle((left - 0.6 * size, y + down / 2), labels[row], size, align="right")
            for at, column in enumerate(matrix.columns):
                cell = (left + at * across, y, left + (at + 1) * across, y + down)
                if square := matrix.squares.get((row, column)):
                    _square(sheet, cell, square, low, high, size)
                    sheet.frame(cell, look.paper)
                else:
                    _empty(sheet, cell)

    def _type(self, sheet: Sheet, room: Room) -> float:
        """The type size: larger than the sheet's where there is room for all that stands here."""
        matrix = self.matrix
        for grown in GROWN[:-1]:
            size = grown * sheet.size
            space = room[2] - room[0] - _labels(sheet, matrix, size)[0]
            slanted, head = _header(matrix, size, space / len(matrix.columns), self.name_lines)
            narrow = max(text_width(said(square), size) for square in matrix.squares.values()) + 0.7 * size
            high = head + 1.6 * ROW * size * len(matrix.rows)
            if not slanted and narrow * len(matrix.columns) <= space and high <= room[3] - room[1]:
                return size
        return sheet.size


def _square(sheet: Sheet, cell: Room, square: Square, low: float, high: float, size: float) -> None:
    bare = square.weight is None and square.text != HERE
    colour = sheet.look.paper if bare else shade(sheet.look, share(square, low, high))
    if bare:
        inner = cell[0] + 1.5, cell[1] + 1.5, cell[2] - 1.5, cell[3] - 1.5
        sheet.box(inner, colour, edge=shade(sheet.look, 0.55))
    else:
        sheet.box(cell, colour)
    middle = (cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2
    if square.text != HERE or square.inferred:
        sheet.middle(middle, said(square), size, colour=sheet.look.ink if bare else on(colour))
    if square.marked:
        _corner(sheet, cell, sheet.look.ink if bare else on(colour), size)


def share(square: Square, low: float, high: float) -> float:
    """How strong the shade of a square is, from 0 to 1."""
    if square.weight is None:
        return 0.55
    return (square.weight - low) / (high - low) if high > low else 0.35


def said(square: Square) -> str:
    """The text of a square; a star is for what the editors inferred."""
    return f"{square.text.strip(HERE)}*" if square.inferred else square.text


def _corner(sheet: Sheet, cell: Room, colour: str, size: float) -> None:
    """A turned-down corner: the mark of a square."""
    x, y = cell[2] - 1, cell[1] + 1
    sheet.shape([(x, y), (x - 0.6 * size, y), (x, y + 0.6 * size)], colour)


def _empty(sheet: Sheet, cell: Room) -> None:
    sheet.line((cell[0], cell[3]), (cell[2], cell[3]), rule(sheet.look), 0.4)
    sheet.line((cell[2], cell[1]), (cell[2], cell[3]), rule(sheet.look), 0.4)


def _labels(sheet: Sheet, matrix: Matrix, size: float) -> tuple[float, dict[str, str]]:
    """Width of the row labels with the gap behind them, and the labels cut to it."""
    longest = min(max(text_width(row, size) for row in matrix.rows), LABEL_SHARE * sheet.width)
    return longest + size, {row: elided(row, longest, size)[0] for row in matrix.rows}


def _widest(matrix: Matrix) -> float:
    return WIDEST_NAMED if matrix.names else WIDEST


def _heading(matrix: Matrix, column: str, room: float, size: float, most: int) -> tuple[list[str], list[str]]:
    """The lines of a column's label, and at most so many of its longer name where there is room for words."""
    name = matrix.names.get(column, "") if room >= 0.6 * WIDEST * size else ""
    return elided(column, room, size, 3), elided(name, room, size, most) if name else []


def _header(matrix: Matrix, size: float, across: float, most: int) -> tuple[bool, float]:
    """Whether the column labels must be slanted, and how much height they take."""
    room = min(across, _widest(matrix) * size) - 0.4 * size
    lines = [_heading(matrix, column, room, size, most) for column in matrix.columns]
    if not any("…" in line for label, _ in lines for line in label):
        return False, max(len(label + name) for label, name in lines) * 1.2 * size + 0.7 * size
    longest = min(HEADER_LETTERS * size, max(text_width(column, size) for column in matrix.columns))
    return True, longest * sin(radians(SLANT)) + size * (cos(radians(SLANT)) + 0.4)


def extent(matrix: Matrix) -> tuple[float, float]:
    """The lightest and the heaviest weight of the whole, whatever part of it stands here."""
    return matrix.extent


def _scale(sheet: Sheet, room: Room, *, one: bool) -> None:
    wide = (room[2] - room[0]) / SWATCHES
    for at in range(SWATCHES):
        share = 0.35 if one else at / (SWATCHES - 1)
        sheet.box((room[0] + at * wide, room[1], room[0] + (at + 1) * wide, room[3]), shade(sheet.look, share))


def _text(words: str, sheet: Sheet, room: Room) -> None:
    sheet.box(room, sheet.look.paper, edge=shade(sheet.look, 0.55))
    sheet.middle(((room[0] + room[2]) / 2, (room[1] + room[3]) / 2), words, sheet.size)


def _dot(sheet: Sheet, room: Room) -> None:
    sheet.box(room, shade(sheet.look, 0.0))
    _corner(sheet, room, on(shade(sheet.look, 0.0)), sheet.size)
