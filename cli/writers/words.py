"""Cells and places in words, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from migov.graph.evidence import Source
from migov.queries.answer import AnswerRow, Cell

PLACES: Final = "Where it says so"
PLACES_SHOWN: Final = 3
STATED: Final = ("", "stated")
YEAR: Final = re.compile(r"\b(year|since|until|from|to|start|end)s?\b", re.IGNORECASE)


def place(source: Source) -> str:
    """A place in words: the locator first, since a reader of the PDF has no lines."""
    if not source.document:
        return f"judged by the editors: {source.what}"
    certainty = "" if source.certainty in STATED else f", {source.certainty}"
    where = f"{source.locator} " if source.locator else ""
    return f"{source.document} {where}(line{'s' if '-' in source.lines else ''} {source.lines}{certainty})"


def every_place(sources: Iterable[Source]) -> list[str]:
    """All places, each once: what is implied where the same is stated needs no place of its own."""
    said = list(sources)
    stated = {(s.document, s.locator, s.lines) for s in said if s.certainty in STATED}
    return list(
        dict.fromkeys(place(s) for s in said if s.certainty in STATED or (s.document, s.locator, s.lines) not in stated)
    )


def places(sources: Sequence[Source]) -> str:
    """The first places, a line each, and how many more there are."""
    said = every_place(sources)
    more = len(said) - PLACES_SHOWN
    return "\n".join([*said[:PLACES_SHOWN], *([f"and {more} more place{'s' if more > 1 else ''}"] if more > 0 else [])])


def cell(values: Cell, year: bool = False) -> str:
    """Values of a cell as text, several separated by a semicolon; a year has no comma."""
    return "; ".join(number(v) if isinstance(v, int | float) and not year else str(v) for v in values)


def number(value: float) -> str:
    """A number for people: thousands apart, two decimals, of small ones the first three digits."""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{round(value, 2):,}" if abs(value) >= 1 else f"{value:.3g}"


def numeric(values: Cell) -> bool:
    """Whether a cell is one number."""
    return len(values) == 1 and isinstance(values[0], int | float)


def years(columns: Sequence[str], rows: Sequence[AnswerRow]) -> tuple[bool, ...]:
    """Whether each column holds years: its title says so, and no number in it could be anything else."""
    return tuple(
        YEAR.search(column) is not None
        and all(isinstance(v, int) and 1800 <= v < 2200 for row in rows for v in row.cells[n] if not isinstance(v, str))
        for n, column in enumerate(columns)
    )
