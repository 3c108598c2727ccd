"""Text in boxes: how wide and how high it is, wrapped and shortened to the room there is. Units are points.

Widths are those of DejaVu Sans, which is a tenth wider than Arial or Calibri: what fits here fits in any office program.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from migov.viz.lettering import LINE_HEIGHT, text_width, wrap_to

ELLIPSIS: Final = " …"
SLACK: Final = 1.06
"""How much wider than told a column may be reckoned where a line more does no harm."""
BOLD: Final = "-Bold"


def wrapped(text: str, width: float, size: float, weight: str = "", most: int = 99) -> list[str]:
    """Lines of at most this width; a word that is wider is cut, and what exceeds `most` lines ends in an ellipsis."""
    words = " ".join(_cut(word, width, size, weight) for word in text.split())
    lines = wrap_to(words, width, size, weight)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].split()
    while last and text_width(" ".join(last) + ELLIPSIS, size, weight) > width:
        last.pop()
    return [*lines[: most - 1], (" ".join(last) + ELLIPSIS).strip()]


def height(lines: int, size: float) -> float:
    """Height of this many lines."""
    return lines * size * LINE_HEIGHT


def widest(lines: Sequence[str], size: float, weight: str = "") -> float:
    """Width of the widest line."""
    return max((text_width(line, size, weight) for line in lines), default=0.0)


def fitting(text: str, width: float, sizes: Sequence[float], most: int, weight: str = "") -> tuple[str, float]:
    """The text and the first size at which it needs at most `most` lines; shortened at the last size if at none."""
    for size in sizes:
        if len(wrapped(text, width, size, weight)) <= most:
            return text, size
    return " ".join(wrapped(text, width, sizes[-1], weight, most)), sizes[-1]


def _cut(word: str, width: float, size: float, weight: str) -> str:
    parts, rest = [], word
    while text_width(rest, size, weight) > width and len(rest) > 1:
        keep = len(rest) - 1
        while keep > 1 and text_width(rest[:keep], size, weight) > width:
            keep -= 1
        parts.append(rest[:keep])
        rest = rest[keep:]
    return " ".join([*parts, rest])
