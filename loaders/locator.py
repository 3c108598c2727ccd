"""Where a passage stands in the printed document: a reader with the PDF cannot use the line numbers of the text."""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from migov.ontology.errors import DeclarationError

FOLDER: Final = Path(__file__).parent / "locators"
COLUMNS: Final = ("first", "last", "locator")

_COUNTED: Final = "row|project|paragraph|bullet|item|entry|note|footnote|component|page|output|question"
_NUMBERED: Final = re.compile(rf"(?P<before>.*?)\b(?P<word>{_COUNTED})s? (?P<low>\d+)(?:-(?P<high>\d+))?")
_PLURALS: Final = {"entry": "entries"}


@dataclass(frozen=True, slots=True)
class _Places:
    """The stretches of one document in order: first lines, last lines, locators."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    names: tuple[str, ...]

    def at(self, line: int) -> str:
        index = bisect_right(self.firsts, line) - 1
        return self.names[index] if index >= 0 and line <= self.lasts[index] else ""


@dataclass(frozen=True, slots=True)
class Locators:
    """The locators of all documents that have a file of them."""

    documents: Mapping[str, _Places]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Reads `<document>.csv` of a folder; raises `DeclarationError` where stretches overlap or are out of order."""
        files = sorted(folder.glob("*.csv"))
        return cls(MappingProxyType({file.stem: _read(file) for file in files}))

    def locate(self, document: str, first: int, last: int) -> str:
        """The place of lines `first` to `last`; empty for an unknown document or lines outside it."""
        places = self.documents.get(document)
        return _span(places.at(first), places.at(last)) if places else ""

    def lines(self, document: str) -> int | None:
        """How many lines the document has, `None` when it is unknown."""
        places = self.documents.get(document)
        return places.lasts[-1] if places else None


def _read(file: Path) -> _Places:
    stretches = tuple(_stretches(file))
    if not stretches:
        raise DeclarationError(f"{file.name} holds no locators")
    firsts, lasts, names = zip(*stretches, strict=True)
    return _Places(firsts, lasts, names)


def _stretches(file: Path) -> Iterator[tuple[int, int, str]]:
    before = 0
    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise DeclarationError(f"{file.name}: the columns are {', '.join(COLUMNS)}")
        for number, row in enumerate(reader, start=2):
            try:
                first, last = int(row["first"]), int(row["last"])
            except (TypeError, ValueError) as fault:
                raise DeclarationError(f"{file.name}, row {number}: first and last are line numbers") from fault
            if not row["locator"]:
                raise DeclarationError(f"{file.name}, row {number}: the locator is missing")
            if not before < first <= last:
                raise DeclarationError(f"{file.name}, row {number}: lines {first}-{last} overlap or are out of order")
            before = last
            yield first, last, row["locator"]


def _span(start: str, end: str) -> str:
    """One locator for a range: the wider of two nested ones, `rows 41-43`, else `A to B` without what B repeats."""
    if start == end or not end or start.startswith(f"{end}, "):
        return end or start
    if not start or end.startswith(f"{start}, "):
        return start
    return _counted(start, end) or f"{start} to {_rest(start, end)}"


def _counted(start: str, end: str) -> str | None:
    low, high = _NUMBERED.fullmatch(start), _NUMBERED.fullmatch(end)
    if not low or not high or low["before"] != high["before"] or low["word"] != high["word"]:
        return None
    bottom, top = int(low["low"]), int(high["high"] or high["low"])
    word = _PLURALS.get(low["word"], f"{low['word']}s")
    return f"{low['before']}{word} {bottom}-{top}" if bottom < top else None


def _rest(start: str, end: str) -> str:
    """What of `end` is not already said by the leading parts of `start`."""
    heads, parts = start.split(", "), end.split(", ")
    same = next((i for i, (a, b) in enumerate(zip(heads, parts, strict=False)) if a != b), 0)
    return ", ".join(parts[same:])
