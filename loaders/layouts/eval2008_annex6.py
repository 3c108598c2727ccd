"""Annex 6 of the 2008 evaluation: agencies with their field, comparative advantage and collaboration with the ILO."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from migov.loaders.layouts.cells import Part, part, plain, records, span
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.layouts.parties import party
from migov.loaders.layouts.readings import rows_of
from migov.loaders.rows import Row

DOCUMENT: Final = "eval2008"
LAYOUT: Final = "annex6"
FIRST: Final = "Annex 6:"
LAST: Final = "Annex 7:"
TABLES: Final = ("roles", "collaborations")

HEADER: Final = "GMG Members and other institutions"
COLUMNS: Final = ("field", "advantage", "collaboration")
# Items end at list and paragraph tags, semicolons, bullets typed as hyphens, and sentences.
ENDS: Final = re.compile(r"</?(?:li|p|ul)\b[^>]*>|;|(?:^|(?<=\s))-\s+(?=[A-Z])|(?<=[a-z]{4}\.)\s+(?=[A-Z])")
# A cell breaks off inside an item when its last word calls for another.
OPEN: Final = re.compile(r"\b(?:a|and|by|for|in|of|on|or|over|the|to|with)$")


@dataclass
class Item:
    """One point of a cell, and the lines it stands on."""

    text: str
    first: int
    last: int


def rows(lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
    """The rows of every item; its place is agency, column and position (`iom collaboration 2`)."""
    first, last = part(lines, FIRST, LAST)
    for record in records(lines, first, last, HEADER):
        agency = party(record.text(0))
        for column, name in enumerate(COLUMNS, start=1):
            for position, item in enumerate(items(record.columns[column]), start=1):
                place, key = f"{agency} {name} {position}", f"{agency}-{position}"
                yield from rows_of(place, key, corrections, DOCUMENT, span(item.first, item.last))
    corrections.finish()


def items(parts: Sequence[Part]) -> list[Item]:
    """The items of a cell; one that a page break cuts is joined, and words that only lead in a list (`focus on:`) go."""
    found: list[Item] = []
    for piece in parts:
        for number, text in enumerate(filter(None, map(plain, ENDS.split(piece.text)))):
            goes_on = number == 0 and found and OPEN.search(found[-1].text)
            if goes_on or (found and text.startswith("(")):
                found[-1] = Item(f"{found[-1].text} {text}", found[-1].first, piece.line)
            else:
                found.append(Item(text, piece.line, piece.line))
    return [item for item in found if not item.text.endswith(":") and re.search(r"\w", item.text)]
