"""Looks of a picture: light for a page or a bright room, dark for a dark one, print for paper in black and white.

A look says what the paper and the ink are, and what becomes of a declared colour as fill, as border and as line. In print
the colours of the palette become greys, evenly spaced in the order of their lightness: shapes tell the kinds too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from migov.ontology.drawing import drawing
from migov.viz.colours import BORDER_CONTRAST, COLOURS, border_colour, contrast, line_colour

LIGHTEST, DARKEST = 245, 60


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of one look; the functions take a declared colour."""

    name: str
    paper: str
    ink: str
    muted: str
    fill: Callable[[str], str]
    border: Callable[[str], str]
    line: Callable[[str], str]


def _same(colour: str) -> str:
    return colour


@cache
def _lightened(colour: str, paper: str, least: float) -> str:
    """The colour itself, or the darkest tint of it that has this contrast with a dark paper."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for percent in range(0, 101, 2):
        tint = "#" + "".join(f"{round(part + (255 - part) * percent / 100):02X}" for part in parts)
        if contrast(tint, paper) >= least:
            return tint
    return "#FFFFFF"


DARK_PAPER: Final = "#12181F"


def _bright(colour: str) -> str:
    return _lightened(colour, DARK_PAPER, BORDER_CONTRAST)


def _brighter(colour: str) -> str:
    return _lightened(_bright(colour), DARK_PAPER, 9.0)


@cache
def _greys() -> Mapping[str, str]:
    """The grey of each colour that the ontology declares for nodes."""
    declared = {style.colour for style in drawing().nodes.values()}
    ordered = sorted(declared, key=lambda colour: (contrast(colour, COLOURS["paper"]), colour))
    step = (LIGHTEST - DARKEST) / max(1, len(ordered) - 1)
    return {colour: _grey(round(LIGHTEST - place * step)) for place, colour in enumerate(ordered)}


def _grey(level: int) -> str:
    return "#" + f"{level:02X}" * 3


def _grey_of(colour: str) -> str:
    """The declared grey, or for a colour of no node the grey of its green part, which weighs most in lightness."""
    return _greys().get(colour) or _grey(int(colour[3:5], 16))


def _grey_line(colour: str) -> str:
    return line_colour(_grey(int(line_colour(colour)[3:5], 16)))


LIGHT: Final = Look("light", COLOURS["paper"], COLOURS["ink"], COLOURS["muted"], _same, border_colour, line_colour)
DARK: Final = Look("dark", DARK_PAPER, "#F4F7FA", "#B9C4CF", _bright, _brighter, _bright)
PRINT: Final = Look("print", "#FFFFFF", "#000000", "#333333", _grey_of, lambda _: "#000000", _grey_line)
LOOKS: Final[Mapping[str, Look]] = {look.name: look for look in (LIGHT, DARK, PRINT)}
