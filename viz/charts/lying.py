"""Lying bars: a label, a bar for each series, and the value behind it in full."""

from __future__ import annotations

from migov.viz.charts.model import Bar, Bars, Panel
from migov.viz.charts.numbers import exact
from migov.viz.charts.palette import SERIES, rule
from migov.viz.charts.sheet import Room, Sheet, elided, text_width

LABEL_SHARE, VALUE_SHARE = 0.42, 0.34
BAR, BETWEEN = 1.05, 0.4  # a bar and the room between two labels, in type sizes
TALLEST = 2.6


def least(sheet: Sheet, bars: Bars) -> float:
    """Height of one label with its bars, as small as can be read."""
    return (len(bars.series) * BAR + BETWEEN) * sheet.size


def headings(sheet: Sheet, panels: tuple[Panel, ...]) -> float:
    """Height of the names of the panels."""
    return sum(2.6 * sheet.size for panel in panels if panel.name)


def paint(bars: Bars, sheet: Sheet, room: Room, hatch: str) -> None:
    """The panels one under the other on one scale, so that a small sum of another currency does not look large."""
    number = sum(len(panel.bars) for panel in bars.panels)
    space = room[3] - room[1] - headings(sheet, bars.panels)
    row = min(space / max(1, number), TALLEST * least(sheet, bars))
    each = [bar for panel in bars.panels for bar in panel.bars]
    width = room[2] - room[0]
    wanted = max(text_width(bar.label, sheet.size) for bar in each)
    grown = min(1.3, max(1.0, min(row / least(sheet, bars) / 1.25, LABEL_SHARE * width / wanted)))
    size = sheet.size * grown
    lines = max(1, min(3, int(row / (1.25 * size))))
    labels = min(wanted * grown, LABEL_SHARE * width)
    behind = max(text_width(value_text(bars, bar, at), size) for bar in each for at in range(len(bars.series)))
    values = min(behind, VALUE_SHARE * width)
    left, right = room[0] + labels + size, room[2] - values - 0.6 * size
    known = [value for bar in each for value in bar.values if value is not None]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0) or 1.0
    zero = left - low / (high - low) * (right - left)
    reach = (right - left) / (high - low)
    top = room[1]
    for panel in bars.panels:
        if panel.name:
            top += 0.5 * sheet.size
            top += sheet.text((room[0], top), panel.name, 1.1 * sheet.size, bold=True) + 0.5 * sheet.size
        for bar in panel.bars:
            if lines > 1 and bar is not panel.bars[0]:
                sheet.line((room[0], top), (left - size, top), rule(sheet.look), 0.5)
            lines_of = elided(bar.label, labels, size, lines)
            tall = len(lines_of) * 1.2 * size
            sheet.text((room[0], top + (row - tall) / 2), lines_of, size)
            _bars_of(bars, bar, sheet, (zero, top, reach, row), size, hatch, room[2])
            top += row
        sheet.line((zero, top - len(panel.bars) * row), (zero, top), sheet.look.muted, 0.9)


def value_text(bars: Bars, bar: Bar, at: int) -> str:
    """A value in full, with what is missing from it and what is to note; `–` is not recorded."""
    value = bar.values[at]
    said = "–" if value is None else exact(value) + (f" {bars.unit}" if bars.unit else "")
    if bar.missing and at == 0:
        said = f"{said} +{bar.missing}" if value is not None else f"+{bar.missing}"
    return f"{said}  {bar.note}" if bar.note and at == len(bar.values) - 1 else said


def _bars_of(
    bars: Bars, bar: Bar, sheet: Sheet, frame: tuple[float, float, float, float], size: float, hatch: str, end: float
) -> None:
    """The bars of one label; `frame` is zero line, top, points a unit and height."""
    zero, top, reach, row = frame
    series = len(bars.series)
    thick = min(row / (series + 0.5), 1.5 * size)
    at = top + (row - series * thick) / 2
    for number, value in enumerate(bar.values):
        colour = SERIES[number % len(SERIES)]
        fill, edge = sheet.look.fill(colour), sheet.look.border(colour)
        tip = zero + reach * (value or 0.0)
        upper, lower = at + 0.06 * thick, at + 0.94 * thick
        if value and bar.planned:
            sheet.box((min(zero, tip), upper, max(zero, tip), lower), sheet.look.paper, edge=fill, dashed=True)
        elif value:
            doubtful = bar.doubtful if number == 0 else 0.0
            sure = tip - reach * doubtful
            if doubtful != value:
                sheet.box((min(zero, sure), upper, max(zero, sure), lower), fill, edge=edge)
            if doubtful:
                sheet.box((sure, upper, tip, lower), sheet.look.paper, edge=fill, hatch=hatch)
        behind = max(zero, tip) + 0.45 * size
        said = elided(value_text(bars, bar, number), end - behind, size)[0]
        sheet.middle((behind, (upper + lower) / 2), said, size, align="left", muted=value is None)
        at += thick
