"""From a cloud of points to boxes that do not overlap, spread evenly over a wide rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]

RATIO = 1.75
EVENNESS = 0.7
STRETCHES = (1.0, 1.2, 1.45)


def spread(points: Points, sizes: Points, stretches: Sequence[float] = STRETCHES) -> Points:
    """Scales a cloud to about the room its boxes need, pushes the boxes apart, then draws the whole together.

    Since boxes give way upwards rather than sideways, it is begun wider and wider, and the one that fills a slide best is taken.
    """
    points = _even(_lay_flat(points))
    height = np.sqrt(sizes.prod(axis=1).sum() / 0.6 / RATIO)
    settled = [_settled(points * (height * RATIO * stretch, height / stretch), sizes) for stretch in stretches]
    return min(settled, key=lambda points: _height(points, sizes))


def _settled(points: Points, sizes: Points) -> Points:
    """The boxes apart, and the whole as small as that allows."""
    points, apart = push(points, sizes, 300)
    while not apart:
        points, apart = push(points * 1.03, sizes, 100)
    for _ in range(80):
        tighter, apart = push(points * 0.98, sizes, 100)
        if not apart:
            break
        points = tighter
    return points


def _height(points: Points, sizes: Points) -> float:
    """Height of the slide that holds the whole."""
    extent = (points + sizes / 2).max(axis=0) - (points - sizes / 2).min(axis=0)
    return max(float(extent[0]) / RATIO, float(extent[1]))


def _lay_flat(points: Points) -> Points:
    """Turns the longest direction of a cloud to the horizontal."""
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(points @ axes[:, ::-1])


def _even(points: Points) -> Points:
    """Thins out the crowded middle and draws in the far corners, keeping the order of places along each axis."""
    extent = np.ptp(points, axis=0)
    if extent[1] < extent[0] / 20:  # a row has no order from top to bottom
        return np.asarray(points / extent[0])
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0) / (len(points) - 1) - 0.5
    return np.asarray((1 - EVENNESS) * points / extent + EVENNESS * ranks)


def push(points: Points, sizes: Points, rounds: int) -> tuple[Points, bool]:
    """Pushes overlapping boxes apart along the shorter way; whether none overlaps at the end."""
    for _ in range(rounds):
        one, other = _near(points[:, 0], sizes[:, 0].max())
        apart = points[other] - points[one]
        overlap = (sizes[one] + sizes[other]) / 2 - np.abs(apart)
        hit = (overlap > 1e-6).all(axis=1)
        if not hit.any():
            return points, True
        one, other, apart, overlap = one[hit], other[hit], apart[hit], overlap[hit]
        shorter = overlap.argmin(axis=1)
        row = np.arange(len(shorter))
        step = np.zeros_like(apart)
        step[row, shorter] = np.where(apart[row, shorter] < 0, -0.5, 0.5) * (overlap[row, shorter] + 0.05)
        moved = np.zeros_like(points)
        np.add.at(moved, one, -step)
        np.add.at(moved, other, step)
        hits = np.bincount(np.concatenate([one, other]), minlength=len(points))
        points = points + moved / np.sqrt(np.maximum(hits, 1))[:, None]
    return points, False


def _near(x: Points, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The pairs of points whose distance along x is below `reach`, found by sorting instead of trying all pairs."""
    order = x.argsort(kind="stable")
    places = np.arange(len(x))
    counts = np.searchsorted(x[order], x[order] + reach) - places - 1
    counts = np.maximum(counts, 0)
    first = np.repeat(places, counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[second]
