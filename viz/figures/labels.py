"""Where the labels of a figure stand, and how large: below, beside, above or aslant of their node, where fewest lines cross.

A label is never smaller than can be read. Where the figure is too small for that, the better connected nodes come first,
and labels that find no room are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from migov.viz.lettering import LINE_HEIGHT, text_width
from migov.viz.style import LABEL_GAP, Mark

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
Side: TypeAlias = Literal["left", "center", "right"]
Spot: TypeAlias = tuple[float, float, Side]
Lines: TypeAlias = NDArray[np.float64]

MARGIN: Final = 1.5
CLEAR: Final = 1.5  # between a label and the shape of another node
HUBS: Final = 4  # so many of the best connected keep their label even where it covers a smaller node
COVERED: Final = 100.0  # lines that may cross a label before it covers a node instead
FACTORS: Final = (1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7)
PLAIN: Final = tuple(50.0 * place for place in range(8))  # wherever there is room, whatever crosses
GROWTH: Final = 1.35
SHARES: Final = (0.5, 0.35, 0.25, 0.15, 0.1)
RELUCTANT: Final = (0.0, 1.5, 1.5, 3.0, 4.0, 4.0, 4.0, 4.0)
"""Lines that a label rather bears than to stand elsewhere than below, in the order of `_choices`."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Upper end and alignment of each label that found room, and the type size of each node's label, in points."""

    spots: Mapping[str, Spot]
    sizes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """What labels have to get along with: marks, places and radii of the nodes, lines as pairs of points, the frame, and the
    boxes of the headings."""

    drawn: Mapping[str, Mark]
    at: Mapping[str, Point]
    radius: Mapping[str, float]
    lines: Sequence[tuple[Point, Point]]
    frame: Box
    taken: Sequence[Box] = ()


def lettered(scene: Scene, scale: float, least: float, wanted: float) -> Labels:
    """The labels in the largest type at which as many as possible find room, from `least` points up.

    `wanted` is the type size that is large enough; the best connected get it even where not all can.
    """
    smallest = min(scale * mark.font for mark in scene.drawn.values())
    best = Labels({}, {})
    for factor in FACTORS:
        if factor > 1.0 and factor * smallest > wanted:
            continue
        sizes = {node: round(max(least, factor * scale * mark.font), 2) for node, mark in scene.drawn.items()}
        if sizes == best.sizes:
            break
        found = Labels(place_labels(scene, sizes), sizes)
        if len(found.spots) < len(scene.drawn):
            plain = Labels(place_labels(scene, sizes, PLAIN), sizes)
            found = plain if len(plain.spots) > len(found.spots) else found
        best = found if len(found.spots) > len(best.spots) else best
        if len(best.spots) == len(scene.drawn):
            break
    for share in SHARES:
        first = _first(scene, round(share * len(scene.drawn)))
        sizes = {**best.sizes, **{node: _grown(best.sizes[node], wanted) for node in first}}
        found = Labels(place_labels(scene, sizes), sizes)
        if len(found.spots) >= len(best.spots):
            return found
    return best


def _first(scene: Scene, number: int) -> list[str]:
    """About so many of the best connected, but none whose equals are not among them."""
    order = ranked(scene)
    least = scene.drawn[order[number]].radius if number < len(order) else 0.0
    return [node for node in order if scene.drawn[node].radius > least]


def _grown(size: float, wanted: float) -> float:
    return max(size, min(wanted, round(GROWTH * size, 2)))


def ranked(scene: Scene) -> list[str]:
    """The nodes, the best connected first."""
    return sorted(scene.at, key=lambda node: (-scene.drawn[node].radius, node))


def place_labels(scene: Scene, sizes: Mapping[str, float], reluctant: Sequence[float] = RELUCTANT) -> dict[str, Spot]:
    """Upper end and alignment of each label that finds room."""
    names = ranked(scene)
    room = [(scene.at[name], scene.radius[name] + CLEAR) for name in names]
    shapes = np.array([[x - r, y - r, x + r, y + r] for (x, y), r in room])
    lines = np.array([[*one, *other] for one, other in scene.lines]).reshape(-1, 4)
    taken = np.array(scene.taken, dtype=float).reshape(-1, 4)
    spots: dict[str, Spot] = {}
    for rank, node in enumerate(names):
        best: tuple[float, Spot, Box] | None = None
        others = np.arange(len(names)) != rank
        choices = _choices(scene.at[node], scene.drawn[node], sizes[node], scene.radius[node])
        for reluctance, (spot, box) in zip(reluctant, choices, strict=True):
            covered = int((_overlaps(box, shapes) & others).sum())
            if not _within(box, scene.frame) or _overlaps(box, taken).any() or (covered and rank >= HUBS):
                continue
            cost = reluctance + _crossings(box, lines) + COVERED * covered
            if best is None or cost < best[0]:
                best = cost, spot, box
        if best:
            spots[node] = best[1]
            taken = np.vstack([taken, best[2]])
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
    aside, aslant = radius + gap + 1, 0.7 * radius + 1
    tops: tuple[Spot, ...] = (
        (x, y + radius + gap, "center"),
        (x + aside, y - tall / 2, "left"),
        (x - aside, y - tall / 2, "right"),
        (x, y - radius - gap - tall, "center"),
        (x + aslant, y + aslant, "left"),
        (x - aslant, y + aslant, "right"),
        (x + aslant, y - aslant - tall, "left"),
        (x - aslant, y - aslant - tall, "right"),
    )
    for spot in tops:
        left = spot[0] - {"left": 0.0, "center": 0.5, "right": 1.0}[spot[2]] * wide
        yield spot, (left - MARGIN, spot[1], left + wide + MARGIN, spot[1] + tall)


def _width(mark: Mark, size: float) -> float:
    return max((text_width(line, size) for line in mark.lines), default=0.0)


def _within(box: Box, frame: Box) -> bool:
    slack = 2.0
    return (
        box[0] > frame[0] - slack
        and box[1] > frame[1] - slack
        and box[2] < frame[2] + slack
        and box[3] < frame[3] + slack
    )


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share paper."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _overlaps(box: Box, others: Lines) -> NDArray[np.bool_]:
    """Which of the other boxes share paper with one."""
    return np.asarray(
        (others[:, 0] < box[2]) & (box[0] < others[:, 2]) & (others[:, 1] < box[3]) & (box[1] < others[:, 3])
    )


def _crossings(box: Box, lines: Lines) -> int:
    """How many straight lines pass through a box."""
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = (np.array([box[:2], box[2:]])[:, None, :] - start) / way
    enter = np.nanmax(np.fmin(ends[0], ends[1]), axis=1, initial=0.0)
    leave = np.nanmin(np.fmax(ends[0], ends[1]), axis=1, initial=1.0)
    return int((enter < leave).sum())
