"""What is kept of a chart that is larger than its room, or than was asked for: the largest bars, the heaviest rows and
columns, the longest or the first spans. What is left out is counted, for each part knows how many there are in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from migov.viz.charts.model import Bar, Body, Matrix, Panel, Span, Timeline

MOST_PANELS = 3
LEAST_BARS = 2
DATE_WEIGHT = 1e5  # weights from here on are days, which make a square no heavier


def topped(body: Body, most: int) -> Body:
    """The foremost `most` bars of each panel, rows of a matrix or spans; upright bars on years stay whole."""
    if isinstance(body, Timeline):
        return foremost(body, most)
    if isinstance(body, Matrix):
        return framed(body, heaviest(body, 0, most), body.columns)
    return body if body.upright else replace(body, panels=tuple(largest(panel, most) for panel in body.panels))


def largest(panel: Panel, most: int) -> Panel:
    """The bars that rank first, in the order of the answer."""
    kept = {id(bar) for bar in sorted(panel.bars, key=rank)[:most]}
    return replace(panel, bars=tuple(bar for bar in panel.bars if id(bar) in kept))


def rank(bar: Bar) -> tuple[bool, bool, list[float]]:
    """The order in which bars are kept: wholes before their parts, large values before small ones, series by series."""
    return bar.part, bar.values[0] is None, [-(value or 0.0) for value in bar.values]


def shared(panels: Sequence[Panel], most: int) -> tuple[Panel, ...]:
    """So many bars in at most three panels, the small panels whole as far as they can."""
    panels = panels[:MOST_PANELS]
    left = max(LEAST_BARS * len(panels), most)
    kept: list[Panel] = []
    for at, panel in reversed(list(enumerate(panels))):
        rest = left - LEAST_BARS * at
        share = rest if at == 0 else min(rest, max(LEAST_BARS, left // (at + 2)))
        kept.insert(0, largest(panel, max(1, share)))
        left -= len(kept[0].bars)
    return tuple(kept)


def heaviest(matrix: Matrix, side: int, most: int) -> tuple[str, ...]:
    """The names of one side (0 rows, 1 columns) with most squares and weight, in the matrix's order."""
    names = matrix.columns if side else matrix.rows
    weight = dict.fromkeys(names, 0.0)
    for pair, square in matrix.squares.items():
        light = square.weight is None or square.weight >= DATE_WEIGHT
        weight[pair[side]] += 1.0 if light else square.weight or 0.0
    kept = set(sorted(names, key=lambda name: (-weight[name], name))[:most])
    return tuple(name for name in names if name in kept and weight[name])


def framed(matrix: Matrix, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
    """The matrix of these rows and of those of these columns that they have a square in."""
    squares = {
        pair: square for pair, square in matrix.squares.items() if pair[0] in set(rows) and pair[1] in set(columns)
    }
    held = {column for _, column in squares}
    return replace(
        matrix, rows=tuple(rows), columns=tuple(column for column in columns if column in held), squares=squares
    )


def foremost(timeline: Timeline, most: int) -> Timeline:
    """So many spans, the longest or the first as the timeline says, dated ones before undated; in the order of time."""

    def rank(span: Span) -> tuple[bool, int]:
        long = (span.last - span.first).days if timeline.longest and span.first and span.last else 0
        return not span.dated, -long

    spans = sorted(timeline.spans, key=rank)[:most]
    spans.sort(key=lambda span: (span.first or date.max, span.last or date.max))
    shown = Counter(span.kind for span in spans if span.kind)
    kinds = tuple(sorted(shown, key=lambda kind: (-shown[kind], kind)))
    return replace(timeline, spans=tuple(spans), kinds=kinds)
