"""Layout in columns from left to right: flows, trees, and what stands between two things.

A column that would be too tall is broken into several side by side; in a column, nodes under one heading stand together,
and within it each stands at the height of what it is tied to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Final

from migov.graph.network import Network
from migov.viz.layouts.blocks import Block, untangled
from migov.viz.layouts.spread import RATIO
from migov.viz.style import Mark, neighbours, nodes_of

BETWEEN: Final = 110.0
"""Room between two layers, for the lines."""
ASIDE: Final = 14.0
ROW: Final = 9.0
HEADING: Final = 44.0
SWEEPS: Final = 12
FEWEST: Final = 20
"""So many columns of one layer at most are tried."""
LOOSEST: Final = 1.8
"""How far apart a short column may be drawn, in parts of the room its nodes need."""

Heights = dict[str, float]


def in_layers(network: Network, drawn: Mapping[str, Mark]) -> dict[str, tuple[float, float]]:
    """The place of each node."""
    if not drawn:
        return {}
    blocks = untangled(network, _ordered(network, _broken(_blocks(network), drawn)))
    height = max(sum(_tall(block, drawn) for block in layer) for layer in _layers(blocks))
    across = _across(blocks, drawn)
    placed: dict[str, tuple[float, float]] = {}
    for layer in _layers(blocks):
        needed = sum(_tall(block, drawn) for block in layer)
        stretch = min(LOOSEST, height / needed)
        top = (height - needed * stretch) / 2
        for block in layer:
            top += HEADING * stretch if block.group else 0.0
            hang = _hang(block, drawn) * stretch
            for place in range(block.rows):
                row = block.row(place)
                for column, name in enumerate(row):
                    placed[name] = (across[block.layer][column], top + drawn[name].radius + hang * column)
                top += (max(drawn[name].height for name in row) + ROW) * stretch
            top += hang * (block.columns - 1)
    return placed


def under(
    network: Network, drawn: Mapping[str, Mark], placed: Mapping[str, tuple[float, float]], name: str
) -> tuple[float, float] | None:
    """A place for one more node: below the shortest column of its layer and heading; none where nothing of it has a place."""
    own = network.nodes[name]["data"]
    bottoms: dict[float, float] = {}
    for other, node in nodes_of(network).items():
        if other in placed and (node.layer, node.group) == (own.layer, own.group):
            x, y = placed[other]
            bottoms[x] = max(bottoms.get(x, y), y + drawn[other].height - drawn[other].radius)
    if not bottoms:
        return None
    x = min(bottoms, key=lambda x: (bottoms[x], x))
    return x, bottoms[x] + ROW + drawn[name].radius


def _blocks(network: Network) -> list[Block]:
    """The nodes by layer and heading; headings of one layer in the order of their words."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, node in nodes_of(network).items():
        found[node.layer, node.group].append(name)
    used = {layer: place for place, layer in enumerate(sorted({layer for layer, _ in found}))}
    ordered = sorted(found.items(), key=lambda pair: (pair[0][0], _words(pair[0][1])))
    return [Block(used[layer], group, tuple(names)) for (layer, group), names in ordered]


def _words(group: str) -> tuple[bool, str]:
    return " no " in group, group


def _layers(blocks: list[Block]) -> list[list[Block]]:
    found: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        found[block.layer].append(block)
    return [found[layer] for layer in sorted(found)]


def _broken(blocks: list[Block], drawn: Mapping[str, Mark]) -> list[Block]:
    """The blocks broken into as many columns as make the whole about as wide as a slide: as many rows in all layers first, then
    in each layer a column more or less while that makes it smaller."""

    most = max(sum(len(block.names) for block in layer) for layer in _layers(blocks))

    def made(columns: Mapping[int, int]) -> list[Block]:
        return [replace(block, columns=columns[block.layer]) for block in blocks]

    def size(columns: Mapping[int, int]) -> float:
        tried = made(columns)
        tall = max(sum(_tall(block, drawn) for block in layer) for layer in _layers(tried))
        return max(_across(tried, drawn)[-1][-1] / RATIO, tall)

    def tries(limit: int) -> dict[int, int]:
        return {
            layer[0].layer: next(
                n for n in range(1, most + 1) if sum(ceil(len(b.names) / n) for b in layer) <= max(limit, len(layer))
            )
            for layer in _layers(blocks)
        }

    best = min((tries(limit) for limit in range(1 + most // FEWEST, most + 1)), key=size)
    while True:
        near = [{**best, layer: best[layer] + step} for layer in best for step in (-1, 1) if best[layer] + step > 0]
        better = min(near, key=size)
        if size(better) >= size(best):
            return made(best)
        best = better


def _tall(block: Block, drawn: Mapping[str, Mark]) -> float:
    rows = (max(drawn[name].height for name in block.row(place)) + ROW for place in range(block.rows))
    return sum(rows) + _hang(block, drawn) * (block.columns - 1) + (HEADING if block.group else 0.0)


def _hang(block: Block, drawn: Mapping[str, Mark]) -> float:
    """How much lower each column stands than the one before, so that no line hides another: by a part of the highest row."""
    return (max(drawn[name].height for name in block.names) + ROW) / block.columns


def _across(blocks: list[Block], drawn: Mapping[str, Mark]) -> list[list[float]]:
    """Middle of each column of each layer."""
    found: list[list[float]] = []
    x = 0.0
    for layer in _layers(blocks):
        columns = []
        for column in range(max(min(block.columns, len(block.names)) for block in layer)):
            names = [name for block in layer for name in block.names[column :: block.columns]]
            wide = max(drawn[name].width for name in names) + ASIDE
            columns.append(x + wide / 2)
            x += wide
        found.append(columns)
        x += BETWEEN
    return found


def _ordered(network: Network, blocks: list[Block]) -> list[Block]:
    """Each block in the order of the mean height of what its nodes are tied to, swept over again and again."""
    near = neighbours(network)
    heights = _heights(blocks)
    for sweep in range(SWEEPS):
        there = range(len(blocks)) if sweep % 2 == 0 else range(len(blocks) - 1, -1, -1)
        for at in there:
            block = blocks[at]
            mean = {
                name: sum(heights[other] for other in sorted(near[name])) / len(near[name])
                if near[name]
                else heights[name]
                for name in block.names
            }
            blocks[at] = Block(
                block.layer, block.group, tuple(sorted(block.names, key=lambda n: (mean[n], n))), block.columns
            )
            heights |= _heights([b for b in blocks if b.layer == block.layer])
    return blocks


def _heights(blocks: list[Block]) -> Heights:
    """Height of each node in its layer, from 0 to 1."""
    found: Heights = {}
    for layer in _layers(blocks):
        rows = sum(block.rows for block in layer)
        row = 0
        for block in layer:
            for place in range(block.rows):
                found |= dict.fromkeys(block.row(place), (row + 0.5) / rows)
                row += 1
    return found
