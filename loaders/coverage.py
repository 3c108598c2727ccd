"""Coverage: which lines of a document some row cites, and why the others are not cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from migov.loaders.rows import Row
from migov.loaders.values import LINES, line_range


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one document: its lines that are not blank, those that rows cite, those that `gaps` explain by reason, the rest."""

    document: str
    lines: int
    cited: int
    explained: Mapping[str, int]
    unexplained: tuple[tuple[int, int], ...]


def coverage(document: str, text: Sequence[str], rows: Iterable[Row]) -> Coverage:
    """The coverage of a document's text by these rows; a line that a row cites needs no explanation."""
    cited: set[int] = set()
    reasons: dict[int, str] = {}
    for row in rows:
        for first, last in _places(row, document):
            if row.table == "gaps":
                reasons |= dict.fromkeys(range(first, last + 1), row["reason"].partition(":")[0])
            else:
                cited.update(range(first, last + 1))
    filled = [number for number, line in enumerate(text, start=1) if line.strip()]
    left = [number for number in filled if number not in cited]
    explained = Counter(reasons[number] for number in left if number in reasons)
    bare = [number for number in left if number not in reasons]
    return Coverage(document, len(filled), len(filled) - len(left), explained, _runs(bare, filled))


def _places(row: Row, document: str) -> Iterable[tuple[int, int]]:
    if row["document"] == document and LINES.fullmatch(row["lines"]):
        yield line_range(row["lines"])
    for place in row.many("also"):
        name, _, lines = place.rpartition(":")
        if name == document:
            yield line_range(lines)


def _runs(numbers: Sequence[int], filled: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Stretches of lines that follow each other when blank lines are passed over."""
    following = dict(pairwise(filled))
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and following.get(runs[-1][1]) == number:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
