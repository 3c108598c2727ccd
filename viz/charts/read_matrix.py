"""A matrix of an answer: every value of the row column against every value of the other, with what the answer says of the two."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

from migov.queries.answer import AnswerRow, Cell, Thing
from migov.viz.charts.columns import Columns, number
from migov.viz.charts.days import days
from migov.viz.charts.model import Bar, Bars, Matrix, Panel, Square
from migov.viz.charts.numbers import exact, listed
from migov.viz.charts.read_bars import MOST

HERE = "•"
UNDATED = "yes"
WITHOUT_FIRST = re.compile(r"; [^;]*\{first\}[^;]*$")


def matrix_of(columns: Columns) -> Matrix:
    """The matrix; heaviest rows and columns first where squares hold numbers, else in alphabetical order."""
    said: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    marked: dict[tuple[str, str], bool] = defaultdict(bool)
    inferred: dict[tuple[str, str], bool] = defaultdict(bool)
    for row in columns.answer.rows:
        for one in _names(columns, row, "rows"):
            for other in _names(columns, row, "columns"):
                pair = one[0], other[0]
                said[pair].append(columns.cell(row, "value"))
                marked[pair] |= bool(columns.cell(row, "mark"))
                inferred[pair] |= one[1] or other[1]
    valued, present = "value" in columns.roles, any(marked.values())
    squares = {pair: _square(cells, valued, marked[pair], inferred[pair]) for pair, cells in sorted(said.items())}
    if not valued and all(square.weight == 1 for square in squares.values()):
        squares = {pair: replace(square, text=HERE, weight=None) for pair, square in squares.items()}
    dates = any(isinstance(v, str) and days(v) for row in columns.answer.rows for v in columns.cell(row, "value"))
    by_weight = not dates and any(square.weight is not None for square in squares.values())
    rows, others = _ordered(squares, 0, by_weight), _ordered(squares, 1, by_weight)
    weights = [square.weight for square in squares.values() if square.weight is not None]
    ends = (exact(min(weights)), exact(max(weights))) if weights and not dates else ("earlier", "later")
    return Matrix(
        rows,
        others,
        squares,
        columns.title("rows").casefold(),
        columns.title("columns").casefold(),
        columns.words.get("scale", columns.title("value") or "Records") if weights else "",
        ends,
        columns.words.get("marked", columns.title("mark").casefold()) if present else "",
        (len(rows), len(others)),
        (min(weights), max(weights)) if weights else (0.0, 0.0),
        _long_names(columns),
    )


def labels(columns: Columns, row: AnswerRow) -> list[str]:
    """The labels of the rows of the matrix that a row of the answer fills."""
    return [name for name, _ in _names(columns, row, "rows")]


def finding(matrix: Matrix, words: str) -> str:
    """The title: which row has most squares, which square is heaviest, by the words of the question."""
    rows = defaultdict(list)
    for one, other in matrix.squares:
        rows[one].append(other)
    covers = max(map(len, rows.values()))
    first = [row for row in sorted(rows) if len(rows[row]) == covers]
    if (len(first) > 3 or len(rows) == 1) and "{first}" in words:
        words = WITHOUT_FIRST.sub("", words)
    weights = [square.weight or 0.0 for square in matrix.squares.values()]
    others = weights.count(max(weights)) - 1
    alike = "1 other has" if others == 1 else f"{others} others have"
    words = words.replace(MOST, f"; {alike} as many" if others else MOST if len(weights) > 1 else "")
    pair, square = min(matrix.squares.items(), key=lambda item: (-(item[1].weight or 0), item[0]))
    return words.format(
        squares=len(matrix.squares),
        rows=len(matrix.rows),
        row_things=matrix.row_things,
        column_things=matrix.column_things,
        columns=len(matrix.columns),
        first=listed(first),
        covers=covers,
        heaviest_row=pair[0],
        heaviest_column=pair[1],
        most=square.text,
    )


def _long_names(columns: Columns) -> dict[str, str]:
    """The longer name of each column that has one, and one column alone."""
    found = {}
    for row in columns.answer.rows:
        short = _names(columns, row, "columns")
        if len(short) == 1 and (name := columns.text(row, "names")) and name != short[0][0]:
            found[short[0][0]] = name
    return found


def _names(columns: Columns, row: AnswerRow, role: str) -> list[tuple[str, bool]]:
    """The labels of a row in this role, and whether they are inferred: one for each value, columns joined."""
    found = []
    for values in product(*(row.cells[at] for at in columns.roles[role])):
        names = (value.label if isinstance(value, Thing) else str(value) for value in values)
        found.append((" · ".join(names), any(isinstance(value, Thing) and value.inferred for value in values)))
    return found


def as_bars(matrix: Matrix) -> Bars | None:
    """A matrix of numbers with one column says more as bars; None for any other."""
    if len(matrix.columns) > 1 or any(s.weight is None or not s.text[0].isdigit() for s in matrix.squares.values()):
        return None
    bars = tuple(
        Bar(row, (square.weight,), note="inferred" if square.inferred else "")
        for row in matrix.rows
        if (square := matrix.squares[row, matrix.columns[0]])
    )
    return Bars(
        (matrix.scale,),
        (Panel(f"{matrix.columns[0]}: {matrix.scale.casefold()}", bars, len(bars)),),
        things=matrix.row_things,
    )


def _square(cells: list[Cell], valued: bool, marked: bool, inferred: bool) -> Square:
    """What several rows say of one pair: one number or all of them, things counted, texts one after the other."""
    if not valued:
        return Square(str(len(cells)), float(len(cells)), marked, inferred)
    values = list(dict.fromkeys(value for cell in cells for value in cell))
    numbers = [found for value in values if (found := number(value)) is not None]
    if numbers and len(numbers) == len(values):
        return Square(" / ".join(map(exact, numbers)), max(numbers), marked, inferred)
    if values and all(isinstance(value, Thing) for value in values):
        return Square(str(len(values)), float(len(values)), marked, inferred)
    texts = [str(value).replace("/", "–") if days(str(value)) else str(value) for value in values]
    spans = [span for value in values if (span := days(str(value)))]
    weight = float(min(first.toordinal() for first, _ in spans)) if spans else None
    return Square("; ".join(texts) or UNDATED, weight, marked, inferred)


def _ordered(squares: dict[tuple[str, str], Square], side: int, by_weight: bool) -> tuple[str, ...]:
    weight: dict[str, float] = defaultdict(float)
    for pair, square in squares.items():
        weight[pair[side]] += square.weight or 0.0
    return tuple(sorted(weight, key=lambda name: (-weight[name] if by_weight else 0, name.casefold(), name)))
