"""How wide each column of a table is: as its text needs, wrapped between words where the window is narrower."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

LEAST: Final = 8
"""Characters a column has at least, unless it needs fewer."""
WORD: Final = 28
"""A longer word may be broken."""
TALLEST: Final = 1.5
"""A grid may be so many times as long as blocks that hold the same: it is easier to compare."""

Texts = Sequence[Sequence[str]]
"""Rows of cells; lines of a cell are separated by a line break."""


def fitted(texts: Texts, room: int) -> list[int] | None:
    """The width of each column of these rows (the headings one of them) in `room` characters.

    None where a column cannot hold its longest word, or where one block a row would be far shorter.
    """
    columns: list[Sequence[str]] = list(zip(*texts, strict=True))
    natural = [max(max(map(len, text.split("\n"))) for text in column) for column in columns]
    least = [
        min(wide, max(LEAST, *(_word(text) for text in column))) for wide, column in zip(natural, columns, strict=True)
    ]
    if sum(least) > room:
        return None
    widths = _shared(columns, natural, least, room)
    return widths if _lines(texts[1:], widths) <= TALLEST * _blocks(texts, room) else None


def _word(text: str) -> int:
    return min(WORD, max(map(len, text.split()), default=0))


def _shared(columns: Texts, natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """What is left beyond the least goes, one by one, to the column that has most lines."""
    widths = list(least)
    lines = [_column(column, width) for column, width in zip(columns, widths, strict=True)]
    for _ in range(room - sum(least)):
        wanting = [n for n, width in enumerate(widths) if width < natural[n]]
        if not wanting:
            break
        n = max(wanting, key=lambda n: (lines[n], -n))
        widths[n] += 1
        lines[n] = _column(columns[n], widths[n])
    return widths


def _column(texts: Sequence[str], width: int) -> int:
    return sum(_height(text, width) for text in texts)


def _lines(texts: Texts, widths: Sequence[int]) -> int:
    return sum(max(_height(text, width) for text, width in zip(row, widths, strict=True)) for row in texts)


def _blocks(texts: Texts, room: int) -> int:
    """Lines of one block a row: its number, and a cell below the other beside its heading."""
    heading, *rows = texts
    beside = room - max(map(len, heading))
    return sum(1 + sum(_height(text, beside) for text in row if text) for row in rows)


def _height(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / max(1, width))) for line in text.split("\n"))
