"""The text edition's markup: headings, tables whose rows run over page breaks, and cells freed of HTML and asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from migov.ontology.errors import DocumentError

TAG: Final = re.compile(r"<[^>]+>")
MARKS: Final = re.compile(r"^[#\s]+|\*\*")


@dataclass(frozen=True, slots=True)
class Part:
    """What one line of the document adds to a cell, markup and all."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One printed row of a table: for each column its parts, several where the row runs over a page break."""

    columns: tuple[tuple[Part, ...], ...]
    first: int
    last: int

    def text(self, column: int) -> str:
        """The whole cell as plain text; empty for a column that the row does not reach."""
        parts = self.columns[column] if column < len(self.columns) else ()
        return plain(" ".join(part.text for part in parts))


def plain(text: str) -> str:
    """Text without tags, entities, heading and bold marks, and with single blanks."""
    bare = unescape(TAG.sub(" ", MARKS.sub("", text)))
    return re.sub(r"\s+([,;)])", r"\1", " ".join(bare.split()))


def part(lines: Sequence[str], first: str, last: str = "") -> tuple[int, int]:
    """First and last line of a part, from its heading to the line before the next one (or the document's end).

    Entries of a table of contents, which carry dots and a page number, are no headings. Raises `DocumentError`.
    """
    begin = _heading(lines, first, 1)
    return begin, (_heading(lines, last, begin + 1) - 1 if last else len(lines))


def _heading(lines: Sequence[str], heading: str, start: int) -> int:
    for number in range(start, len(lines) + 1):
        line = lines[number - 1]
        if plain(line).startswith(heading) and "..." not in line:
            return number
    raise DocumentError(f"the heading “{heading}” is missing; is this the right document, unchanged?")


def records(lines: Sequence[str], first: int, last: int, header: str) -> Iterator[Record]:
    """The rows below the header (the line whose first cell is `header`); a row with an empty first cell goes on.

    Raises `DocumentError` when no such header stands between these lines.
    """
    start = next((n for n in range(first, last + 1) if plain(lines[n - 1].partition("\t")[0]) == header), None)
    if start is None:
        raise DocumentError(f"lines {first}-{last}: no table headed “{header}”")
    columns: list[list[Part]] = []
    begin = end = 0
    for number in range(start + 1, last + 1):
        pieces = lines[number - 1].split("\t")
        if len(pieces) == 1:
            continue
        if pieces[0].strip():
            if columns:
                yield Record(tuple(map(tuple, columns)), begin, end)
            columns, begin = [[] for _ in pieces], number
        for column, piece in zip(columns, pieces, strict=False):
            if piece.strip():
                column.append(Part(number, piece))
        end = number
    if columns:
        yield Record(tuple(map(tuple, columns)), begin, end)


def span(first: int, last: int) -> str:
    """Lines as the tables write them: `955` or `955-957`."""
    return str(first) if first == last else f"{first}-{last}"
