"""A row of a table, as it travels from a file or a parser to the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row was read: the file as the reader knows it, and its row (1-based, the header is row 1)."""

    file: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the table's name and its cells as trimmed text; an absent or empty cell means not stated."""

    table: str
    cells: Mapping[str, str]
    origin: Origin = field(default_factory=Origin, compare=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several, split at `;` and trimmed, empty ones left out."""
        return tuple(part for piece in self[column].split(";") if (part := piece.strip()))
