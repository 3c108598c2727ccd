"""Bars as they are drawn: lying ones with their label before and their value behind, upright ones on years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from migov.viz.charts import lying, upright
from migov.viz.charts.cut import MOST_PANELS, shared
from migov.viz.charts.legend import Entry
from migov.viz.charts.model import Bars
from migov.viz.charts.palette import SERIES
from migov.viz.charts.sheet import Room, Sheet

HATCH = "////"


@dataclass(frozen=True, slots=True)
class BarsPainter:
    """Draws bars."""

    bars: Bars

    def left_out(self) -> str:
        """How many bars of how many, for each panel that was cut; which panels have no room; why there are several."""
        several = len(self.bars.panels) > 1
        held = [
            (panel, sum(not bar.silent for bar in panel.bars), panel.whole - panel.silent) for panel in self.bars.panels
        ]
        said = [
            f"the largest {drawn} of {whole}{f' in {panel.name}' if several else ''}"
            for panel, drawn, whole in held
            if drawn < whole and not self.bars.upright
        ]
        apart = [panel.name for panel in self.bars.panels]
        order = ", totals before their parts" if said and any(panel.parts for panel in self.bars.panels) else ""
        parts = [f"Shown: {'; '.join(said)}{order}" if said else "", self._silent()]
        if several:
            parts.append(f"{' and '.join(apart)} stand apart, for currencies are never added up")
        return ". ".join(part for part in parts if part)

    def _silent(self) -> str:
        """How many labels are not drawn because nothing is recorded for them to draw."""
        bars, parts = self.bars, []
        lost = 0
        if not bars.upright:
            lost = sum(panel.silent - sum(bar.silent for bar in panel.bars) for panel in bars.panels)
        if lost:
            verb = "is" if lost == 1 else "are"
            lacked = bars.missing.removeprefix("without a ") or "number"
            parts.append(f"{counted(lost, bars.things)} for which no {lacked} is printed {verb} not drawn")
        if bars.unsaid:
            verb = "is" if bars.unsaid == 1 else "are"
            neither = " nor ".join(name.casefold() for name in bars.series)
            parts.append(f"{counted(bars.unsaid, bars.things)} with neither {neither} {verb} not drawn")
        return ". ".join(parts)

    def entries(self, sheet: Sheet) -> list[Entry]:
        """Series if there are several, then what a hatched bar, a dashed one and an added number mean."""
        bars, colour = self.bars, sheet.look.fill(SERIES[0])
        found = []
        if len(bars.series) > 1:
            found = [Entry(name, partial(_swatch, SERIES[at])) for at, name in enumerate(bars.series)]
        if bars.doubt:
            found.append(Entry(f"{bars.doubt} part", lambda s, r: s.box(r, s.look.paper, edge=colour, hatch=HATCH)))
        if bars.planned:
            found.append(Entry(bars.planned, lambda s, r: s.box(r, s.look.paper, edge=colour, dashed=True)))
        if bars.missing:
            found.append(Entry(missing_words(bars), partial(_said, "+n"), 1.7))
        if bars.note:
            found.append(Entry(bars.note, partial(_said, "(±n)"), 2.7))
        if not bars.upright and any(
            value is None for panel in bars.panels for bar in panel.bars for value in bar.values
        ):
            found.append(Entry("not recorded, which is not 0", partial(_said, "–"), 0.8))
        return found

    def fitted(self, sheet: Sheet, room: Room) -> BarsPainter:
        """All years of upright bars; of lying ones those that find room, the small panels whole as far as they can."""
        panels = self.bars.panels[:MOST_PANELS]
        if self.bars.upright:
            return BarsPainter(replace(self.bars, panels=panels))
        space = room[3] - room[1] - lying.headings(sheet, panels)
        return BarsPainter(replace(self.bars, panels=shared(panels, int(space / lying.least(sheet, self.bars)))))

    def paint(self, sheet: Sheet, room: Room) -> None:
        """Draws all panels, one under the other."""
        (upright if self.bars.upright else lying).paint(self.bars, sheet, room, HATCH)


def missing_words(bars: Bars) -> str:
    """What an added number means: how many have no value beside what is drawn here, and in the whole answer if it can be said."""
    if bars.lacking is None:
        return f"n more {bars.missing}"
    drawn = sum(bar.missing for panel in bars.panels for bar in panel.bars)
    of = f"{drawn} here, {bars.lacking} in all" if drawn < bars.lacking else f"{bars.lacking} in all"
    return f"n more {bars.missing}; {of}"


def counted(number: int, things: str) -> str:
    """So many things: `1 donor`, `3 donors`."""
    one = f"{things.removesuffix('ies')}y" if things.endswith("ies") else things.removesuffix("s")
    return f"{number} {one if number == 1 else things}"


def _swatch(colour: str, sheet: Sheet, room: Room) -> None:
    sheet.box(room, sheet.look.fill(colour), edge=sheet.look.border(colour))


def _said(words: str, sheet: Sheet, room: Room) -> None:
    sheet.middle(((room[0] + room[2]) / 2, (room[1] + room[3]) / 2), words, sheet.size, muted=True)
