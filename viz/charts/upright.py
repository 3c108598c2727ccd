"""Upright bars on years: one scale a panel, values above the bars where there is room."""

from __future__ import annotations

from math import ceil

from migov.viz.charts.model import Bar, Bars, Panel
from migov.viz.charts.numbers import exact, scale, ticks
from migov.viz.charts.palette import SERIES, rule
from migov.viz.charts.sheet import Room, Sheet, text_width

WIDEST = 4.5  # a bar, in type sizes


def paint(bars: Bars, sheet: Sheet, room: Room, hatch: str) -> None:
    """The panels one under the other on the same years; those with few bars are lower."""
    size = sheet.size
    heads = {panel.name: 2.2 * size if panel.name else 0.6 * size for panel in bars.panels}
    feet = 1.9 * size
    space = room[3] - room[1] - sum(heads.values()) - feet * len(bars.panels)
    parts = [1.0, *(0.45 for _ in bars.panels[1:])]
    years = sorted({int(bar.label) for panel in bars.panels for bar in panel.bars})
    every = [str(year) for year in range(years[0], years[-1] + 1)]
    axis = max(_axis_width(sheet, panel) for panel in bars.panels)
    top = room[1]
    for panel, part in zip(bars.panels, parts, strict=True):
        height = space * part / sum(parts)
        top += heads[panel.name]
        _panel(bars, panel, every, sheet, (room[0] + axis, top, room[2], top + height), hatch)
        top += height + feet


def _panel(bars: Bars, panel: Panel, every: list[str], sheet: Sheet, room: Room, hatch: str) -> None:
    """One panel: scale, bars and years."""
    size, look = sheet.size, sheet.look
    left, top, right, bottom = room
    highest = max((value for bar in panel.bars for value in bar.values if value is not None), default=0.0)
    by, word = scale(highest)
    heading = ", ".join(part for part in (panel.name, word) if part)
    if panel.name:
        sheet.text((left, top - 1.9 * size), heading, size, bold=True)
    crown = 1.6 * size  # room for the value above the highest bar
    unit = (bottom - top - crown) / (highest or 1.0)
    for tick in ticks(0.0, highest / by, max(2, int((bottom - top) / (3.2 * size)))):
        y = bottom - tick * by * unit
        sheet.line((left, y), (right, y), look.muted if tick == 0 else rule(look), 0.9 if tick == 0 else 0.6)
        sheet.middle((left - 0.5 * size, y), _short(tick), size, align="right", muted=True)
    slot = (right - left) / len(every)
    found = {bar.label: bar for bar in panel.bars}
    texts = [_said(bar, at, by) for bar in panel.bars for at in range(len(bars.series))]
    thick = min(WIDEST * size, 0.78 * slot / len(bars.series))
    free = slot - 0.2 * size if len(bars.series) == 1 else thick + 0.3 * size
    labelled = len(panel.bars) == 1 or max(text_width(text, size) for text in texts) <= free
    step = max(1, ceil((text_width("2000", size) + 0.5 * size) / slot))
    for place, year in enumerate(every):
        middle = left + (place + 0.5) * slot
        if place % step == 0:
            sheet.middle((middle, bottom + 0.9 * size), year, size)
        if bar := found.get(year):
            _bars_of(bars, bar, sheet, (middle, bottom, unit), thick, hatch, by if labelled else 0.0)


def _bars_of(
    bars: Bars, bar: Bar, sheet: Sheet, at: tuple[float, float, float], thick: float, hatch: str, by: float
) -> None:
    """The bars of one year, about a middle; values above them in parts of `by`, unless it is 0."""
    middle, bottom, unit = at
    size, look = sheet.size, sheet.look
    left = middle - thick * len(bar.values) / 2
    for number, value in enumerate(bar.values):
        colour = SERIES[number % len(SERIES)]
        fill, edge = look.fill(colour), look.border(colour)
        x0, x1 = left + (number + 0.04) * thick, left + (number + 0.96) * thick
        tip = bottom - unit * (value or 0.0)
        doubtful = bar.doubtful if number == 0 else 0.0
        if value:
            sure = tip + unit * doubtful
            if doubtful < value:
                sheet.box((x0, sure, x1, bottom), fill, edge=edge)
            if doubtful:
                sheet.box((x0, tip, x1, sure), look.paper, edge=fill, hatch=hatch)
        above = tip - 0.65 * size
        if by and (value is not None or not bar.missing):
            said = "" if value is None else _short(value / by)
            sheet.middle(((x0 + x1) / 2, above), said, size)
            above -= 1.15 * size
        if number == 0 and bar.missing:
            sheet.middle(((x0 + x1) / 2, above), f"+{bar.missing}", size, muted=True)


def _said(bar: Bar, at: int, by: float) -> str:
    value = bar.values[at]
    return "" if value is None else _short(value / by)


def _short(value: float) -> str:
    """A number on an axis or above a bar: one decimal where it is small and broken."""
    return exact(round(value, 1 if value < 100 else 0)) if value >= 0.05 or value == 0 else f"{value:.1g}"


def _axis_width(sheet: Sheet, panel: Panel) -> float:
    highest = max((value for bar in panel.bars for value in bar.values if value is not None), default=0.0)
    by, _ = scale(highest)
    return max(text_width(_short(tick), sheet.size) for tick in ticks(0.0, highest / by, 8)) + sheet.size
