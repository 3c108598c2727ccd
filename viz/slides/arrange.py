"""Where boxes stand in a room: apart from each other, so that straight connectors cross and pass under few of them.

A seeded force layout is pushed apart into the room and then mended: one box is moved, or two change places, as long as
that leaves fewer connectors under boxes, fewer crossings and shorter connectors. Same boxes, same places.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from threading import Lock
from typing import Final

import igraph
import numpy as np
from numpy.typing import NDArray

from migov.viz.layouts.spread import Points

Pairs = NDArray[np.intp]
Pushed = NDArray[np.bool_]

UNDER, CROSSING, LENGTH = 25.0, 1.0, 2.5
CLEAR: Final = 3.0  # points between a connector and a box it does not belong to
DETOUR: Final = 20.0  # points by which another way must be shorter than the nearest
STEPS: Final = 8000
# Middles of top, left, bottom and right side: the connection sites 0 to 3 of a rectangle, in halves of its size.
SITES: Final = np.array([(0.0, -1.0), (-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)])
_generator = Lock()  # igraph has one random number generator for the whole process


def arrange(
    sizes: Sequence[tuple[float, float]],
    pairs: Sequence[tuple[int, int]],
    room: tuple[float, float],
    gap: tuple[float, float],
    seed: int = 7,
) -> list[tuple[float, float]]:
    """The middle of each box, in a room of this width and height whose origin is its upper left corner."""
    space = np.array(room)
    halves = np.array(sizes, dtype=float).reshape(-1, 2) / 2
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    if not len(halves):
        return []
    chance = random.Random(seed)
    hall = _Hall(space, halves, halves + np.array(gap) / 2, ends, strangers(ends))
    drafts = [hall.parted(points) for points in _drafts(len(halves), ends, chance)]
    points = hall.mended(min(drafts, key=hall.cost), chance, 1.0, STEPS)
    points = hall.mended(hall.stretched(points), chance, 0.15, STEPS // 4)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in hall.stretched(points)]


def segments(points: Points, halves: Points, ends: Pairs) -> tuple[Points, Points, Pairs]:
    """Where each connector begins and ends, and the two sites: those of its two boxes that are nearest to each other."""
    places = points[:, None, :] + halves[:, None, :] * SITES[None, :, :]
    first, second = places[ends[:, 0]], places[ends[:, 1]]
    away = np.hypot(*np.moveaxis(first[:, :, None, :] - second[:, None, :, :], -1, 0)).round(3)
    nearest = away.reshape(len(ends), 16).argmin(axis=1)
    sites = np.stack([nearest // 4, nearest % 4], axis=1)
    row = np.arange(len(ends))
    return first[row, sites[:, 0]], second[row, sites[:, 1]], sites


def glued(points: Points, halves: Points, ends: Pairs) -> list[tuple[int, int]]:
    """The two sites of each connector: the nearest, or others where the connector would run under a box."""
    _, _, nearest = segments(points, halves, ends)
    sixteen = np.array([(first, second) for first in range(4) for second in range(4)])
    sites = []
    for pair, near in zip(ends, nearest, strict=True):
        start = points[pair[0]] + halves[pair[0]] * SITES[sixteen[:, 0]]
        end = points[pair[1]] + halves[pair[1]] * SITES[sixteen[:, 1]]
        hidden = under(start, end, points, halves + CLEAR) > 1e-6
        hidden[:, pair] = under(start, end, points, halves - 1.0)[:, pair] > 1e-6
        length = np.hypot(*(end - start).T) + np.where((sixteen == near).all(axis=1), 0.0, DETOUR)
        best = min(range(16), key=lambda way: (int(hidden[way].sum()), float(length[way].round(3)), way))
        sites.append((int(sixteen[best, 0]), int(sixteen[best, 1])))
    return sites


def under(start: Points, end: Points, points: Points, halves: Points) -> NDArray[np.float64]:
    """For each connector and box, the part of the connector (0 to 1) that runs within the box."""
    along = np.where(np.abs(end - start) < 1e-9, 1e-9, end - start)[:, None, :]
    one = (points - halves)[None, :, :] - start[:, None, :]
    other = (points + halves)[None, :, :] - start[:, None, :]
    near, far = one / along, other / along
    enters = np.minimum(near, far).max(axis=2).clip(0.0, 1.0)
    leaves = np.maximum(near, far).min(axis=2).clip(0.0, 1.0)
    return np.asarray((leaves - enters).clip(0.0))


def strangers(ends: Pairs) -> Pushed:
    """Which connectors have no box in common."""
    return np.asarray(~(ends[:, None, :, None] == ends[None, :, None, :]).any(axis=(2, 3)))


def crossings(start: Points, end: Points, apart: Pushed) -> int:
    """How often two connectors without a common box cross."""

    def side(of: Points) -> Points:
        along, off = end - start, of[None, :, :] - start[:, None, :]
        return np.asarray(np.sign(along[:, None, 0] * off[:, :, 1] - along[:, None, 1] * off[:, :, 0]))

    parted = side(start) * side(end) < 0
    return int((parted & parted.T & apart).sum() // 2)


@dataclass(frozen=True)
class _Hall:
    """The room, half the size of each box with and without the gap around it, and the pairs that are connected."""

    room: Points
    halves: Points
    wide: Points
    ends: Pairs
    apart: Pushed

    def cost(self, points: Points) -> float:
        """How hard the picture is to read: connectors under boxes first, then crossings, then length."""
        if not len(self.ends):
            return 0.0
        start, end, _ = segments(points, self.halves, self.ends)
        row = np.arange(len(self.ends))
        hidden = under(start, end, points, self.halves + CLEAR)
        own = under(start, end, points, self.halves - 1.0)
        for side in (0, 1):
            hidden[row, self.ends[:, side]] = own[row, self.ends[:, side]]
        length = np.hypot(*(end - start).T)
        covered = (hidden > 1e-6).sum() + (hidden * length[:, None]).sum() / 100
        return float(
            UNDER * covered
            + CROSSING * crossings(start, end, self.apart)
            + LENGTH * (length.sum() / self.room[0] + 2 * (length.max() / self.room[0]) ** 2)
        )

    def parted(self, points: Points) -> Points:
        """A cloud stretched over the room and pushed apart in it; in rows when pushing does not help."""
        low, high = self.wide, self.room - self.wide
        extent = np.ptp(points, axis=0)
        points = (points - points.min(axis=0)) / np.where(extent < 1e-9, 1.0, extent)
        ranks = points.argsort(axis=0, kind="stable").argsort(axis=0) / max(1, len(points) - 1)
        points = low + (0.5 * points + 0.5 * ranks) * (high - low)
        for _ in range(600):
            apart = points[None, :, :] - points[:, None, :]
            overlap = self.wide[None, :, :] + self.wide[:, None, :] - np.abs(apart)
            hit = overlap.min(axis=2) > 1e-6
            hit[range(len(points)), range(len(points))] = False
            if not hit.any():
                return points
            shorter = overlap.argmin(axis=2)[:, :, None] == np.arange(2)[None, None, :]
            away = np.where(apart < 0, 0.5, -0.5) * (overlap + 0.05) * shorter * hit[:, :, None]
            away = np.where(np.abs(apart).max(axis=2)[:, :, None] < 1e-9, 0.0, away)
            points = (points + away.sum(axis=1) / np.sqrt(hit.sum(axis=1).clip(1))[:, None]).clip(low, high)
        return self.rows(points)

    def rows(self, points: Points) -> Points:
        """Boxes in rows from top to bottom, each row from left to right in the order of the cloud."""
        left = [int(box) for box in points[:, 1].argsort(kind="stable")]
        placed = points.copy()
        y = 0.0
        while left:
            row: list[int] = []
            width = 0.0
            while left and (not row or width + 2 * self.wide[left[0], 0] <= self.room[0]):
                row.append(left.pop(0))
                width += 2 * self.wide[row[-1], 0]
            tall = max(2 * self.wide[box, 1] for box in row)
            x, spare = 0.0, max(0.0, self.room[0] - width) / len(row)
            for box in sorted(row, key=lambda box: float(points[box, 0])):
                x += spare / 2 + self.wide[box, 0]
                placed[box] = x, y + tall / 2
                x += self.wide[box, 0] + spare / 2
            y += tall
        return placed

    def free(self, points: Points, moved: Sequence[int]) -> bool:
        """Whether these boxes stand within the room and apart from all others."""
        for box in moved:
            if (points[box] < self.wide[box] - 1e-6).any() or (points[box] > self.room - self.wide[box] + 1e-6).any():
                return False
            hit = (np.abs(points - points[box]) < self.wide + self.wide[box] - 1e-6).all(axis=1)
            if hit.sum() > 1:
                return False
        return True

    def mended(self, points: Points, chance: random.Random, boldness: float, steps: int) -> Points:
        """The best arrangement found by moving boxes, at first as boldly as told, then with care."""
        if len(points) < 3 or not len(self.ends):
            return points
        best, least = points, self.cost(points)
        now, costs = best, least
        for step in range(steps):
            warmth = boldness * (1 - step / steps)
            tried = now.copy()
            box = chance.randrange(len(points))
            if chance.random() < 0.3:
                moved = [box, chance.choice([other for other in range(len(points)) if other != box])]
                tried[moved] = now[moved[::-1]]
            else:
                moved = [box]
                reach = self.room * (0.02 + 0.25 * warmth)
                tried[box] += (chance.gauss(0, reach[0]), chance.gauss(0, reach[1]))
            if not self.free(tried, moved):
                continue
            cost = self.cost(tried)
            if cost < costs or chance.random() < exp((costs - cost) / (0.05 + 2.0 * warmth**2)):
                now, costs = tried, cost
                if cost < least:
                    best, least = tried, cost
        return best

    def stretched(self, points: Points) -> Points:
        """The whole in the middle of the room, drawn apart as far as the room goes, but no more than by half."""
        low, high = points.min(axis=0), points.max(axis=0)
        factor = ((self.room - 2 * self.wide.max(axis=0)) / np.where(high - low < 1, 1.0, high - low)).clip(1.0, 1.5)
        points = (points - (low + high) / 2) * factor
        low, high = (points - self.halves).min(axis=0), (points + self.halves).max(axis=0)
        return np.asarray(points + (self.room - low - high) / 2)


def _drafts(count: int, ends: Pairs, chance: random.Random) -> list[Points]:
    """Force layouts in which a connector between two hubs pulls less."""
    graph = igraph.Graph(n=count, edges=[tuple(map(int, pair)) for pair in ends])
    degree = graph.degree()
    pull = [min(degree[end] for end in edge.tuple) ** -0.5 for edge in graph.es]
    with _generator:
        igraph.set_random_number_generator(chance)
        try:
            layouts = [graph.layout_fruchterman_reingold(niter=1000, weights=pull or None) for _ in range(4)]
        finally:
            igraph.set_random_number_generator(None)
    return [np.array(layout.coords) for layout in layouts]
