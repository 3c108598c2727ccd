"""Passages: the text of a place, read from the reader's own copy and cut around the words that matter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from migov.loaders.registry import SourceText

WIDTH: Final = 360
"""Characters of a passage that is not asked for whole; some lines of the documents have thousands."""
MARKUP: Final = re.compile(r"<[^>]+>|\*\*|^#+ |\t+")


def passage(text: SourceText, first: int, last: int, terms: Iterable[str] = (), width: int | None = WIDTH) -> str:
    """The lines `first` to `last`, without markup, cut to about `width` characters around the first of the terms found.

    `width=None` gives the whole. What is cut off shows as an ellipsis.
    """
    plain = " ".join(html.unescape(html.unescape(MARKUP.sub(" ", text.passage(first, last)))).split())
    if width is None or len(plain) <= width:
        return plain
    at = min((m.start() for term in terms if term and (m := _find(term, plain))), default=0)
    start = max(0, min(at - width // 3, len(plain) - width))
    if start:
        start = plain.find(" ", start) + 1
    end = plain.rfind(" ", start, start + width) if start + width < len(plain) else len(plain)
    return ("… " if start else "") + plain[start:end] + (" …" if end < len(plain) else "")


def _find(term: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
