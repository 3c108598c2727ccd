"""Layout in rings: one thing in the middle, around it what it is tied to, sorted by what it is."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin
from typing import Final

import numpy as np

from migov.graph.network import Network
from migov.viz.layouts.spread import RATIO, Points, push
from migov.viz.style import Mark, neighbours, nodes_of

GAP: Final = np.array([16.0, 12.0])
RING: Final = 60.0
"""Room between two turns to begin with; it grows until nothing overlaps."""
PUSHES: Final = 25


def in_rings(network: Network, drawn: Mapping[str, Mark]) -> dict[str, tuple[float, float]]:
    """The place of each node: what is alike stands side by side; a further ring by the nearer things it is tied to."""
    if not drawn:
        return {}
    nodes, near = nodes_of(network), neighbours(network)
    angles: dict[str, float] = {}
    for ring, layer in enumerate(sorted({node.layer for node in nodes.values()})):
        names = [name for name in nodes if nodes[name].layer == layer]
        if ring < 2:
            names.sort(key=lambda name: (name.partition("/")[0], nodes[name].kind, nodes[name].label, name))
        else:
            mean = {name: _mean([angles[other] for other in sorted(near[name]) if other in angles]) for name in names}
            names.sort(key=lambda name: (mean[name], name))
        angles |= {name: 2 * pi * (place + 0.5) / len(names) - pi / 2 for place, name in enumerate(names)}
    rings = {layer: place for place, layer in enumerate(sorted({node.layer for node in nodes.values()}))}
    names = sorted(drawn)
    sizes: Points = np.array([(drawn[name].width, drawn[name].height) for name in names]) + GAP
    drop = np.array([(0.0, drawn[name].drop) for name in names])
    rays = np.array([(cos(angles[name]) * RATIO, sin(angles[name])) for name in names])
    turns = np.array([_radius(rings[nodes[name].layer], place, len(names)) for place, name in _placed(names, angles)])
    scale, apart, points = 1.0, False, np.zeros_like(rays)
    while not apart:
        points, apart = push(rays * (turns * scale)[:, None], sizes, PUSHES)
        scale *= 1.05
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, points - drop, strict=True)}


def _placed(names: list[str], angles: Mapping[str, float]) -> list[tuple[int, str]]:
    order = {name: place for place, name in enumerate(sorted(names, key=lambda name: (angles[name], name)))}
    return [(order[name], name) for name in names]


def _radius(ring: int, place: int, count: int) -> float:
    """Distance from the middle; many neighbours stand in two or three turns, so that the ring stays small."""
    if ring == 0:
        return 0.0
    turns = 1 if count <= 16 else 2 if count <= 34 else 3
    return RING * (ring * turns - turns + 1 + (place % turns) * 0.8)


def _mean(angles: list[float]) -> float:
    return sum(angles) / len(angles) if angles else 0.0
