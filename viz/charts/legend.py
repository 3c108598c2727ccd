"""The legend of a chart: signs with a word each, side by side in as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from migov.viz.charts.sheet import Room, Sheet, text_width

GAP = 1.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and how its sign is drawn in the room it is given; `wide` signs take so many type sizes."""

    label: str
    sign: Callable[[Sheet, Room], None]
    wide: float = 1.5


def legend_height(sheet: Sheet, entries: Sequence[Entry], width: float) -> float:
    """Room the legend takes."""
    return len(_lines(sheet, entries, width)) * 1.55 * sheet.size


def draw_legend(sheet: Sheet, entries: Sequence[Entry], left: float, top: float, width: float) -> None:
    """Draws the entries from the upper left corner on."""
    size = sheet.size
    for number, line in enumerate(_lines(sheet, entries, width)):
        x, y = left, top + (number * 1.55 + 0.7) * size
        for entry in line:
            entry.sign(sheet, (x, y - 0.45 * size, x + entry.wide * size, y + 0.45 * size))
            sheet.middle((x + (entry.wide + 0.5) * size, y), entry.label, size, align="left")
            x += _width(sheet, entry)


def _lines(sheet: Sheet, entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    used = width
    for entry in entries:
        if used + _width(sheet, entry) > width + GAP * sheet.size or not lines:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += _width(sheet, entry)
    return lines


def _width(sheet: Sheet, entry: Entry) -> float:
    return (entry.wide + 0.5 + GAP) * sheet.size + text_width(entry.label, sheet.size)
