"""Charts as slides: a native chart, table or drawing that can be edited, and tables of what it cannot hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol, Self, TypeVar

from migov.viz.charts.model import Bars, Chart, Matrix
from migov.viz.charts.of_answer import sentences
from migov.viz.charts.slide_bars import BarsSlide
from migov.viz.charts.slide_matrix import MatrixSlide
from migov.viz.charts.slide_timeline import TimelineSlide
from migov.viz.slides.content import MOST_ROWS, Drawn, Table, TableRow
from migov.viz.slides.deck import deck
from migov.viz.slides.lettering import fitting, height, wrapped
from migov.viz.slides.notes import notes
from migov.viz.slides.page import SOURCE, SUBTITLES, Page
from migov.viz.slides.paper import Paper

GAPS: Final = 22.0
"""Height between subtitle, chart and source line, in points."""

Said = tuple[str, tuple[str, ...]]
N = TypeVar("N", bound="Native")


class Native(Protocol):
    """What each kind of chart can do on a slide."""

    def fitted(self, width: float, height: float) -> Self:
        """The part that can be read in a room of this size, in points."""

    def left_out(self) -> str:
        """What of the whole is shown, or nothing if all is."""

    def labels(self) -> Sequence[str]:
        """The labels of what is shown."""

    def rest(self, shown: Self) -> tuple[str, tuple[str, ...], Sequence[Said]]:
        """What `shown` leaves out: a title, the headings of a table, and for each of its rows the label and the cells."""

    def draw(self, page: Page) -> None:
        """Draws it into the room of the page."""


def deck_of(charts: Sequence[Chart], template: Path | None = None) -> bytes:
    """The bytes of a PPTX with these charts, on our paper or a reader's `template`; the same for the same charts.

    Raises `InputError` for a template that is no presentation.
    """
    return deck([Drawn(chart.title, partial(draw_chart, chart=chart)) for chart in charts], template)


def draw_chart(sheet: Paper, chart: Chart) -> list[Table]:
    """Draws a chart on a new slide; returns a table of what does not fit, or none."""
    body = chart.body
    if isinstance(body, Bars):
        return _draw(sheet, chart, BarsSlide(body))
    return _draw(sheet, chart, MatrixSlide(body) if isinstance(body, Matrix) else TimelineSlide(body))


def _draw(sheet: Paper, chart: Chart, whole: N) -> list[Table]:
    under, shown = chart.subtitle, whole
    for _ in range(2):  # what is left out makes the subtitle longer, and the room smaller
        shown = whole.fitted(sheet.content.width, _room(sheet, under, chart.source))
        title, columns, left = whole.rest(shown)
        under = sentences(chart.subtitle, shown.left_out(), "The others follow" if left else "")
    behind = [(label, chart.behind.get(label, ())) for label in shown.labels()]
    page = Page(sheet, chart.title, under, chart.source, notes([under], behind))
    shown.draw(page)
    page.close()
    if not left:
        return []
    rows = [TableRow(cells, chart.behind.get(label, ())) for label, cells in left[:MOST_ROWS]]
    listed = f"; {chart.command} lists all" if chart.command else ""
    cut = f"Shown: the first {MOST_ROWS} of {len(left)} rows{listed}" if len(left) > MOST_ROWS else ""
    return [Table(title, columns, rows, sentences(chart.title, cut), chart.source)]


def _room(sheet: Paper, subtitle: str, source: str) -> float:
    """Height that subtitle and source line leave, as `Page` sets them."""
    width = sheet.content.width - 4
    said, size = fitting(subtitle, width, SUBTITLES, 2)
    lines = len(wrapped(said, width, size)) if said == subtitle else 3
    foot = len(wrapped(source, width, SOURCE, most=3))
    return sheet.content.height - height(lines, size) - height(foot, SOURCE) - GAPS
