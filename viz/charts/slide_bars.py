"""Bars on a slide: native charts, whose numbers can be edited, one for each currency on one scale. Units are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from migov.viz.charts.bars import BarsPainter, missing_words
from migov.viz.charts.cut import MOST_PANELS, rank, shared
from migov.viz.charts.model import Bar, Bars, Panel
from migov.viz.charts.native import add_chart, label_width, pattern, scaled
from migov.viz.charts.numbers import exact
from migov.viz.charts.palette import SERIES
from migov.viz.charts.slide_parts import Entry, Sign, add_shape, legend, legend_height, look_of, swatch, word
from migov.viz.inks import LOOKS, Look
from migov.viz.slides.page import Page
from migov.viz.slides.paper import Rect

HEAD: Final = 18.0
MOST_BARS: Final = 18
SMALL_PANEL: Final = 0.45  # height of an upright panel after the first, in parts of that


@dataclass(frozen=True, slots=True)
class BarsSlide:
    """Draws bars."""

    bars: Bars

    def fitted(self, width: float, height: float) -> BarsSlide:
        """All years of upright bars; of lying ones as many as can be read."""
        panels = self.bars.panels[:MOST_PANELS]
        if not self.bars.upright:
            signs = legend_height(self._legend(LOOKS["light"]), width)
            space = height - signs - sum(HEAD + 0.8 * _least(self.bars) for panel in panels if panel.name)
            panels = shared(panels, min(MOST_BARS, int(space / _least(self.bars))))
        return BarsSlide(replace(self.bars, panels=tuple(panels)))

    def left_out(self) -> str:
        """As under the figure."""
        return BarsPainter(self.bars).left_out()

    def labels(self) -> Sequence[str]:
        """The labels of the bars."""
        return list(dict.fromkeys(bar.label for panel in self.bars.panels for bar in panel.bars))

    def rest(self, shown: BarsSlide) -> tuple[str, tuple[str, ...], list[tuple[str, tuple[str, ...]]]]:
        """The bars that are not shown, the largest first, with their numbers."""
        bars = self.bars
        drawn = {(panel.name, bar.label) for panel in shown.bars.panels for bar in panel.bars}
        left = [
            (panel.name if bar.values[0] is not None else "", bar)
            for panel in bars.panels
            for bar in largest_first(panel)
            if (panel.name, bar.label) not in drawn
        ]
        named = any(name for name, _ in left)
        missing, noted = any(bar.missing for _, bar in left), any(bar.note for _, bar in left)
        columns = (
            bars.things[:1].upper() + bars.things[1:],
            *(("In",) if named else ()),
            *bars.series,
            *((bars.missing.capitalize(),) if missing else ()),
            *(((bars.note or "note").capitalize(),) if noted else ()),
        )
        rows = [
            (
                bar.label,
                (
                    bar.label,
                    *((name,) if named else ()),
                    *("not recorded" if value is None else exact(value) for value in bar.values),
                    *((str(bar.missing),) if missing else ()),
                    *((bar.note,) if noted else ()),
                ),
            )
            for name, bar in left
        ]
        return f"The other {len(left)} {bars.things}", columns, rows

    def draw(self, page: Page) -> None:
        """Draws all panels, one under the other."""
        bars, room = self.bars, page.room
        top = room.y + legend(page, self._legend(look_of(page.sheet)), room)
        heads = {panel.name: HEAD if panel.name else 0.0 for panel in bars.panels}
        space = room.y + room.height - top - sum(heads.values())
        parts = [_part(bars, panel, at) for at, panel in enumerate(bars.panels)]
        most, wide = _most_tall(bars), label_width(bars, room.width)
        for panel, part in zip(bars.panels, parts, strict=True):
            tall = min(space * part / sum(parts), most * part)
            if panel.name:
                said = ", ".join(part for part in (panel.name, scaled(bars, panel).word) if part)
                page.text(Rect(room.x, top, room.width, HEAD), said, 12.0, bold=True, name="Heading")
                top += heads[panel.name]
            add_chart(page, bars, panel, Rect(room.x, top, room.width, tall), wide)
            top += tall

    def _legend(self, look: Look) -> list[Entry]:
        bars = self.bars
        fill = look.fill(SERIES[0])
        each = [bar for panel in bars.panels for bar in panel.bars]
        found: list[Entry] = []
        if len(bars.series) > 1:
            found += [Entry(name, swatch(look.fill(SERIES[at]))) for at, name in enumerate(bars.series)]
        if any(bar.doubtful for bar in each):
            found.append(Entry(f"{bars.doubt} part", _hatched(fill, look.paper)))
        if bars.planned:
            found.append(Entry(bars.planned, swatch("", edge=fill, dash="dash")))
        if any(bar.missing for bar in each):
            found.append(Entry(missing_words(bars), word("+n"), 18.0))
        if bars.note:
            found.append(Entry(bars.note, word("(±n)"), 30.0))
        if not bars.upright and any(value is None for bar in each for value in bar.values):
            found.append(Entry("not recorded, which is not 0", word("no bar"), 42.0))
        return found


def largest_first(panel: Panel) -> tuple[Bar, ...]:
    """The bars of a panel, in the order in which they give way."""
    return tuple(sorted(panel.bars, key=rank))


def _least(bars: Bars) -> float:
    """Height that one label with its bars needs."""
    return max(15.5, 12.5 * len(bars.series) + 5.0)


def _most_tall(bars: Bars) -> float:
    """The height beyond which bars look like blocks, for one unit of `_part`."""
    return 1e4 if bars.upright else (34.0 + 14.0 * (len(bars.series) - 1))


def _part(bars: Bars, panel: Panel, at: int) -> float:
    if bars.upright:
        return SMALL_PANEL if at else 1.0
    return len(panel.bars) + 0.8


def _hatched(fill: str, paper: str) -> Sign:
    def draw(page: Page, where: Rect) -> None:
        pattern(add_shape(page, where, paper, edge=fill, name="Legend sign").fill, fill, paper)

    return draw
