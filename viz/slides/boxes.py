"""The boxes of a picture: which nodes it shows, and how large each box is. Units are points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from migov.graph.network import Network
from migov.viz.slides.lettering import BOLD, height, widest, wrapped
from migov.viz.style import neighbours, nodes_of, ties_of

MOST_NODES: Final = 40
MOST_LINES: Final = 60
"""Connectors that can still be followed by eye; a denser network shows fewer nodes, with every tie between them."""
FULL: Final = 0.42
"""The part of the room that boxes with their gaps may take, so that connectors are seen."""
AIRY: Final = 0.3
"""The part that they take when letters are made larger than they must be."""
BOLD_FROM: Final = 11.8
GAP: Final = (16.0, 12.0)
INSET: Final = (6.0, 3.5)
SMALL, LARGE = 10.0, 20.0
SCALES: Final = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
LINES: Final = 3
CORNER: Final = 1 - 0.5**0.5  # of the radius of a corner, which text keeps away from


@dataclass(frozen=True, slots=True)
class Box:
    """A node as a box: the text as it may be shortened, its size in points, width and height of the box."""

    name: str
    text: str
    font: float
    bold: bool
    width: float
    height: float


def boxes(network: Network, shown: Sequence[str], corners: Mapping[str, float], room: tuple[float, float]) -> list[Box]:
    """The boxes of these nodes: the more of them a node is tied to, the larger its letters; all as large as the room allows.

    `corners` are how round each box is, in parts of its height.
    """
    drawn = []
    for scale in SCALES:
        drawn = _boxes(network, shown, corners, scale)
        if _taken(drawn) <= AIRY * room[0] * room[1]:
            break
    return drawn


def chosen(network: Network, corners: Mapping[str, float], room: tuple[float, float]) -> list[str]:
    """The nodes that a room of this width and height can show: the best recorded, and those that tie them to each other.

    As many as possible up to 40, as long as there are at most 60 connectors and enough paper between the boxes; none of
    them stands alone, unless nothing is tied to anything.
    """
    first = _grown(network)[:MOST_NODES]
    pairs = {frozenset((s, t)) for s, t in network.edges() if s != t}
    shown: list[str] = []
    for count in range(len(first), 0, -1):
        kept = set(first[:count])
        between = [pair for pair in pairs if pair <= kept]
        tied = frozenset[str]().union(*between)
        shown = [name for name in first[:count] if name in tied or not pairs]
        if len(between) <= MOST_LINES and _taken(_boxes(network, shown, corners)) <= FULL * room[0] * room[1]:
            break
    return shown


def _grown(network: Network) -> list[str]:
    """The nodes in the order in which they enter a picture: always the best recorded one that is tied to what is there."""
    ranked, near = ranking(network), neighbours(network)
    order = {name: place for place, name in enumerate(ranked)}
    grown: list[str] = []
    left, open_ = dict.fromkeys(ranked), set[str]()
    while left and len(grown) < MOST_NODES:
        name = min(open_ or left, key=order.__getitem__)
        grown.append(name)
        del left[name]
        open_ = (open_ | near[name]) & left.keys()
    return grown


def ranking(network: Network) -> list[str]:
    """The nodes, best recorded first: by how many places one must read to find all their ties, how many ties, how many places.

    One project of twelve partners makes sixty-six ties, yet one place says them all: it counts once for each partner.
    """
    said: dict[str, list[frozenset[object]]] = {name: [] for name in network}
    for source, target, key, tie in ties_of(network):
        places = frozenset(
            (place.document, place.lines, place.what if not place.document else "") for place in tie.sources
        )
        for name in (source, target):
            said[name].append(places or frozenset([(source, target, key)]))
    needed, counts = {name: _places(all_) for name, all_ in said.items()}, ties(network)
    told = {name: len(frozenset().union(*all_)) for name, all_ in said.items()}
    return sorted(network, key=lambda name: (-needed[name], -counts[name], -told[name], name))


def _places(left: list[frozenset[object]]) -> int:
    """How many places say all these ties, when the one that says most of what is left is read next."""
    count = 0
    while left:
        telling = Counter(place for places in left for place in places)
        best = min(telling, key=lambda place: (-telling[place], str(place)))
        left = [places for places in left if best not in places]
        count += 1
    return count


def ties(network: Network) -> Mapping[str, int]:
    """How many ties each node has."""
    return {name: int(count) for name, count in network.degree()}


def _taken(drawn: Sequence[Box]) -> float:
    return sum((box.width + GAP[0]) * (box.height + GAP[1]) for box in drawn)


def _boxes(network: Network, shown: Sequence[str], corners: Mapping[str, float], scale: float = 1.0) -> list[Box]:
    others, nodes, kept = neighbours(network), nodes_of(network), set(shown)
    return [_box(name, nodes[name].label, len(others[name] & kept), corners[name], scale) for name in shown]


def _box(name: str, label: str, weight: int, corner: float, scale: float) -> Box:
    size = SMALL + 1.1 * max(0.0, sqrt(weight) - 1.2)
    font = round(min(LARGE, size * scale) * 2) / 2
    bold = BOLD if size > BOLD_FROM else ""
    lines = wrapped(label, 10.5 * font, font, bold, LINES)
    tall = (height(len(lines), font) + 2 * INSET[1]) / (1 - 2 * CORNER * corner)
    wide = widest(lines, font, bold) + 2 * INSET[0] + 2 + 2 * CORNER * corner * tall
    text = " ".join(lines) if lines and lines[-1].endswith("…") else label
    return Box(name, text, font, bool(bold), round(max(wide, 1.6 * tall), 1), round(tall, 1))
