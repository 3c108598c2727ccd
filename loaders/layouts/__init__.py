"""One short parser a layout: the parts of the source documents that are printed as tables or lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from migov.loaders.layouts import eval2008_annex4, eval2008_annex6, eval2008_annex8, eval2008_annex9, note2013_annex
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.rows import Row


class Layout(Protocol):
    """A module that reads one part of one document."""

    @property
    def DOCUMENT(self) -> str:
        """The document the part stands in."""

    @property
    def LAYOUT(self) -> str:
        """Name of the part; with the document it begins the ids of its rows and names the file of its corrections."""

    @property
    def FIRST(self) -> str:
        """Beginning of the heading that opens the part."""

    @property
    def LAST(self) -> str:
        """Beginning of the heading that follows the part; empty when the document ends with it."""

    @property
    def TABLES(self) -> Sequence[str]:
        """The tables it fills."""

    def rows(self, lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
        """The rows of the part, `section` left empty; `lines[0]` is line 1 of the document.

        Raises `DocumentError` when the part is not laid out as expected, a text cannot be read, or a correction is idle.
        """


LAYOUTS: Final[tuple[Layout, ...]] = (
    eval2008_annex4,
    eval2008_annex6,
    eval2008_annex8,
    eval2008_annex9,
    note2013_annex,
)
