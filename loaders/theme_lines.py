"""Where the themes' own words stand in the documents: the index that tells a stated theme from an inferred one.

The index ships (`theme_lines.csv`: document, theme, lines) so that a machine without the documents decides the same.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from migov.ontology.concepts import Vocabulary

FILE: Final = Path(__file__).parent / "theme_lines.csv"


@dataclass(frozen=True, slots=True)
class ThemeLines:
    """Sorted lines in which a label of a theme stands, by document and theme."""

    lines: Mapping[tuple[str, str], Sequence[int]]

    def named(self, document: str, first: int, last: int, theme: str) -> bool:
        """Whether a label of the theme stands in these lines of the document."""
        found = self.lines.get((document, theme), ())
        at = bisect_left(found, first)
        return at < len(found) and found[at] <= last


def index(document: str, text: Sequence[str], vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[int, ...]]:
    """The lines (1-based) of a text in which each theme's labels stand as whole words, case aside."""
    found = {}
    for concept in vocabulary.scheme("theme").values():
        labels = sorted({concept.label, *concept.alternatives}, key=len, reverse=True)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(label) for label in labels) + r")(?!\w)", re.IGNORECASE)
        lines = tuple(number for number, line in enumerate(text, start=1) if pattern.search(line))
        if lines:
            found[document, concept.slug] = lines
    return found


@cache
def theme_lines(path: Path = FILE) -> ThemeLines:
    """The index that ships."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return ThemeLines({(r["document"], r["theme"]): tuple(map(int, r["lines"].split(";"))) for r in rows})


def write(path: Path, lines: Mapping[tuple[str, str], Iterable[int]]) -> None:
    """Writes an index, sorted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["document", "theme", "lines"])
        for (document, theme), found in sorted(lines.items()):
            writer.writerow([document, theme, ";".join(map(str, found))])
