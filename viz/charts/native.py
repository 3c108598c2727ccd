"""One native chart of PowerPoint: bars with their values, whose numbers stand in a workbook behind it. Units are points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from migov.viz.charts.model import Bar, Bars, Panel
from migov.viz.charts.numbers import exact, scale, ticks
from migov.viz.charts.palette import SERIES, rule
from migov.viz.charts.slide_parts import ink, look_of
from migov.viz.inks import Look
from migov.viz.lettering import text_width
from migov.viz.slides.lettering import wrapped
from migov.viz.slides.page import Page, element_in, rgb
from migov.viz.slides.paper import Rect, emu

SIZES: Final = (12.0, 11.0, 10.0)
LABELS: Final = 0.36  # of the width, at most
AXIS: Final = 64.0
"""Width of the scale beside upright bars."""
MANY: Final = 40
"""Upright bars from which on only those of the first series bear their value."""


def add_chart(page: Page, bars: Bars, panel: Panel, where: Rect, labels: float) -> None:
    """Draws one panel; lying bars begin behind their labels, which take this width in all panels."""
    look = look_of(page.sheet)
    size = _size(bars, panel, where)
    panel = replace(panel, bars=_on_all_years(bars, panel)) if bars.upright else panel
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if bars.upright else XL_CHART_TYPE.BAR_CLUSTERED
    data = _data(bars, panel, labels, size, where.height)
    shapes: Any = page.slide.shapes
    frame = shapes.add_chart(kind, *(emu(side) for side in where), data)
    frame.name = f"Chart {panel.name}".strip()
    told = f"{len(panel.bars)} {bars.things}: {', '.join(bars.series)}" + (f", {panel.name}" if panel.name else "")
    next(frame._element.iter(qn("p:cNvPr"))).set("descr", told)
    chart = frame.chart
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.rgb = Pt(size), rgb(ink(page.sheet))
    plot = chart.plots[0]
    doubted = any(bar.doubtful for bar in panel.bars)
    plot.gap_width, plot.overlap = 45, (100 if doubted else 0)
    few = len(panel.bars) * len(bars.series) <= MANY or not bars.upright
    for at, series in enumerate(plot.series):
        _paint(series, bars, panel, at, look)
        if at == 0 or (few and at < len(bars.series)):
            _value(series, scaled(bars, panel).format, size, ink(page.sheet))
    _axes(chart, bars, panel, look, size, where.height)
    _place(chart, bars, where, labels, size)


def pattern(fill: Any, colour: str, paper: str) -> None:
    """Hatches a shape or a series: what is in doubt."""
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = rgb(colour), rgb(paper)


class Scale(NamedTuple):
    """The number format of values, what it divides them by, and the word for that."""

    format: str
    by: float = 1.0
    word: str = ""


def scaled(bars: Bars, panel: Panel) -> Scale:
    """The scale of a panel: upright bars have no room for long numbers."""
    known = _known(panel)
    by, word = scale(max(known, default=0.0)) if bars.upright else (1.0, "")
    whole = all(value == int(value) for value in known) or max(map(abs, known), default=0.0) >= 1000
    unit = f'"{bars.unit if bars.unit == "%" else f" {bars.unit}"}"' if bars.unit else ""
    if by > 1:
        return Scale("#,##0.0" + "," * (2 if by == 1e6 else 3) + unit, by, word)
    return Scale(("#,##0" if whole else "#,##0.0") + unit)


def category(bar: Bar, between: str = "  ") -> str:
    """A label with what cannot stand at the end of a bar that is computed from a cell: what is missing, and a note."""
    return between.join(part for part in (bar.label, f"+{bar.missing}" if bar.missing else "", bar.note) if part)


def label_width(bars: Bars, width: float) -> float:
    """The width that the labels of lying bars take in all panels."""
    return min(LABELS * width, max(text_width(category(b), SIZES[0]) for panel in bars.panels for b in panel.bars) + 8)


def _known(panel: Panel) -> list[float]:
    return [value for bar in panel.bars for value in bar.values if value is not None]


def _on_all_years(bars: Bars, panel: Panel) -> tuple[Bar, ...]:
    """The bars of a panel on the years of all panels."""
    years = sorted({int(bar.label) for one in bars.panels for bar in one.bars})
    there = {bar.label: bar for bar in panel.bars}
    nothing = (None,) * len(bars.series)
    return tuple(there.get(str(year)) or Bar(str(year), nothing) for year in range(years[0], years[-1] + 1))


def _data(bars: Bars, panel: Panel, labels: float, size: float, height: float) -> Any:
    """The workbook: labels, a column for each series, and one for what is sure where some is in doubt."""
    made: Any = CategoryChartData
    data = made(number_format=scaled(bars, panel).format)
    if bars.upright:
        data.categories = [category(bar, "\n") for bar in panel.bars]
    else:
        lines = max(1, min(3, int(height / len(panel.bars) / (1.25 * size))))
        data.categories = [" ".join(wrapped(category(bar), labels - 6, size, "", lines)) for bar in panel.bars]
    for at, name in enumerate(bars.series):
        data.add_series(name, [bar.values[at] for bar in panel.bars])
    if any(bar.doubtful for bar in panel.bars):
        sure = [None if bar.values[0] is None else bar.values[0] - bar.doubtful for bar in panel.bars]
        data.add_series(f"{bars.series[0]}, without doubt", sure)
    return data


def _size(bars: Bars, panel: Panel, where: Rect) -> float:
    """The largest type in which labels do not run into each other."""
    for size in SIZES[:-1]:
        if bars.upright:
            format_, by, _ = scaled(bars, panel)
            texts = [exact(round(value / by, 1 if ".0" in format_ else 0)) for value in _known(panel)]
            slot = where.width / len(_on_all_years(bars, panel))
            wide = max(text_width(said, size) for said in [*texts, "2000"])
            if wide <= slot * 0.92 / (len(bars.series) if wide > text_width("2000", size) else 1):
                return size
        elif where.height / len(panel.bars) >= (1.4 if len(bars.series) == 1 else 1.3 * len(bars.series)) * size:
            return size
    return SIZES[-1]


def _paint(series: Any, bars: Bars, panel: Panel, at: int, look: Look) -> None:
    """Full colour for what is sure, hatches for the whole of which a part is in doubt, a dashed frame for plans."""
    fill = look.fill(SERIES[at % len(SERIES)])
    if any(bar.doubtful for bar in panel.bars):
        fill = look.fill(SERIES[0])
        if at == 0:
            pattern(series.format.fill, fill, look.paper)
            series.format.line.color.rgb = rgb(fill)
    if not (at == 0 and any(bar.doubtful for bar in panel.bars)):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(fill)
    series.invert_if_negative = False
    for number, bar in enumerate(panel.bars):
        if bar.planned and at < len(bar.values) and bar.values[at]:
            point = series.points[number].format
            point.fill.background()
            point.line.color.rgb, point.line.dash_style = rgb(fill), MSO_LINE.DASH


def _value(series: Any, format_: str, size: float, colour: str) -> None:
    """The values at the ends of the bars, in one line each."""
    shown = series.data_labels
    shown.show_value, shown.position = True, XL_LABEL_POSITION.OUTSIDE_END
    shown.number_format, shown.number_format_is_linked = format_, False
    shown.font.size, shown.font.color.rgb = Pt(size), rgb(colour)
    shown._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")


def _axes(chart: Any, bars: Bars, panel: Panel, look: Look, size: float, tall: float) -> None:
    """Labels beside the bars; no scale for lying bars, whose values stand behind them, and a light one under upright ones."""
    names, values = chart.category_axis, chart.value_axis
    names.format.line.color.rgb = rgb(look.muted)
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = Pt(size)
    names.has_major_gridlines, values.has_major_gridlines = False, bars.upright
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    if bars.upright:
        values.major_gridlines.format.line.color.rgb = rgb(rule(look))
        values.format.line.fill.background()
        values.tick_labels.font.size = Pt(size)
        values.tick_labels.number_format = scaled(bars, panel).format.replace(".0", "")
        values.tick_labels.number_format_is_linked = False
        steps = ticks(0.0, max(_known(panel), default=0.0), max(1, int(tall / 40)))
        values.minimum_scale = 0.0
        if len(steps) > 1:
            values.major_unit = steps[1] - steps[0]
        return
    names.reverse_order = True
    values.visible = False
    known = [value for one in bars.panels for value in _known(one)]  # bars of all panels have one scale
    values.maximum_scale, values.minimum_scale = (max(known, default=0.0) or 1.0) * 1.02, min(0.0, *known, 0.0) * 1.15


def _place(chart: Any, bars: Bars, where: Rect, labels: float, size: float) -> None:
    """Where the bars stand: beside labels or scale, with room for the values, at one place in all panels."""
    if bars.upright:
        foot = (2 if any(bar.missing or bar.note for panel in bars.panels for bar in panel.bars) else 1) * 1.25 * size
        box = (AXIS / where.width, 0.03, 1 - AXIS / where.width, 0.97 - (foot + 6) / where.height)
    else:
        unit = f" {bars.unit}" if bars.unit else ""
        known = [value for panel in bars.panels for value in _known(panel)]
        longest = max((text_width(exact(value) + unit, size) for value in known), default=0.0)
        left = (labels + 4) / where.width
        box = (left, 0.01, 1 - left - (longest + 14) / where.width, 0.98)
    plot = chart._chartSpace.chart.plotArea
    layout = plot.find(qn("c:layout"))
    if layout is None:
        layout = element_in(plot, "c:layout")
        plot.insert(0, layout)
    for old in list(layout):
        layout.remove(old)
    manual = element_in(layout, "c:manualLayout")
    for name, word in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge")):
        element_in(manual, f"c:{name}", val=word)
    for name, part in zip("xywh", box, strict=True):
        element_in(manual, f"c:{name}", val=f"{part:.4f}")
