"""How boxes look: filled with the palette's colour, text in black or white, the kind told by the outline too.

Only rectangles, sharp or rounded, hold a glued connector at the same four places in every office program; what is a
diamond or a star on the page is therefore told here by corners and border.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from migov.ontology.drawing import NodeStyle
from migov.viz.colours import contrast
from migov.viz.shapes import shape_name
from migov.viz.slides.themed import BLACK, WHITE, strongest

DEEP: Final = 10.0  # contrast of a border with white paper, at which it also shows on its own fill
BRIGHT: Final = 6.0  # the same with a dark ground
LINE: Final = 3.0  # contrast of a connector with the ground


@dataclass(frozen=True, slots=True)
class Outline:
    """Corners (0 sharp to 0.5 round), width of the border in points and its pattern."""

    corners: float
    border: float
    dash: str = "solid"


OUTLINES: Final[Mapping[str, Outline]] = {
    "dot": Outline(0.35, 0.75),
    "square": Outline(0.0, 0.75),
    "diamond": Outline(0.2, 2.25),
    "star": Outline(0.2, 2.25, "dash"),
    "triangle": Outline(0.0, 2.25),
    "triangleDown": Outline(0.0, 2.25, "dash"),
    "hexagon": Outline(0.2, 2.25, "sysDot"),
}


def outline(style: NodeStyle) -> Outline:
    """The outline that stands for the declared shape."""
    return OUTLINES[shape_name(style.shape)]


def border(style: NodeStyle, ground: str = WHITE) -> str:
    """A deep shade of the fill, on a dark ground a bright one; on black, grey."""
    deep = seen(style.colour, ground, DEEP if strongest(ground) == BLACK else BRIGHT)
    return deep if deep != style.colour or deep != BLACK else "#999999"


@cache
def seen(colour: str, ground: str, least: float = LINE) -> str:
    """The colour itself, or the nearest shade or tint of it that stands out from the ground so much; else black or white."""
    end = strongest(ground)
    for percent in range(0, 101, 2):
        mixed = mix(colour, end, percent / 100)
        if contrast(mixed, ground) >= least:
            return mixed
    return end


def mix(one: str, other: str, share: float) -> str:
    """A colour between two: so much of the other."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def text_on(colour: str) -> str:
    """Black or white, whichever stands out more: always by 4.5:1 or better."""
    return strongest(colour)
