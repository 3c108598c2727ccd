"""Numbers by term and row, kept as short texts that are read only when a sentence holds the term: quick to open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

ROUND: Final = 4
SIGNIFICANT: Final = f".{ROUND}g"


@dataclass(frozen=True)
class Postings:
    """By term a text such as `projects 1 donors-by-theme 0.5`; with `names`, their places there stand for the rows."""

    terms: Mapping[str, str]
    names: Sequence[str] = ()

    def of(self, term: str) -> list[tuple[str, float]]:
        """The rows that hold a term, with their numbers."""
        parts = self.terms.get(term, "").split()
        rows = [self.names[int(part)] for part in parts[::2]] if self.names else parts[::2]
        return list(zip(rows, map(float, parts[1::2]), strict=True))

    def __contains__(self, term: str) -> bool:
        return term in self.terms

    def rows(self, term: str) -> int:
        """How many rows hold a term."""
        return (self.terms.get(term, "").count(" ") + 1) // 2


def shortened(postings: Postings, names: Sequence[str]) -> Mapping[str, str]:
    """The terms of postings with the place of each row in `names` instead of the row."""
    places = {name: str(n) for n, name in enumerate(names)}
    return {
        term: " ".join(places.get(part, part) if n % 2 == 0 else part for n, part in enumerate(text.split()))
        for term, text in postings.terms.items()
    }


def collected(numbers: Mapping[str, Mapping[str, float]]) -> Postings:
    """Postings from numbers by term and row, in the order of both, so that the same numbers make the same text."""
    return Postings(
        {
            term: " ".join(f"{row} {number:{SIGNIFICANT}}" for row, number in sorted(held.items()))
            for term, held in sorted(numbers.items())
        }
    )
