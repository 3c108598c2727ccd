"""An answer: the question as understood, columns, rows, a note, and the places that say each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migov.graph.evidence import Source


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something the graph knows: its id and its label.

    A theme is `inferred` when none of its labels stands in the places of its row: the editors put it there.
    """

    id: str
    label: str
    inferred: bool = False

    def __str__(self) -> str:
        return f"{self.label} (inferred)" if self.inferred else self.label


Value = Thing | str | int | float
Cell = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Cells in the order of the columns (each holds none, one or several values), and the sources of the row."""

    cells: tuple[Cell, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `note` says what a reader must know to trust it."""

    question: str
    columns: tuple[str, ...]
    rows: Sequence[AnswerRow]
    note: str = ""
