"""How boxes look: filled with the palette's colour, text in black or white, the kind told by the outline too.

Only rectangles, sharp or rounded, hold a glued connector at the same four places in every office program; what is a
diamond or a star on the page is therefore told here by corners and border.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from migov.ontology.drawing import NodeStyle
from migov.viz.colours import contrast, darkened
from migov.viz.shapes import shape_name

DEEP: Final = 10.0  # contrast of a border with the paper, at which it also shows on its own fill


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


def border(style: NodeStyle) -> str:
    """A deep shade of the fill; on black, grey."""
    deep = darkened(style.colour, DEEP)
    return deep if deep != "#000000" else "#999999"


def text_on(colour: str) -> str:
    """Black or white, whichever stands out more: always by 4.5:1 or better."""
    return max(("#000000", "#FFFFFF"), key=lambda text: contrast(text, colour))
