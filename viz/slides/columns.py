"""A flow in columns from left to right, each under its heading, with lines from side to side. Units are points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from migov.graph.findings import counted
from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing
from migov.viz.layouts.layers import in_layers
from migov.viz.lettering import text_width
from migov.viz.slides.arrange import glued
from migov.viz.slides.boxes import CORNER, INSET, LINES, MOST_LINES, MOST_NODES, Box, ranking
from migov.viz.slides.lettering import BOLD, height, widest, wrapped
from migov.viz.slides.paper import Rect
from migov.viz.slides.placed import Placed, Stand, Way, Words, corners_of
from migov.viz.slides.strands import Strand, strands
from migov.viz.style import marks, neighbours, nodes_of, sentence

SIZES: Final = (20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0)
GAP: Final = 6.0
LOOSEST: Final = 3.2
"""How far apart a short column may be drawn, in parts of what it needs."""
BETWEEN: Final = (70.0, 240.0)
"""Room between columns for the lines: at least, and at most."""
WIDEST: Final = 300.0
STEP: Final = 12.0
LONGEST: Final = 130.0
"""Width of a word that is cut rather than given a wider box."""
HEADING, HEADED = 12.0, 22.0
FIRST: Final = 2
"""Ties that what the title names is shown with before all else."""
MANY: Final = 4
"""Boxes of a column from which on the columns have headings."""


def _chosen(network: Network, style: Drawing, space: tuple[float, float]) -> list[str]:
    """What the title names, then what is recorded best among what is tied to it, the emptiest column first."""
    grown = _grown(network)
    for count in range(len(grown), 0, -1):
        shown = _tied(network, grown[:count])
        if len(_pairs(network, shown)) <= MOST_LINES and _fits(network, shown, style, space, SIZES[-1]):
            return shown
    return grown[:1]


def _grown(network: Network) -> list[str]:
    ranked, near, nodes = ranking(network), neighbours(network), nodes_of(network)
    caption: Caption = network.graph["caption"]
    order = {name: place for place, name in enumerate(ranked)}
    named = {name for name in ranked if nodes[name].label in caption.title}
    held: dict[int, int] = defaultdict(int)
    grown: list[str] = []
    left, reached, lines = dict.fromkeys(ranked), set[str](), 0
    while left and len(grown) < MOST_NODES:
        there = set(grown)
        open_ = [name for name in left if name in named or name in reached] or list(left)
        open_ = [name for name in open_ if lines + len(near[name] & there) <= MOST_LINES]
        if not open_:
            break
        lacking = frozenset[str]().union(*(near[name] for name in named & there if len(near[name] & there) < FIRST))
        name = min(open_, key=lambda n: (n not in named, n not in lacking, held[nodes[n].layer], order[n]))
        lines += len(near[name] & there)
        grown.append(name)
        held[nodes[name].layer] += 1
        del left[name]
        reached |= near[name]
    return grown


def _pairs(network: Network, shown: Sequence[str]) -> set[frozenset[str]]:
    kept = set(shown)
    return {frozenset((s, t)) for s, t in network.edges() if s != t and {s, t} <= kept}


def _tied(network: Network, names: Sequence[str]) -> list[str]:
    """Those that are tied to another of them; all where nothing is tied."""
    pairs = _pairs(network, names)
    tied = frozenset[str]().union(*pairs)
    return [name for name in names if name in tied or not pairs]


def _columns(network: Network, shown: Sequence[str]) -> list[list[str]]:
    """The names by column, each in the order in which fewest lines cross."""
    part = network.subgraph(shown).copy()
    at = in_layers(part, marks(part))
    return _by_layer(network, sorted(shown, key=lambda name: (at[name][1], at[name][0], name)))


def _by_layer(network: Network, names: Sequence[str]) -> list[list[str]]:
    nodes = nodes_of(network)
    found: dict[int, list[str]] = defaultdict(list)
    for name in names:
        found[nodes[name].layer].append(name)
    return [found[layer] for layer in sorted(found)]


def _headed(columns: Sequence[Sequence[object]]) -> bool:
    return max(map(len, columns), default=0) >= MANY


def _boxes(
    network: Network, columns: Sequence[Sequence[str]], style: Drawing, space: tuple[float, float], size: float
) -> list[list[Box]] | None:
    """The boxes of each column, all as wide as its widest needs; None if they cannot stand in this room.

    Where its width is short, that column gives way which then still has the height, the fewest names cut, and is lowest.
    """
    nodes, corners = nodes_of(network), corners_of(network, style)
    room = space[0] - BETWEEN[0] * (len(columns) - 1)
    words = (text_width(word, size) for column in columns for name in column for word in nodes[name].label.split())
    least = min(LONGEST, max(words, default=0.0) + 2 * INSET[0] + 0.5 * size)

    def column(names: Sequence[str], limit: float) -> list[Box]:
        made = [_box(name, nodes[name].label, corners[name], size, limit) for name in names]
        widest_box = max(_head_width(made), *(box.width for box in made))
        return [Box(b.name, b.text, b.font, b.bold, widest_box, b.height) for b in made]

    made = [column(names, WIDEST) for names in columns]
    while sum(boxes[0].width for boxes in made) > room:
        narrower = [
            (max(0.0, _tall(tried) - space[1]), _cut(tried), _tall(tried), place, tried)
            for place, (names, boxes) in enumerate(zip(columns, made, strict=True))
            if boxes[0].width - STEP >= least
            and (tried := column(names, boxes[0].width - STEP))[0].width < boxes[0].width
        ]
        if not narrower:
            return None
        *_, place, tried = min(narrower, key=lambda each: each[:4])
        made[place] = tried
    return made if all(_tall(boxes) <= space[1] for boxes in made) else None


def _cut(boxes: Sequence[Box]) -> int:
    return sum(box.text.endswith("…") for box in boxes)


def _tall(boxes: Sequence[Box]) -> float:
    return sum(box.height + GAP for box in boxes)


def _head_width(column: Sequence[Box]) -> float:
    """The width that the heading of a column asks for."""
    return text_width(_heading([box.name for box in column]), HEADING, BOLD) + 4 if len(column) >= MANY else 0.0


def _heading(names: Sequence[str]) -> str:
    return sentence(counted(names))


def _box(name: str, label: str, corner: float, size: float, limit: float) -> Box:
    lines = wrapped(label, limit - 2 * INSET[0] - 2 - 1.2 * corner * size, size, "", LINES)
    tall = (height(len(lines), size) + 2 * INSET[1]) / (1 - 2 * CORNER * corner)
    text = " ".join(lines) if lines and lines[-1].endswith("…") else label
    wide = widest(lines, size) + 2 * INSET[0] + 2 + 2 * CORNER * corner * tall
    return Box(name, text, size, False, round(wide, 1), round(tall, 1))


def _fits(
    network: Network,
    shown: Sequence[str],
    style: Drawing,
    space: tuple[float, float],
    size: float,
    *,
    ordered: bool = False,
) -> list[list[Box]] | None:
    """The boxes in columns that are no higher than the room, `ordered` for few crossings; none if they are."""
    columns = _columns(network, shown) if ordered else _by_layer(network, shown)
    return _boxes(network, columns, style, (space[0], space[1] - (HEADED if _headed(columns) else 0.0)), size)


def _placed(
    network: Network, shown: Sequence[str], lines: Sequence[Strand], style: Drawing, space: tuple[float, float]
) -> Placed:
    tried = (_fits(network, shown, style, space, size, ordered=True) for size in SIZES)
    columns = next((made for made in tried if made), None) or []
    headed = _headed(columns)
    top = HEADED if headed else 0.0
    room = space[1] - top
    widths = [column[0].width for column in columns]
    between = min(BETWEEN[1], (space[0] - sum(widths)) / max(1, len(columns) - 1))
    needs = [_tall(column) for column in columns]
    tall = min(room, max((LOOSEST * need for need in needs), default=0.0))
    top += (room - tall) / 2
    x = (space[0] - sum(widths) - between * (len(columns) - 1)) / 2
    stands: list[Stand] = []
    words = []
    for column, wide, need in zip(columns, widths, needs, strict=True):
        stretch = min(LOOSEST, tall / need)
        y = top + (tall - need * stretch) / 2
        if headed:
            said = _heading([box.name for box in column])
            words.append(_words(said, x + wide / 2, y, wide + between - 12, space[0]))
        for box in column:
            spare = (box.height + GAP) * stretch - box.height
            stands.append(Stand(box, Rect(x, y + spare / 2, wide, box.height)))
            y += box.height + spare
        x += wide + between
    return Placed(stands, _sites(network, stands, lines), (), words)


def _words(said: str, middle: float, y: float, wide: float, room: float) -> Words:
    """A heading above a column; it may reach into the room beside it."""
    wide = min(wide, text_width(said, HEADING, BOLD) + 6)
    left = min(max(0.0, middle - wide / 2), room - wide)
    return Words(said, HEADING, Rect(left, y - HEADED + 2, wide, HEADED - 4), True)


def _sites(network: Network, stands: Sequence[Stand], lines: Sequence[Strand]) -> list[tuple[int, int]]:
    """From side to side between neighbouring columns; else the shortest way under no other box."""
    if not lines:
        return []
    nodes = nodes_of(network)
    layers: Mapping[int, int] = {layer: n for n, layer in enumerate(sorted({nodes[s.box.name].layer for s in stands}))}
    at = {stand.box.name: n for n, stand in enumerate(stands)}
    points = np.array([(s.where.x + s.where.width / 2, s.where.y + s.where.height / 2) for s in stands])
    halves = np.array([(s.where.width, s.where.height) for s in stands]) / 2
    pairs = [(at[line.source], at[line.target]) for line in lines]
    free = glued(points, halves, np.array(pairs))
    found = []
    for line, sites in zip(lines, free, strict=True):
        step = layers[nodes[line.target].layer] - layers[nodes[line.source].layer]
        found.append({1: (3, 1), -1: (1, 3)}.get(step, sites))
    return found


COLUMNS: Final = Way(_chosen, strands, _placed)
