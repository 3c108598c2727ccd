"""Corrections are data: what a printed cell means where no rule can tell, and our reading of what is told in prose.

Two kinds of file, one row a correction:
- cells (`place, column, printed, value, note`): the exact printed text and the value to enter; an empty `printed`
  stands for whatever is printed there;
- readings (`place` and columns of a table): what the item at that place says, in a few words of our own; an item
  that says several things has several readings.
A correction that finds nothing to correct means that the document or the layout changed: `finish` refuses it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from migov.ontology.errors import DocumentError

FOLDER: Final = Path(__file__).parent.parent / "corrections"


@dataclass(frozen=True, slots=True)
class Correction:
    """The value to enter for a printed text, and a remark for the reader."""

    printed: str
    value: str
    note: str


class Corrections:
    """The corrections of one layout; it remembers which were used."""

    def __init__(self, name: str, rows: Iterable[Mapping[str, str]]) -> None:
        self.name = name
        self._rows = list(rows)
        self._used: set[int] = set()

    def cell(self, place: str, column: str, printed: str) -> Correction | None:
        """The correction of one cell, or None when the text printed there has none."""
        for number, row in enumerate(self._rows):
            if (row["place"], row.get("column")) == (place, column) and row["printed"] in ("", printed):
                self._used.add(number)
                return Correction(row["printed"], row["value"], row["note"])
        return None

    def readings(self, place: str) -> list[Mapping[str, str]]:
        """What the item at a place says. Raises `DocumentError` when nobody has read it yet."""
        found = {number: row for number, row in enumerate(self._rows) if row["place"] == place}
        if not found:
            raise DocumentError(f"{self.name}: the item at “{place}” has no reading")
        self._used.update(found)
        return list(found.values())

    def finish(self) -> None:
        """Raises `DocumentError` naming the first correction that was never used."""
        for number, row in enumerate(self._rows):
            if number not in self._used:
                what = " ".join(filter(None, (row["place"], row.get("column"), row.get("printed"))))
                raise DocumentError(f"{self.name}: the correction of “{what}” found nothing to correct")


def corrections(document: str, layout: str, folder: Path = FOLDER) -> Corrections:
    """The corrections that ship for one layout; a layout without a file has none."""
    path = folder / f"{document}-{layout}.csv"
    if not path.exists():
        return Corrections(path.stem, ())
    with path.open(encoding="utf-8", newline="") as file:
        return Corrections(path.stem, list(csv.DictReader(file)))
