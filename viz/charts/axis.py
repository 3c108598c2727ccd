"""Years from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from migov.viz.charts.model import Span
from migov.viz.charts.read_timeline import reach

OPEN_YEARS = 1.0  # so long a bar without a printed beginning or end goes on
STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from the first to the last; `year` is the width of one."""

    left: float
    first: int
    year: float
    last: int

    @classmethod
    def over(cls, spans: Sequence[Span], left: float, right: float) -> Axis:
        """An axis over all spans, with a year for what is open."""
        dated = tuple(span for span in spans if span.dated)
        if not dated:
            return cls(left, 0, 0.0, -1)
        low, high = reach(dated)
        opened = min((span.last.year - 1 for span in dated if not span.opened and span.last), default=low.year)
        ended = max((span.first.year + 2 for span in dated if not span.ended and span.first), default=high.year)
        first, last = min(low.year, opened), max(high.year, ended)
        return cls(left, first, (right - left) / (last - first + 1), last)

    def at(self, day: date) -> float:
        """Where a day stands."""
        return self.left + self.year * (day.year - self.first + (day.timetuple().tm_yday - 1) / 365.25)

    def reach(self, span: Span) -> tuple[float, float]:
        """Where a dated span begins and ends, longer where it is open."""
        assert span.first is not None
        assert span.last is not None
        x0, x1 = self.at(span.first), self.at(span.last)
        if not span.ended:
            x1 = max(x1, x0 + self.year * OPEN_YEARS)
        if not span.opened:
            x0 = min(x0, x1 - self.year * OPEN_YEARS)
        return x0, x1

    def step(self, wide: float) -> int:
        """Every how many years a number of this width finds room; 1 when there is no axis."""
        least = max(1, ceil(wide / self.year)) if self.year else 1
        return next(nice for nice in STEPS if nice >= least)
