"""Lines of text and their width, reckoned with the DejaVu Sans that matplotlib ships: the same on every machine."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

LABEL_CHARACTERS = 17
LABEL_LINES = 3
LINE_HEIGHT = 1.2


def font_file(weight: str = "") -> Path:
    """The font file; `weight` may be `-Bold`."""
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"DejaVuSans{weight}.ttf"


@cache
def _advances(weight: str) -> Mapping[int, float]:
    """Advance width of each character, in em."""
    with TTFont(str(font_file(weight)), lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def text_width(text: str, size: float, weight: str = "") -> float:
    """Width of a line; DejaVu Sans is wider than the fonts a browser takes, so what fits here fits there."""
    advances = _advances(weight)
    return size * sum(advances.get(ord(character), 1.0) for character in text)


def wrap(label: str) -> tuple[str, ...]:
    """A node's label in few short lines; what does not fit ends in an ellipsis."""
    lines = textwrap.wrap(label, LABEL_CHARACTERS, max_lines=LABEL_LINES, placeholder=" …")
    return tuple(line.strip() for line in lines)


def wrap_to(text: str, width: float, size: float, weight: str = "") -> list[str]:
    """A caption in as many lines as its width asks for."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
