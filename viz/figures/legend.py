"""The legend of a figure: what each shape, each line and a dash mean; what looks alike stands together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from matplotlib.axes import Axes

from migov.ontology.drawing import EdgeStyle, NodeStyle
from migov.viz.figures.labels import Point
from migov.viz.figures.marks import draw_edge, draw_node, draw_text
from migov.viz.inks import LIGHT, Look
from migov.viz.lettering import LINE_HEIGHT, text_width, wrap_to
from migov.viz.style import INFERRED_NOTE, Legend, looks, sentence

PLAIN = "#5A6672"
TYPE = 9.5
SIGN = 27.0
WIDEST = 150.0
SEEN = 40  # of 255: a smaller difference between two thin lines is not seen
EMPTY = NodeStyle("", "", "circle", "#C9D1D9", 0)
SIZE_NOTE = "Larger: more neighbours"
BEFORE, AFTER, BETWEEN = 0.8, 0.35, 0.4  # above and below a heading, below an entry; in parts of the type size
APART = 24.0


@dataclass(frozen=True, slots=True)
class Pen:
    """What a sign is drawn with."""

    axes: Axes
    factor: float
    look: Look


Entry: TypeAlias = tuple[str, Callable[[Pen, Point], None]]
"""A label, and the function that draws its sign at a point."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is explained under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def legend_blocks(legend: Legend, look: Look = LIGHT) -> list[Block]:
    """The nodes and the links that a picture's legend explains; what has none has no block."""
    nodes: list[Entry] = [(style.label, partial(_shape, style)) for style in looks(legend.nodes)]
    links: list[Entry] = [(link.label, partial(_line, link)) for link in _told_apart(looks(legend.edges), look)]
    links += [(f"{legend.tentative}, not yet done", _pattern("dashed"))] if legend.tentative else []
    links += [(INFERRED_NOTE, _pattern("dashdot"))] if legend.inferred else []
    blocks = [Block("Nodes", (*nodes, (SIZE_NOTE, _sizes))) if nodes else None, Block("Links", tuple(links))]
    return [block for block in blocks if block and block.entries]


def legend_width(blocks: Sequence[Block], factor: float) -> float:
    """Room in points that the blocks ask for, one below the other."""
    labels = [label for block in blocks for label, _ in block.entries]
    return (SIGN + 6 + min(WIDEST, max((text_width(label, TYPE) for label in labels), default=0.0))) * factor


def legend_height(blocks: Sequence[Block], factor: float) -> float:
    """Room in points that the blocks ask for, side by side."""
    return max((_tall(block, TYPE * factor) for block in blocks), default=0.0)


def draw_legend(
    axes: Axes,
    blocks: Sequence[Block],
    corner: Point,
    factor: float,
    look: Look = LIGHT,
    *,
    beside: bool = False,
) -> None:
    """Draws the blocks from their upper left corner, downwards or side by side."""
    pen = Pen(axes, factor, look)
    x, y = corner
    for block in blocks:
        _draw(pen, block, (x, y))
        if beside:
            x += (SIGN + WIDEST + APART) * factor
        else:
            y += _tall(block, TYPE * factor)


def _tall(block: Block, size: float) -> float:
    lines = sum(len(_lines(label, size)) for label, _ in block.entries)
    return (BEFORE + AFTER + BETWEEN * len(block.entries) + LINE_HEIGHT * (lines + 1)) * size


def _lines(label: str, size: float) -> list[str]:
    return wrap_to(sentence(label), WIDEST * size / TYPE, size)


def _draw(pen: Pen, block: Block, corner: Point) -> None:
    size = TYPE * pen.factor
    x, y = corner[0], corner[1] + BEFORE * size
    y += draw_text(pen.axes, (x, y), [block.heading], size, weight="-Bold", look=pen.look) + AFTER * size
    for label, sign in block.entries:
        sign(pen, (x + (SIGN - 7) / 2 * pen.factor, y + 0.62 * size))
        left = x + SIGN * pen.factor
        y += draw_text(pen.axes, (left, y), _lines(label, size), size, look=pen.look) + BETWEEN * size


def _told_apart(links: Sequence[EdgeStyle], look: Look) -> list[EdgeStyle]:
    """The same links, those put together that no eye tells apart in this look, as in greys."""
    found: list[EdgeStyle] = []
    for link in links:
        same = (n for n, other in enumerate(found) if _alike(link, other, look))
        at = next(same, None)
        if at is None:
            found.append(link)
        else:
            found[at] = replace(found[at], label=f"{found[at].label}, {link.label}")
    return found


def _alike(one: EdgeStyle, other: EdgeStyle, look: Look) -> bool:
    apart = max(
        abs(a - b) for a, b in zip(*(bytes.fromhex(look.line(s.colour)[1:]) for s in (one, other)), strict=True)
    )
    return (one.line, one.undirected) == (other.line, other.undirected) and apart < SEEN


def _shape(style: NodeStyle, pen: Pen, at: Point) -> None:
    draw_node(pen.axes, at, 5.5 * pen.factor, style, look=pen.look)


def _sizes(pen: Pen, at: Point) -> None:
    """A small and a large node of no kind."""
    for across, radius in ((-6.0, 2.5), (3.5, 5.0)):
        draw_node(pen.axes, (at[0] + across * pen.factor, at[1]), radius * pen.factor, EMPTY, look=pen.look)


def _line(style: EdgeStyle, pen: Pen, at: Point) -> None:
    half = (SIGN - 7) / 2 * pen.factor
    ends = ((at[0] - half, at[1]), (at[0] + half, at[1]))
    draw_edge(pen.axes, ends, style, style.line, width=1.5 * pen.factor, opacity=0.9, look=pen.look)


def _pattern(line: str) -> Callable[[Pen, Point], None]:
    """A line of no kind, to explain its pattern."""
    return partial(_line, EdgeStyle("", "", line, PLAIN, True))
