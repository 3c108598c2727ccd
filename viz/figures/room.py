"""How a network fills its frame: stretched along the shorter side, never squeezed, then scaled as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from migov.graph.network import Network
from migov.viz.figures.labels import Box, Point, below
from migov.viz.headings import Heading, headings
from migov.viz.lettering import text_width
from migov.viz.style import Mark

Places: TypeAlias = Mapping[str, Point]

LARGEST_SCALE: Final = 1.6
STRETCH: Final = 2.2
"""Beyond it what belongs together no longer stands together."""
STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """Where nodes and headings stand on the paper, and how many points a unit of the layout takes."""

    at: dict[str, Point]
    headings: tuple[Heading, ...]
    scale: float


def fit(network: Network, positions: Places, drawn: Mapping[str, Mark], frame: Box) -> Fit:
    """The network in the middle of the frame, as large as its labels allow."""
    wide, tall = frame[2] - frame[0], frame[3] - frame[1]
    placed = _stretched(network, positions, drawn, wide / tall)
    over = headings(network, placed, drawn)
    left, top, right, bottom = _extent(placed, drawn, over)
    scale = min(LARGEST_SCALE, wide / (right - left), tall / (bottom - top))
    shift = (
        frame[0] + (wide - scale * (right - left)) / 2 - scale * left,
        frame[1] + (tall - scale * (bottom - top)) / 2 - scale * top,
    )

    def moved(x: float, y: float) -> Point:
        return shift[0] + scale * x, shift[1] + scale * y

    return Fit(
        {name: moved(*placed[name]) for name in sorted(network)},
        tuple(Heading(head.lines, *moved(head.x, head.y), head.font) for head in over),
        scale,
    )


def _stretched(network: Network, positions: Places, drawn: Mapping[str, Mark], ratio: float) -> Places:
    """The places drawn apart along one axis until the whole is as wide as the frame for its height."""

    def places(across: float, down: float) -> Places:
        return {name: (across * positions[name][0], down * positions[name][1]) for name in drawn}

    def ratio_of(placed: Places) -> float:
        left, top, right, bottom = _extent(placed, drawn, headings(network, placed, drawn))
        return (right - left) / (bottom - top)

    flat = ratio_of(positions) > ratio
    low, high = 1.0, STRETCH
    for _ in range(STEPS):
        middle = (low + high) / 2
        enough = ratio_of(places(1.0, middle)) < ratio if flat else ratio_of(places(middle, 1.0)) > ratio
        low, high = (low, middle) if enough else (middle, high)
    return places(1.0, low) if flat else places(low, 1.0)


def _extent(placed: Places, drawn: Mapping[str, Mark], over: tuple[Heading, ...]) -> Box:
    """The room of all nodes with their labels, and of the headings."""
    boxes = [below(placed[node], mark, mark.font, mark.radius) for node, mark in drawn.items()]
    for head in over:
        half = max(text_width(line, head.font, "-Bold") for line in head.lines) / 2
        boxes.append((head.x - half, head.y, head.x + half, head.y))
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
