"""Annex 8 of the 2008 evaluation: what IOM is and does, in six numbered sections of bullets or paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from migov.loaders.layouts.cells import part, plain
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.layouts.readings import rows_of
from migov.loaders.rows import Row

DOCUMENT: Final = "eval2008"
LAYOUT: Final = "annex8"
FIRST: Final = "Annex 8:"
LAST: Final = "Annex 9:"
TABLES: Final = ("roles", "collaborations")

SECTION: Final = re.compile(r"\((?P<number>[ivx]+)\) .+")


def rows(lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
    """The rows of every bullet and paragraph; its place is section and position (`ii 3`)."""
    first, last = part(lines, FIRST, LAST)
    section, position = "", 0
    for number in range(first + 1, last + 1):
        line = plain(lines[number - 1])
        if heading := SECTION.fullmatch(line):
            section, position = heading["number"], 0
        elif line:
            position += 1
            yield from rows_of(f"{section} {position}", f"{section}-{position}", corrections, DOCUMENT, str(number))
    corrections.finish()
