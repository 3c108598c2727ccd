"""The parts of a layout in columns, and the order within them that lets the fewest lines cross."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from migov.graph.network import Network
from migov.viz.layouts.spread import Points

Indices: TypeAlias = NDArray[np.intp]

REACH: Final = 4
"""How far apart two nodes of a block stand at most that are tried in each other's place."""
ROUNDS: Final = 6
TANGLED: Final = 400
"""Lines beyond which nothing is tried: it would take too long, and no order makes such a picture readable."""
WIDE: Final = 2.0
"""Room between two layers, in columns."""


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes of one layer under one heading, in order, broken into so many columns."""

    layer: int
    group: str
    names: tuple[str, ...]
    columns: int = 1

    @property
    def rows(self) -> int:
        return ceil(len(self.names) / self.columns)

    def row(self, place: int) -> tuple[str, ...]:
        return self.names[place * self.columns : (place + 1) * self.columns]


def untangled(network: Network, blocks: list[Block]) -> list[Block]:
    """The blocks with nodes in each other's place wherever fewer lines cross then."""
    pairs = sorted({(min(ends), max(ends)) for ends in network.edges() if ends[0] != ends[1]})
    if not 1 < len(pairs) <= TANGLED:
        return blocks
    index = {name: place for place, name in enumerate(name for block in blocks for name in block.names)}
    ends = np.array([(index[one], index[other]) for one, other in pairs], dtype=np.intp)
    points = _points(blocks, index)
    lines: dict[int, list[int]] = defaultdict(list)
    for line, (one, other) in enumerate(ends.tolist()):
        lines[one].append(line)
        lines[other].append(line)
    names = [list(block.names) for block in blocks]
    for _ in range(ROUNDS):
        better = [_swapped(own, index, points, ends, lines) for own in names]
        if not any(better):
            break
    return [replace(block, names=tuple(own)) for block, own in zip(blocks, names, strict=True)]


def _swapped(
    names: list[str], index: dict[str, int], points: Points, ends: Indices, lines: dict[int, list[int]]
) -> bool:
    """Whether two nodes of a block changed places, each time for fewer crossings."""
    better = False
    for first in range(len(names)):
        for second in range(first + 1, min(first + 1 + REACH, len(names))):
            one, other = index[names[first]], index[names[second]]
            moved = np.array(sorted({*lines[one], *lines[other]}), dtype=np.intp)
            if not len(moved):
                continue
            before = crossings(points, ends, moved)
            points[[one, other]] = points[[other, one]]
            if crossings(points, ends, moved) < before:
                names[first], names[second] = names[second], names[first]
                better = True
            else:
                points[[one, other]] = points[[other, one]]
    return better


def crossings(points: Points, ends: Indices, some: Indices) -> int:
    """How often some lines cross any others with which they share no end; a pair of the some counts twice."""
    first, second = points[ends[:, 0]], points[ends[:, 1]]
    one, two = first[some], second[some]
    parted = _side(first, second, one) * _side(first, second, two) < 0
    parting = _side(one, two, first).T * _side(one, two, second).T < 0
    shared = (ends[:, None, :, None] == ends[some][None, :, None, :]).any(axis=(2, 3))
    return int((parted & parting & ~shared).sum())


def _side(first: Points, second: Points, of: Points) -> Points:
    """Sign of each point against each line."""
    along, off = second - first, of[None, :, :] - first[:, None, :]
    return np.asarray(np.sign(along[:, None, 0] * off[:, :, 1] - along[:, None, 1] * off[:, :, 0]))


def _points(blocks: list[Block], index: dict[str, int]) -> Points:
    """About where each node will stand: its column and its height in its layer, from 0 to the height of the highest."""
    points = np.zeros((len(index), 2))
    layers = sorted({block.layer for block in blocks})
    rows = {layer: sum(block.rows for block in blocks if block.layer == layer) for layer in layers}
    highest, x = max(rows.values()), 0.0
    for layer in layers:
        own = [block for block in blocks if block.layer == layer]
        row = 0.0
        for block in own:
            for place, name in enumerate(block.names):
                down, column = divmod(place, block.columns)
                height = (row + down + column / block.columns + 0.5) / rows[layer] * highest
                points[index[name]] = x + column, height
            row += block.rows
        x += max(block.columns for block in own) - 1 + WIDE
    return points
