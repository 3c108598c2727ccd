"""A timeline as it is drawn: a row for each span, an arrow where no beginning or no end is printed, undated rows last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from migov.viz.charts.axis import Axis
from migov.viz.charts.cut import foremost
from migov.viz.charts.legend import Entry
from migov.viz.charts.model import Span, Timeline
from migov.viz.charts.palette import KINDS, OTHER, SERIES, on, rule
from migov.viz.charts.read_timeline import at_once
from migov.viz.charts.sheet import Room, Sheet, elided, text_width

ROW, TALLEST = 1.45, 3.2  # in type sizes
LABEL_SHARE = 0.44


@dataclass(frozen=True, slots=True)
class TimelinePainter:
    """Draws a timeline."""

    timeline: Timeline

    def left_out(self) -> str:
        """How many spans of how many, and how many of them have no printed date."""
        spans = self.timeline.spans
        undated, whole = self.timeline.undated, self.timeline.whole
        which = f"{len(spans)} longest" if self.timeline.longest else f"first {len(spans)}"
        last = "" if all(span.dated for span in spans) else ", and stand last" if undated > 1 else ", and stands last"
        peak = self.timeline.peak
        told = f", {at_once(spans)[peak] or 'none'} of them in {peak}; the title tells of all" if peak else ""
        parts = [
            f"Shown: the {which} of {whole}{told}" if len(spans) < whole else "",
            f"{undated} without a printed date{last}" if undated else "",
        ]
        return ". ".join(part for part in parts if part)

    def entries(self, sheet: Sheet) -> list[Entry]:
        """Kinds, then what dashes, arrows and points mean."""
        spans = self.timeline.spans
        used = [kind for kind in self.timeline.kinds if any(span.kind == kind for span in spans)]
        beside = all(span.note == span.kind for span in spans)
        found = [
            Entry(kind, partial(_swatch, self._colour(kind))) for kind in used if len(used) <= len(SERIES) or not beside
        ]
        if self.timeline.planned and any(span.planned for span in spans):
            found.append(Entry(f"{self.timeline.planned}, not yet done", partial(_dashed, KINDS[0])))
        if any(span.dated and not span.ended for span in spans):
            found.append(Entry("no end printed", partial(_open, True), 2.4))
        if any(span.dated and not span.opened for span in spans):
            found.append(Entry("no beginning printed", partial(_open, False), 2.4))
        return found

    def fitted(self, sheet: Sheet, room: Room) -> TimelinePainter:
        """As many spans as find room."""
        most = max(1, int((room[3] - room[1] - 2 * sheet.size) / (ROW * sheet.size)))
        return TimelinePainter(foremost(self.timeline, most))

    def paint(self, sheet: Sheet, room: Room) -> None:
        """Draws the years, then a span a row."""
        spans = self.timeline.spans
        row = min(TALLEST * sheet.size, (room[3] - room[1] - 2 * sheet.size) / len(spans))
        widest = max(text_width(span.label, sheet.size) for span in spans)
        most = LABEL_SHARE * (room[2] - room[0])
        size = sheet.size * min(1.25, max(1.0, min(row / sheet.size / ROW / 1.5, most / widest)))
        lines = max(1, int(row / (1.18 * size)))
        labels = min(widest * size / sheet.size, most)
        left, top = room[0] + labels + size, room[1] + 2 * size
        bottom = top + row * len(spans)
        axis = Axis.over(spans, left, room[2])
        _years(sheet, axis, top, bottom - row * sum(not span.dated for span in spans))
        for place, span in enumerate(spans):
            y = top + place * row
            if lines > 1 and place:
                sheet.line((room[0], y), (left - size, y), rule(sheet.look), 0.5)
            words = elided(span.label, labels, size, lines)
            sheet.text((room[0], y + (row - len(words) * 1.2 * size) / 2), words, size, muted=not span.dated)
            if span.dated:
                self._span(sheet, axis, span, (y, row), size, room[2])
            else:
                said = ", ".join(part for part in ("no printed date", span.note) if part)
                words = elided(said, room[2] - left, size)
                sheet.middle((left + 0.5 * size, y + row / 2), words[0], size, align="left", muted=True)

    def _span(self, sheet: Sheet, axis: Axis, span: Span, at: tuple[float, float], size: float, right: float) -> None:
        """One span with its note behind it, or before it where there is more room."""
        look, colour = sheet.look, self._colour(span.kind)
        middle = at[0] + at[1] / 2
        half = min(0.36 * at[1], 0.55 * size)
        x0, x1 = axis.reach(span)
        if x1 - x0 < 0.7 * size and span.opened and span.ended:
            x = (x0 + x1) / 2
            corners = [(x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle)]
            sheet.shape(corners, look.paper if span.planned else look.fill(colour), look.border(colour))
            x0, x1 = x - half, x + half
        elif span.planned:
            sheet.box((x0, middle - half, x1, middle + half), look.paper, edge=look.border(colour), dashed=True)
        else:
            sheet.box((x0, middle - half, x1, middle + half), look.fill(colour), edge=look.border(colour))
        if not span.ended:
            x1 = _arrow(sheet, (x1, middle), half, look.border(colour), 1)
        if not span.opened:
            x0 = _arrow(sheet, (x0, middle), half, look.border(colour), -1)
        self._note(sheet, span, (x0, x1, middle), size, (axis.left, right))

    def _note(
        self, sheet: Sheet, span: Span, at: tuple[float, float, float], size: float, ends: tuple[float, float]
    ) -> None:
        """The note behind the bar, before it or in it, wherever it fits; cut where it fits nowhere."""
        (x0, x1, y), wide = at, text_width(span.note, size)
        after, before, within = ends[1] - x1 - 0.5 * size, x0 - ends[0] - 0.5 * size, x1 - x0 - size
        inside = within >= min(wide, max(after, before)) and not span.planned
        if not span.note or (max(after, before) < 3 * size and not inside):
            return
        if after >= wide or (after >= before and not inside):
            sheet.middle((x1 + 0.5 * size, y), elided(span.note, after, size)[0], size, align="left", muted=True)
        elif before >= wide or not inside:
            sheet.middle((x0 - 0.5 * size, y), elided(span.note, before, size)[0], size, align="right", muted=True)
        else:
            words, colour = elided(span.note, within, size)[0], on(sheet.look.fill(self._colour(span.kind)))
            sheet.middle((x0 + 0.5 * size, y), words, size, align="left", colour=colour)

    def _colour(self, kind: str) -> str:
        if not kind:
            return KINDS[0]
        place = self.timeline.kinds.index(kind)
        return KINDS[place] if place < len(KINDS) else OTHER


def _years(sheet: Sheet, axis: Axis, top: float, bottom: float) -> None:
    """A line where each year begins, and its number over it."""
    size = sheet.size
    step = axis.step(text_width("2000", size) + 0.6 * size)
    for year in range(axis.first, axis.last + 2):
        x = axis.left + axis.year * (year - axis.first)
        if axis.year > 1.5 * size or year % step == 0:
            sheet.line((x, top - 0.3 * size), (x, bottom), rule(sheet.look), 0.6)
        if (year <= axis.last or step > 1) and year % step == 0:
            middle = x + axis.year / 2 if step == 1 else x
            sheet.middle((middle, top - size), str(year), size, muted=True)


def _arrow(sheet: Sheet, at: tuple[float, float], half: float, colour: str, way: int) -> float:
    """Three chevrons that lead on from the end of a bar; returns where they end."""
    x, y = at
    for number in range(3):
        tip = x + way * (number + 1) * 0.9 * half
        back = tip - way * 0.6 * half
        corners = [(back, y - half), (tip, y), (back, y + half), (back - way * 0.3 * half, y + half)]
        corners += [(tip - way * 0.3 * half, y), (back - way * 0.3 * half, y - half)]
        sheet.shape(corners, colour)
    return x + way * 3 * 0.9 * half


def _swatch(colour: str, sheet: Sheet, room: Room) -> None:
    sheet.box(room, sheet.look.fill(colour), edge=sheet.look.border(colour))


def _dashed(colour: str, sheet: Sheet, room: Room) -> None:
    sheet.box(room, sheet.look.paper, edge=sheet.look.border(colour), dashed=True)


def _open(ended: bool, sheet: Sheet, room: Room) -> None:
    """A short bar that leads on to the right, or to the left."""
    half, middle = (room[3] - room[1]) / 2, (room[1] + room[3]) / 2
    stop = (room[0] + room[2]) / 2
    bar = (room[0], room[1], stop, room[3]) if ended else (stop, room[1], room[2], room[3])
    sheet.box(bar, sheet.look.fill(KINDS[0]), edge=sheet.look.border(KINDS[0]))
    _arrow(sheet, (stop, middle), half, sheet.look.border(KINDS[0]), 1 if ended else -1)
