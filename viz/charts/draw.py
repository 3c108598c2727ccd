"""Drawing: the words around a chart, and the chart in the room between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from migov.queries.answer import Answer
from migov.queries.questions import Question
from migov.viz.charts.bars import BarsPainter
from migov.viz.charts.legend import Entry, draw_legend, legend_height
from migov.viz.charts.matrix import MatrixPainter
from migov.viz.charts.model import Bars, Body, Chart, Matrix
from migov.viz.charts.of_answer import chart_of, sentences
from migov.viz.charts.sheet import LINE_HEIGHT, Room, Sheet, points
from migov.viz.charts.timeline import TimelinePainter
from migov.viz.figures.figure import Format
from migov.viz.formats import SLIDE
from migov.viz.inks import LOOKS
from migov.viz.lettering import wrap_to

TITLE = 1.75
LEAST_FOOT = 8.0
UPRIGHT = 13.0
"""Height in cm under which upright bars are flat."""


class Painter(Protocol):
    """What each kind of chart can do."""

    def left_out(self) -> str:
        """What of the whole is shown, or nothing if all is."""

    def entries(self, sheet: Sheet) -> list[Entry]:
        """The legend: only what is drawn."""

    def fitted(self, sheet: Sheet, room: Room) -> Painter:
        """The part that can be read in this room."""

    def paint(self, sheet: Sheet, room: Room) -> None:
        """Draws it."""


def chart(
    answer: Answer,
    question: Question,
    *,
    format: Format,
    size_cm: tuple[float, float] = SLIDE,
    dpi: int = 200,
    look: str = "light",
) -> bytes:
    """An answer as a picture (`svg`, `png`, `pdf`), by default of the size of a slide; look is light, dark or print.

    Raises `QueryError` for an answer that has no chart.
    """
    return drawn(chart_of(answer, question), format=format, size_cm=size_cm, dpi=dpi, look=look)


def drawn(
    shown: Chart, *, format: Format, size_cm: tuple[float, float] = SLIDE, dpi: int = 200, look: str = "light"
) -> bytes:
    """A chart as a picture: what does not fit at a readable size is left out and counted in the subtitle."""
    sheet = Sheet(points(size_cm[0]), points(size_cm[1]), LOOKS[look])
    size, margin = sheet.size, 2.0 * sheet.size
    width = sheet.width - 2 * margin
    foot = max(LEAST_FOOT, 0.96 * size)
    title = wrap_to(shown.title, width, TITLE * size, "-Bold")
    source = wrap_to(shown.source, width, foot)
    under = 0.9 * margin + (len(title) * LINE_HEIGHT * TITLE + 0.3) * size
    bottom = sheet.height - 0.8 * margin - len(source) * LINE_HEIGHT * foot

    def head(painter: Painter) -> tuple[list[str], list[Entry], float, Room]:
        lines = wrap_to(sentences(shown.subtitle, painter.left_out()), width, size)
        entries = painter.entries(sheet)
        signs = under + len(lines) * LINE_HEIGHT * size + 0.5 * size
        top = signs + legend_height(sheet, entries, width) + 0.7 * size
        return lines, entries, signs, (margin, top, margin + width, bottom - size)

    whole = painter = _painter(shown.body)
    for _ in range(2):  # what is left out makes the subtitle longer, and the room smaller
        painter = whole.fitted(sheet, head(painter)[3])
    lines, entries, signs, room = head(painter)
    sheet.text((margin, 0.9 * margin), title, TITLE * size, bold=True)
    sheet.text((margin, under), lines, size, muted=True)
    draw_legend(sheet, entries, margin, signs, width)
    painter.paint(sheet, room)
    sheet.text((margin, bottom), source, foot, muted=True)
    return sheet.content(format, dpi, shown.title, shown.subtitle)


def picture(shown: Chart, look: str, heights: Sequence[float]) -> tuple[str, str]:
    """The chart alone as SVG, with its legend and without other words, and what it leaves out.

    As wide as a slide, and of the first of these heights (in cm) that holds all that any of them does.
    """
    whole = _painter(shown.body)
    if isinstance(shown.body, Bars) and shown.body.upright:
        heights = [height for height in heights if height >= UPRIGHT] or heights

    def within(height: float) -> tuple[Sheet, Painter, Room]:
        sheet = Sheet(points(SLIDE[0]), points(height), LOOKS[look])
        gap = 0.7 * sheet.size
        top = legend_height(sheet, whole.entries(sheet), sheet.width) + gap
        room = (gap, top, sheet.width - gap, sheet.height - gap)
        return sheet, whole.fitted(sheet, room), room

    most = within(heights[-1])[1].left_out()
    sheet, painter, room = next(one for one in map(within, heights) if one[1].left_out() == most)
    draw_legend(sheet, painter.entries(sheet), room[0], 0.0, room[2] - room[0])
    painter.paint(sheet, room)
    return sheet.content("svg", 72, shown.title, "").decode(), most


def _painter(body: Body) -> Painter:
    if isinstance(body, Bars):
        return BarsPainter(body)
    return MatrixPainter(body) if isinstance(body, Matrix) else TimelinePainter(body)
