"""Where the labels of a figure stand: below their node, or beside or above it where below there is no room.

A label is never smaller than can be read. Where the figure is too small for that, the better connected nodes come first,
and labels that find no room are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from migov.viz.lettering import LINE_HEIGHT, text_width
from migov.viz.style import LABEL_GAP, Mark

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
Side: TypeAlias = Literal["left", "center", "right"]
Spot: TypeAlias = tuple[float, float, Side]

MARGIN = 1.5
HUBS = 12  # so many of the best connected keep their label even where it covers a smaller node


def place_labels(
    drawn: Mapping[str, Mark],
    at: Mapping[str, Point],
    radius: Mapping[str, float],
    sizes: Mapping[str, float],
    frame: Box,
) -> dict[str, Spot]:
    """Upper end and alignment of each label that finds room."""
    shapes = [(n, (x - radius[n], y - radius[n], x + radius[n], y + radius[n])) for n, (x, y) in at.items()]
    taken: list[Box] = []
    spots: dict[str, Spot] = {}
    for rank, node in enumerate(sorted(at, key=lambda node: (-drawn[node].radius, node))):
        for spot, box in _choices(at[node], drawn[node], sizes[node], radius[node]):
            covers_label = any(_overlap(box, other) for other in taken)
            covers_shape = any(other != node and _overlap(box, shape) for other, shape in shapes)
            if not covers_label and (rank < HUBS or (not covers_shape and _within(box, frame))):
                spots[node] = spot
                taken.append(box)
                break
    return spots


def below(place: Point, mark: Mark, size: float, radius: float) -> Box:
    """The room of a node with its label below it."""
    half = max(radius, _width(mark, size) / 2)
    under = radius + LABEL_GAP * size / mark.font + len(mark.lines) * LINE_HEIGHT * size
    return place[0] - half, place[1] - radius, place[0] + half, place[1] + under


def _choices(place: Point, mark: Mark, size: float, radius: float) -> Iterator[tuple[Spot, Box]]:
    """The places of a label, best first, and the room each takes."""
    (x, y), gap = place, 0.6 * LABEL_GAP * size / mark.font
    wide, tall = _width(mark, size), len(mark.lines) * LINE_HEIGHT * size
    aside = radius + gap + 1
    tops: tuple[Spot, ...] = (
        (x, y + radius + gap, "center"),
        (x + aside, y - tall / 2, "left"),
        (x - aside, y - tall / 2, "right"),
        (x, y - radius - gap - tall, "center"),
    )
    for spot in tops:
        left = spot[0] - {"left": 0.0, "center": 0.5, "right": 1.0}[spot[2]] * wide
        yield spot, (left - MARGIN, spot[1], left + wide + MARGIN, spot[1] + tall)


def _width(mark: Mark, size: float) -> float:
    return max((text_width(line, size) for line in mark.lines), default=0.0)


def _within(box: Box, frame: Box) -> bool:
    slack = 6.0
    return (
        box[0] > frame[0] - slack
        and box[1] > frame[1] - slack
        and box[2] < frame[2] + slack
        and box[3] < frame[3] + slack
    )


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
