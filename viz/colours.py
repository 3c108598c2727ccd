"""Colours that can be told from the paper: those the ontology declares, darkened where they are too pale to be seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Text stands out from its ground by 7:1 or more, so that a poor projector leaves it readable.
COLOURS: Mapping[str, str] = {
    "paper": "#FFFFFF",
    "ground": "#F3F5F7",
    "ink": "#16222E",
    "muted": "#46525E",
    "rule": "#C4CCD4",
    "accent": "#0B4F94",
    "focus": "#B4470A",
}
LINE_CONTRAST = 3.0
BORDER_CONTRAST = 4.5


@cache
def darkened(colour: str, contrast: float) -> str:
    """The colour itself, or the lightest shade of it that has this contrast with the paper."""
    parts = _parts(colour)
    for percent in range(100, -1, -2):
        shade = [round(part * percent / 100) for part in parts]
        if 1.05 / (_luminance(shade) + 0.05) >= contrast:
            return "#" + "".join(f"{part:02X}" for part in shade)
    return COLOURS["ink"]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    low, high = sorted(_luminance(_parts(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def line_colour(colour: str) -> str:
    """The colour of a line."""
    return darkened(colour, LINE_CONTRAST)


def border_colour(colour: str) -> str:
    """The edge of a shape filled with the colour."""
    return darkened(colour, BORDER_CONTRAST)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(parts: list[int]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    linear = [(p / 255 / 12.92) if p <= 10 else ((p / 255 + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
