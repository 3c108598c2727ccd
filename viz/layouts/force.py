"""Layout by forces: who is tied stands near, each connected part by itself, the parts packed into a wide whole."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from threading import Lock
from typing import TypeAlias

import igraph
import numpy as np

from migov.graph.network import Network
from migov.viz.layouts.spread import RATIO, STRETCHES, Points, spread
from migov.viz.style import Mark

Layout: TypeAlias = Callable[[], igraph.Layout]

GAP = np.array([12.0, 9.0])
AIRY = 20.0  # the fewer the nodes, the more room between them, lest a small picture be a knot on an empty page
MANY = 150  # nodes or more: one shape of the whole, not the best of several
LARGE = 500  # nodes or more: one fast layout, not the best of several
_generator = Lock()  # igraph has one random number generator for the whole process


def by_force(network: Network, drawn: Mapping[str, Mark], seed: int) -> dict[str, tuple[float, float]]:
    """The place of each node, so that no two overlap and the whole is about as wide as a slide."""
    graph = igraph.Graph(n=len(drawn))
    graph.vs["name"] = sorted(network)
    index = {node: place for place, node in enumerate(graph.vs["name"])}
    pairs = {(min(s, t), max(s, t)) for s, t in network.edges() if s != t}
    graph.add_edges([(index[first], index[second]) for first, second in sorted(pairs)])
    parts = graph.decompose()
    gap = GAP * (1 + AIRY / max(2, len(drawn)))
    clusters = [_cluster(part, [drawn[name] for name in part.vs["name"]], gap, seed) for part in parts]
    corners = _pack([extent for _, extent in clusters])
    return {
        name: (float(x), float(y))
        for part, (points, _), corner in zip(parts, clusters, corners, strict=True)
        for name, (x, y) in zip(part.vs["name"], points + corner, strict=True)
    }


def _cluster(part: igraph.Graph, drawn: list[Mark], gap: Points, seed: int) -> tuple[Points, Points]:
    """Places of one connected part, measured from its upper left corner, and its extent."""
    sizes = np.array([(mark.width, mark.height) for mark in drawn])
    sizes += gap
    drop = np.array([(0.0, mark.drop) for mark in drawn])
    stretches = STRETCHES if len(drawn) < MANY else STRETCHES[:1]
    middles = spread(_least_tangled(part, seed), sizes, stretches) if len(drawn) > 1 else np.zeros((1, 2))
    upper_left = (middles - sizes / 2).min(axis=0)
    extent = (middles + sizes / 2).max(axis=0) - upper_left
    return middles - upper_left - drop, extent


def _least_tangled(part: igraph.Graph, seed: int) -> Points:
    """The layout with the fewest crossings among several."""
    with _generator:
        chance = random.Random(seed)
        igraph.set_random_number_generator(chance)
        try:
            drafts = [np.array(layout().coords) for layout in _layouts(part, chance)]
        finally:
            igraph.set_random_number_generator(None)
    ends = np.array([edge.tuple for edge in part.es])
    return min(drafts, key=lambda points: _crossings(points, ends)) if len(drafts) > 1 else drafts[0]


def _layouts(part: igraph.Graph, chance: random.Random) -> Iterator[Layout]:
    """Force layouts in which an edge between two hubs pulls less, so that each hub gathers what is its own."""
    degree = part.degree()
    pull = [min(degree[end] for end in edge.tuple) ** -0.5 for edge in part.es]
    if part.vcount() >= LARGE:
        yield lambda: part.layout_fruchterman_reingold(niter=500, weights=pull)
        return
    start = [[x + chance.gauss(0, 0.1), y + chance.gauss(0, 0.1)] for x, y in part.layout_kamada_kawai().coords]
    yield lambda: part.layout_fruchterman_reingold(niter=1500, seed=start, weights=pull)
    yield lambda: part.layout_fruchterman_reingold(niter=1500, weights=pull)
    yield lambda: part.layout_fruchterman_reingold(niter=1500, weights=pull)
    yield lambda: part.layout_graphopt(niter=800, seed=start)


def _crossings(points: Points, ends: Points) -> int:
    """How often two edges without a common end cross."""
    first, second = points[ends[:, 0]], points[ends[:, 1]]

    def side(of: Points) -> Points:
        """Sign of each point against the line of each edge."""
        along, off = second - first, of[None, :, :] - first[:, None, :]
        return np.asarray(np.sign(along[:, None, 0] * off[:, :, 1] - along[:, None, 1] * off[:, :, 0]))

    parted = side(first) * side(second) < 0
    shared = (ends[:, None, :, None] == ends[None, :, None, :]).any(axis=(2, 3))
    return int((parted & parted.T & ~shared).sum() // 2)


def _pack(sizes: list[Points]) -> list[Points]:
    """Upper left corner of each part: largest first, each where the whole stays small and about as wide as a slide."""
    corners = [np.zeros(2) for _ in sizes]
    done: list[int] = []
    for part in sorted(range(len(sizes)), key=lambda part: (-float(sizes[part].prod()), part)):
        spots = [np.zeros(2)]
        for other in done:
            spots += [corners[other] + sizes[other] * side for side in ((1, 0), (0, 1))]
        others = np.array([corners[other] for other in done]).reshape(-1, 2)
        ends = others + np.array([sizes[other] for other in done]).reshape(-1, 2)
        free = [
            spot for spot in spots if ((spot + sizes[part] <= others + 1e-6) | (ends <= spot + 1e-6)).any(axis=1).all()
        ]
        corners[part] = min(free, key=lambda spot: _reach(spot + sizes[part], ends))
        done.append(part)
    return corners


def _reach(far: Points, ends: Points) -> tuple[float, float, float]:
    """How far the whole reaches with a part that ends at `far`: the less the better."""
    x, y = np.maximum(far, ends.max(axis=0, initial=0.0))
    return max(float(x) / RATIO, float(y)), float(far.sum()), float(far[0])
