"""Bars of an answer: a label and one value a series in each row; a panel for each currency, for these are never added up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from textwrap import shorten

from migov.queries.answer import AnswerRow
from migov.viz.charts.columns import Columns, number
from migov.viz.charts.model import Bar, Bars, Panel
from migov.viz.charts.numbers import exact, listed, rounded, signed
from migov.viz.style import TENTATIVE

NAMELESS = "not named"
LONGEST = 60  # letters of a label in a title
MOST = ", the most"
"""What a title says of the largest of several; it is left out where there is but one."""


def bars_of(columns: Columns) -> Bars:
    """The bars, the panel with most of them first; what names no currency has no money, and is told in the first panel."""
    found: dict[str, list[Bar]] = defaultdict(list)
    each = [(columns.text(row, "panel"), _bar(columns, row)) for row in columns.answer.rows]
    telling = [(name, bar) for name, bar in each if len(bar.values) < 2 or bar.missing or not bar.silent] or each
    for name, bar in telling:
        found[name].append(bar)
    below = any((value or 0.0) < 0 for bars in found.values() for bar in bars for value in bar.values)
    upright = _on_years(columns) and not below
    names = sorted(found, key=lambda name: (not name, -len(found[name]), -_highest(found[name]), name))
    if len(names) > 1 and not names[-1]:
        found[names[0]] = _joined(found[names[0]], found[names.pop()])
    panels = tuple(_panel(name, found[name], upright) for name in names)
    drawn = [bar for panel in panels for bar in panel.bars]
    return Bars(
        tuple(columns.answer.columns[at] for at in columns.roles["value"]),
        panels,
        columns.words.get("unit", ""),
        upright,
        "doubtful" if any(bar.doubtful for bar in drawn) else "",
        columns.title("missing").casefold() if any(bar.missing for bar in drawn) else "",
        " or ".join(TENTATIVE) if any(bar.planned for bar in drawn) else "",
        columns.title("note").casefold() if any(bar.note.startswith("(") for bar in drawn) else "",
        columns.words.get("things", columns.title("x").casefold()),
        None if columns.words.get("again") else sum(bar.missing for bar in drawn),
        len(each) - len(telling),
    )


def labels(columns: Columns, row: AnswerRow) -> list[str]:
    """The label of the bar of a row."""
    return [columns.text(row, "x") or NAMELESS]


def finding(bars: Bars, words: str, things: str, parts: str = "") -> str:
    """The title: which label has most, by the words of the question; where several tie, how many do.

    `parts` is said behind it of the bars that are parts of others, which are not counted with the whole.
    """
    panel = bars.panels[0]
    values = [(bar.values[0], bar.label) for bar in panel.bars if bar.values[0] is not None]
    if not values:
        return f"No number is recorded for any of {len(panel.bars)} {things}"
    top = max(value for value, _ in values)
    first = [label for value, label in values if value == top]
    whole, broken = ([bar for bar in panel.bars if bar.part is part and _both(bar)] for part in (False, True))
    unit = bars.unit or panel.name
    most = f"{rounded(top)} {unit}".strip().replace(" %", " %")
    if (len(first) > 3 or (len(listed(first)) > LONGEST * 1.5 and len(first) > 1)) and "{first}" in words:
        number = f"{len(first)} of {len(panel.bars)}" if len(first) < len(panel.bars) else f"All {len(first)}"
        return f"{number} {things} have the most: {most} each"
    words = (words if len(values) > 1 else words.replace(MOST, "")) + (parts if whole and broken else "")
    each = " each" if len(first) > 1 else ""
    both = [bar.values for bar in whole or broken]
    return words.format(
        first=listed([shorten(label, LONGEST, placeholder=" …") for label in first]),
        most=most + ("" if "{each}" in words else each),
        each=each,
        all=rounded(sum(value for value, _ in values)) + (f" {unit}" if unit else ""),
        rows=len(panel.bars),
        reached=sum(values[1] >= values[0] for values in both),  # type: ignore[operator]
        both=len(both),
        reached_parts=sum(bar.values[1] >= bar.values[0] for bar in broken),  # type: ignore[operator]
        both_parts=len(broken),
    )


def _bar(columns: Columns, row: AnswerRow) -> Bar:
    values: list[float | None] = []
    noted = columns.cell(row, "note")
    notes = [f"({signed(value)})" if isinstance(value, int | float) else str(value) for value in noted]
    for at in columns.roles["value"]:
        numbers = [found for value in row.cells[at] if (found := number(value)) is not None]
        values.append(numbers[0] if numbers else None)
        notes += [f"or {exact(other)}" for other in numbers[1:]]
    missing = int(sum(found for value in columns.cell(row, "missing") if (found := number(value)) is not None))
    if missing and not values[0]:
        values[0] = None
    return Bar(
        labels(columns, row)[0],
        tuple(values),
        _doubtful(columns, row, values[0] or 0.0),
        missing,
        " ".join(notes),
        columns.text(row, "status").casefold() in TENTATIVE,
        bool(columns.cell(row, "part")),
    )


def _both(bar: Bar) -> bool:
    return len(bar.values) > 1 and None not in bar.values[:2]


def _panel(name: str, bars: list[Bar], upright: bool) -> Panel:
    every = _every_year(bars) if upright else bars
    return Panel(name, tuple(every), len(bars), sum(bar.silent for bar in bars), sum(bar.part for bar in bars))


def _doubtful(columns: Columns, row: AnswerRow, value: float) -> float:
    """The part of a value beyond what is sure; the whole of it where a doubt is worded."""
    doubt = columns.cell(row, "doubt")
    sure = number(doubt[0]) if doubt else value
    return value if sure is None else max(0.0, value - sure)


def _highest(bars: list[Bar]) -> float:
    return max((value for bar in bars for value in bar.values if value is not None), default=0.0)


def _joined(bars: list[Bar], without: list[Bar]) -> list[Bar]:
    """Bars with those of the same label that have no value and no currency."""
    at = {bar.label: place for place, bar in enumerate(bars)}
    joined = list(bars)
    for bar in without:
        if bar.label in at:
            place = at[bar.label]
            joined[place] = replace(joined[place], missing=joined[place].missing + bar.missing)
        else:
            joined.append(bar)
    return joined


def _on_years(columns: Columns) -> bool:
    years = [columns.cell(row, "x") for row in columns.answer.rows]
    return len({year for cell in years for year in cell}) > 1 and all(
        len(cell) == 1 and isinstance(cell[0], int) and 1000 < cell[0] < 3000 for cell in years
    )


def _every_year(bars: list[Bar]) -> list[Bar]:
    """The bars on all years from the first to the last, without a gap."""
    known = {int(bar.label): bar for bar in bars}
    nothing = (None,) * len(bars[0].values)
    return [known.get(year) or Bar(str(year), nothing) for year in range(min(known), max(known) + 1)]
