"""How much two sets have in common: counts, and coefficients with the numbers behind them (docs/overlap.md defines each)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole; of nothing there is no ratio."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return round(self.part / self.whole, 3) if self.whole else None

    def __str__(self) -> str:
        return f"{self.part / self.whole:.2f} = {self.part} of {self.whole}" if self.whole else "-"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things both have, and how many only the one or the other."""

    shared: int
    left_only: int
    right_only: int

    @classmethod
    def of(cls, left: Set[object], right: Set[object]) -> Counts:
        both = len(left & right)
        return cls(both, len(left) - both, len(right) - both)

    @property
    def jaccard(self) -> Ratio:
        """What is shared, of all that either has."""
        return Ratio(self.shared, self.shared + self.left_only + self.right_only)

    @property
    def overlap(self) -> Ratio:
        """What is shared, of what the one with less has (Szymkiewicz and Simpson)."""
        return Ratio(self.shared, self.shared + min(self.left_only, self.right_only))

    @property
    def share_of_left(self) -> Ratio:
        return Ratio(self.shared, self.shared + self.left_only)

    @property
    def share_of_right(self) -> Ratio:
        return Ratio(self.shared, self.shared + self.right_only)
