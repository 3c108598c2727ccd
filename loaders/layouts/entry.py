"""One row in the making: each printed cell is corrected or parsed, and odd text is kept beside its value."""

from __future__ import annotations

from collections.abc import Callable

from migov.loaders.layouts.cells import span
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.rows import Row
from migov.ontology.errors import DocumentError


class Entry:
    """Cells of one row, read from one place of a document."""

    def __init__(self, place: str, corrections: Corrections) -> None:
        self.place = place
        self.cells: dict[str, str] = {}
        self._corrections = corrections
        self._printed: dict[str, str] = {}
        self._notes: list[str] = []

    def read(self, column: str, printed: str, parse: Callable[[str], str] = str) -> str:
        """Enters the value of a printed text: its correction, else what `parse` makes of it.

        Raises `DocumentError` for a text that can neither be parsed nor has a correction.
        """
        fixed = self._corrections.cell(self.place, column, printed)
        if fixed:
            value = fixed.value
            if fixed.printed:
                self.keep(column, fixed.printed)
            self.note(fixed.note)
        else:
            try:
                value = parse(printed)
            except ValueError as fault:
                where = f"{self._corrections.name}, {self.place}, {column}"
                raise DocumentError(f"{where}: “{printed}” cannot be read ({fault}); add a correction") from fault
        if value:
            self.cells[column] = value
        return value

    def found(self, column: str, value: str) -> None:
        """Enters a value that was found in running text, unless a correction (whose `printed` is that value) says better."""
        fixed = self._corrections.cell(self.place, column, value)
        if fixed:
            value = fixed.value
            self.note(fixed.note)
        if value:
            self.cells[column] = value

    def keep(self, column: str, printed: str) -> None:
        """Keeps odd text as it is printed."""
        self._printed[column] = printed

    def note(self, text: str) -> None:
        if text:
            self._notes.append(text)

    def row(self, table: str, document: str, first: int, last: int) -> Row:
        evidence = {
            "document": document,
            "lines": span(first, last),
            "certainty": "stated",
            "printed": "; ".join(f"{column}={text}" for column, text in self._printed.items()),
            "note": "; ".join(self._notes),
        }
        return Row(table, {column: text for column, text in {**self.cells, **evidence}.items() if text})
