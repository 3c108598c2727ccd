"""Where the nodes of a network stand: laid out once, for page, figure and slide alike.

Two runs agree to the last digit: nodes and edges are sorted, chance comes from a seeded generator, and coordinates
are rounded. Units are those of `style.Mark`; y grows downwards, as on a screen.

A layout can start from an earlier one, so that a reader finds things where they were: what is known stays, what is
new stands by what it is tied to, and only what is in the way gives way.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from math import pi
from typing import Final

import numpy as np

from migov.graph.network import Network
from migov.viz.layouts.force import by_force
from migov.viz.layouts.layers import in_layers, under
from migov.viz.layouts.rings import in_rings
from migov.viz.layouts.spread import Points, push
from migov.viz.style import Mark, marks, neighbours

Places = Mapping[str, tuple[float, float]]

KNOWN: Final = 0.8
"""Share of the nodes that must have a place for the others to be fitted in."""
ROOM: Final = np.array([6.0, 4.0])
BESIDE: Final = 45.0
STEP: Final = 15.0
"""How far a new node stands from its neighbours at least, and how much further the next round is."""
WAYS: Final = 24


def positions(network: Network, seed: int = 7, start: Places | None = None) -> dict[str, tuple[float, float]]:
    """The place of each node: no two nodes overlap, label included, and the whole is about as wide as a slide.

    `start` are places of an earlier picture; they are kept where most nodes have one.
    """
    drawn = marks(network)
    how = network.graph.get("layout", "force")
    known = {name: place for name, place in (start or {}).items() if name in drawn}
    if known and len(known) >= KNOWN * len(drawn):
        placed = _fitted(network, drawn, known)
    elif how == "layers":
        placed = in_layers(network, drawn)
    elif how == "rings":
        placed = in_rings(network, drawn)
    else:
        placed = by_force(network, drawn, seed)
    return {name: (round(placed[name][0], 1), round(placed[name][1], 1)) for name in sorted(placed)}


def _fitted(network: Network, drawn: Mapping[str, Mark], known: Places) -> dict[str, tuple[float, float]]:
    """The known places, and for what is new the nearest free one by its neighbours; then what overlaps is pushed apart.

    What already has half the room is left alone, so that a picture drawn again is the same to the last digit.
    """
    near, names = neighbours(network), sorted(drawn)
    placed = dict(known)
    middle = (float(np.mean([x for x, _ in known.values()])), max(y for _, y in known.values()) + BESIDE)
    for name in sorted(set(names) - known.keys(), key=lambda name: (-len(near[name] & known.keys()), name)):
        below = under(network, drawn, placed, name) if network.graph.get("layout") == "layers" else None
        ties = [placed[other] for other in sorted(near[name]) if other in placed]
        x, y = np.mean(ties, axis=0) if ties else middle
        placed[name] = below or _free(name, (float(x), float(y)), placed, drawn)
    sizes: Points = np.array([(drawn[name].width, drawn[name].height) for name in names]) + ROOM
    drop = np.array([(0.0, drawn[name].drop) for name in names])
    points: Points = np.array([placed[name] for name in names]) + drop
    _, apart = push(points, sizes - ROOM / 2, 1)
    while not apart:
        points, apart = push(points, sizes, 100)
        points = points if apart else points * 1.02
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, points - drop, strict=True)}


def _free(name: str, at: tuple[float, float], placed: Places, drawn: Mapping[str, Mark]) -> tuple[float, float]:
    """The nearest place to this one where nothing is in the way, looked for in widening rounds from an angle of its own."""
    others = sorted(placed)
    boxes: Points = np.array([(drawn[other].width, drawn[other].height) for other in others])
    room = (boxes + np.array([drawn[name].width, drawn[name].height])) / 2 + ROOM
    middles: Points = np.array([(placed[other][0], placed[other][1] + drawn[other].drop) for other in others])
    angle = 2 * pi * int(sha256(name.encode()).hexdigest()[:8], 16) / 16**8
    turns = angle + np.arange(WAYS) * 2 * pi / WAYS
    drop, step = np.array([0.0, drawn[name].drop]), 0
    while True:
        step += 1
        spots = np.array(at) + (BESIDE + STEP * step) * np.column_stack([np.cos(turns), np.sin(turns)])
        apart = np.abs(spots + drop - middles[:, None, :]) >= room[:, None, :]
        free = apart.any(axis=2).all(axis=0)
        if free.any():
            x, y = spots[free.argmax()]
            return float(x), float(y)
