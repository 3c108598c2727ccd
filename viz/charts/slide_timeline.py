"""A timeline on a slide: native rectangles on years, each in a row with its label. Units are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from migov.viz.charts.axis import Axis
from migov.viz.charts.cut import foremost
from migov.viz.charts.model import Span, Timeline
from migov.viz.charts.palette import KINDS, OTHER, rule
from migov.viz.charts.slide_parts import Entry, Sign, add_shape, legend, legend_height, look_of, swatch
from migov.viz.charts.timeline import TimelinePainter
from migov.viz.inks import LOOKS, Look
from migov.viz.lettering import text_width
from migov.viz.slides.lettering import wrapped
from migov.viz.slides.page import Page
from migov.viz.slides.paper import Rect

TYPE: Final = 11.0
ROWS: Final = (18.0, 26.6)
"""Height of a row whose label has one line, and two."""
TALLEST: Final = 38.0
MOST: Final = 18
LABELS: Final = 0.4  # of the width, at most
YEARS: Final = 18.0
SHORT: Final = 9.0  # a span narrower than this is a point
ARROW: Final = 14.0
"""The pointed end of a bar that has no printed end."""


@dataclass(frozen=True, slots=True)
class TimelineSlide:
    """Draws a timeline."""

    timeline: Timeline

    def fitted(self, width: float, height: float) -> TimelineSlide:
        """As many spans as find room."""
        room = height - YEARS - legend_height(self._legend(LOOKS["light"]), width)
        spans = foremost(self.timeline, min(MOST, max(1, int(room / ROWS[0]))))
        if any(text_width(span.label, TYPE) > LABELS * width for span in spans.spans):
            spans = foremost(self.timeline, min(MOST, max(1, int(room / ROWS[1]))))
        return TimelineSlide(spans)

    def left_out(self) -> str:
        """As under the figure."""
        return TimelinePainter(self.timeline).left_out()

    def labels(self) -> Sequence[str]:
        """The labels of the spans."""
        return list(dict.fromkeys(span.label for span in self.timeline.spans))

    def rest(self, shown: TimelineSlide) -> tuple[str, tuple[str, ...], list[tuple[str, tuple[str, ...]]]]:
        """The spans that are not shown, in the order of time."""
        drawn = {id(span) for span in shown.timeline.spans}
        whole = foremost(self.timeline, len(self.timeline.spans)).spans
        left = [span for span in whole if id(span) not in drawn]
        noted = any(span.note for span in left)
        kinds = any(span.kind and span.kind != span.note for span in left)
        what, note = self.timeline.heads
        columns = (what, "From", "To", *(("Kind",) if kinds else ()), *((note,) if noted else ()))
        rows = [
            (
                span.label,
                (span.label, *printed(span), *((span.kind,) if kinds else ()), *((span.note,) if noted else ())),
            )
            for span in left
        ]
        return f"The other {len(left)} {self.timeline.things}", columns, rows

    def draw(self, page: Page) -> None:
        """Draws legend, years, and a span a row."""
        spans, room, look = self.timeline.spans, page.room, look_of(page.sheet)
        top = room.y + legend(page, self._legend(look), room)
        wide = min(LABELS * room.width, max(text_width(span.label, TYPE) for span in spans) + 10)
        left, right = room.x + wide + 8, room.x + room.width
        axis = Axis.over(spans, left, right)
        down = min(TALLEST, (room.y + room.height - top - YEARS) / len(spans))
        first = top + YEARS
        _years(page, axis, Rect(left, top, right - left, YEARS + down * sum(span.dated for span in spans)), look)
        for place, span in enumerate(spans):
            y = first + place * down
            lines = wrapped(span.label, wide, TYPE, "", max(1, int(down / (1.2 * TYPE))))
            where = Rect(room.x, y, wide, down)
            page.text(where, " ".join(lines), TYPE, anchor=MSO_ANCHOR.MIDDLE, name=f"Label {place + 1}")
            row = Rect(left, y, right - left, down)
            if span.dated:
                self._span(page, axis, span, row, look)
            else:
                words = ", ".join(part for part in ("no printed date", span.note) if part)
                self._note(page, words, Rect(left, y, right - left, down))

    def _span(self, page: Page, axis: Axis, span: Span, row: Rect, look: Look) -> None:
        """One span with its note behind it, or before it where there is more room."""
        assert span.first is not None
        assert span.last is not None
        x0, x1 = axis.reach(span)
        tall = min(0.62 * row.height, 14.0)
        y = row.y + (row.height - tall) / 2
        colour = look.fill(self._colour(span.kind))
        fill, edge = ("", colour) if span.planned else (colour, look.paper)
        told = f"{span.label}: {' to '.join(dict.fromkeys(printed(span)))}" + (f"; {span.note}" if span.note else "")
        if x1 - x0 < SHORT and span.opened and span.ended:
            middle = (x0 + x1) / 2
            x0, x1 = middle - tall / 2, middle + tall / 2
            form = MSO_SHAPE.DIAMOND
        elif not span.ended or not span.opened:
            x0, x1 = (x0, max(x1, x0 + 2 * ARROW)) if not span.ended else (min(x0, x1 - 2 * ARROW), x1)
            form = MSO_SHAPE.PENTAGON
        else:
            form = MSO_SHAPE.RECTANGLE
        x0, x1 = max(x0, row.x), min(x1, row.x + row.width)
        shape = add_shape(
            page,
            Rect(x0, y, x1 - x0, tall),
            fill,
            edge=edge,
            dash="dash" if span.planned else "",
            form=form,
            name=span.label,
            told=told,
        )
        if form == MSO_SHAPE.PENTAGON and span.ended:
            _turn(shape)
        after, before = row.x + row.width - x1 - 6, x0 - row.x - 6
        if not span.note or max(after, before) < 40:
            return
        if after >= before or after >= text_width(span.note, TYPE):
            self._note(page, span.note, Rect(x1 + 5, row.y, after, row.height))
        else:
            self._note(page, span.note, Rect(row.x, row.y, before, row.height), PP_ALIGN.RIGHT)

    def _note(self, page: Page, said: str, where: Rect, align: PP_ALIGN = PP_ALIGN.LEFT) -> None:
        """A note as wide as its words, cut where there is no room."""
        text = " ".join(wrapped(said, where.width - 4, TYPE, "", 1))
        wide = min(where.width, text_width(text, TYPE) + 4)
        x = where.x + where.width - wide if align == PP_ALIGN.RIGHT else where.x
        page.text(Rect(x, where.y, wide, where.height), text, TYPE, align=align, anchor=MSO_ANCHOR.MIDDLE, name="Note")

    def _colour(self, kind: str) -> str:
        place = self.timeline.kinds.index(kind) if kind else 0
        return KINDS[place] if place < len(KINDS) else OTHER

    def _legend(self, look: Look) -> list[Entry]:
        timeline, spans = self.timeline, self.timeline.spans
        first = look.fill(KINDS[0])
        beside = all(span.note == span.kind for span in spans)
        found: list[Entry] = []
        if len(timeline.kinds) <= len(KINDS) or not beside:
            found += [Entry(kind, swatch(look.fill(self._colour(kind)))) for kind in timeline.kinds[: len(KINDS)]]
        if len(timeline.kinds) > len(KINDS) and not beside:
            found.append(Entry("other kinds", swatch(look.fill(OTHER))))
        if any(span.planned for span in spans):
            found.append(Entry(f"{timeline.planned}, not yet done", swatch("", edge=first, dash="dash")))
        if any(span.dated and not span.ended for span in spans):
            found.append(Entry("no end printed", swatch(first, form=MSO_SHAPE.PENTAGON), 24.0))
        if any(span.dated and not span.opened for span in spans):
            found.append(Entry("no beginning printed", _turned(first), 24.0))
        return found


def printed(span: Span) -> tuple[str, str]:
    """First and last day as they were printed, as near as the spans tell: whole years without days."""
    if span.first is None or span.last is None:
        return "no date", "no date"
    first = str(span.first.year) if span.first == date(span.first.year, 1, 1) else str(span.first)
    last = str(span.last.year) if span.last == date(span.last.year, 12, 31) else str(span.last)
    return (first if span.opened else "not printed"), (last if span.ended else "not printed")


def _years(page: Page, axis: Axis, where: Rect, look: Look) -> None:
    """A thin line where each year begins, and its number over it."""
    step = axis.step(text_width("2000", TYPE) + 8)
    for year in range(axis.first, axis.last + 2):
        x = axis.left + axis.year * (year - axis.first)
        if year % step == 0 or step == 1:
            line = Rect(x - 0.25, where.y + YEARS - 3, 0.5, where.height - YEARS + 3)
            add_shape(page, line, rule(look), name="Year line")
        if (year <= axis.last or step > 1) and year % step == 0:
            wide = text_width("2000", TYPE) + 4
            left = x + (axis.year if step == 1 else 0.0) / 2 - wide / 2
            page.text(Rect(left, where.y, wide, YEARS - 4), str(year), TYPE, align=PP_ALIGN.CENTER, name="Year")


def _turned(fill: str) -> Sign:
    def draw(page: Page, where: Rect) -> None:
        _turn(add_shape(page, where, fill, form=MSO_SHAPE.PENTAGON, name="Legend sign"))

    return draw


def _turn(shape: Any) -> None:
    """The point to the left."""
    shape._element.spPr.find(qn("a:xfrm")).set("flipH", "1")
