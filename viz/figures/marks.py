"""The marks of a figure: nodes, edges and lines of text as matplotlib artists, in points from the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import hypot
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, Patch, PathPatch, Polygon
from matplotlib.path import Path

from migov.ontology.drawing import EdgeStyle, NodeStyle
from migov.viz.inks import LIGHT, Look
from migov.viz.lettering import LINE_HEIGHT, font_file
from migov.viz.shapes import OUTLINES, drawn_size, shape_name

DASHES = {"solid": (0, ()), "dashed": (0, (4.0, 2.4)), "dotted": (0, (1.0, 1.8)), "dashdot": (0, (6.0, 1.6, 1.2, 1.6))}
EDGES, LABELS, NODES, CAPTIONS = 1.0, 2.0, 3.0, 4.0

Point = tuple[float, float]


def mark_id(kind: str, *parts: str) -> str:
    """An XML id for a mark, from names that hold slashes and other signs."""
    return "-".join((kind, *(re.sub(r"[^A-Za-z0-9_-]", lambda sign: f".{ord(sign[0]):x}.", part) for part in parts)))


def draw_node(axes: Axes, at: Point, radius: float, style: NodeStyle, gid: str = "", look: Look = LIGHT) -> None:
    """One node in its colour, edged in a darker shade so that pale ones stand out too."""
    corners, radius = OUTLINES[shape_name(style.shape)], drawn_size(style.shape, radius)
    outline = [(at[0] + radius * x, at[1] + radius * y) for x, y in corners]
    patch: Patch = Polygon(outline, closed=True) if outline else Circle(at, radius)
    patch.set(facecolor=look.fill(style.colour), edgecolor=look.border(style.colour), linewidth=0.7, zorder=NODES)
    patch.set_joinstyle("round")
    patch.set_gid(gid or None)
    axes.add_patch(patch)


def draw_edge(
    axes: Axes,
    ends: tuple[Point, Point],
    style: EdgeStyle,
    line: str,
    *,
    width: float,
    radii: Point = (0.0, 0.0),
    bend: float = 0.0,
    opacity: float = 0.7,
    gid: str = "",
    look: Look = LIGHT,
) -> None:
    """One edge between the borders of its nodes: an arrow, or a plain line where the relation has no direction."""
    head = 0.0 if style.undirected or ends[0] == ends[1] else 2.2 + 2.4 * width
    points, tip = _way(*ends, bend, radii, head)
    path = Path(points, [Path.MOVETO] + [Path.CURVE4 if len(points) == 4 else Path.CURVE3] * (len(points) - 1))
    colour = look.line(style.colour)
    patch = PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, alpha=opacity, zorder=EDGES)
    patch.set_linestyle(DASHES.get(line, DASHES["solid"]))
    patch.set_capstyle("butt")
    patch.set_gid(gid or None)
    axes.add_patch(patch)
    if head:
        end = points[-1]
        across = ((tip[1] - end[1]) * 0.42, (end[0] - tip[0]) * 0.42)
        corners = [tip, (end[0] + across[0], end[1] + across[1]), (end[0] - across[0], end[1] - across[1])]
        axes.add_patch(Polygon(corners, closed=True, facecolor=colour, edgecolor="none", alpha=opacity, zorder=EDGES))


def draw_text(
    axes: Axes,
    at: Point,
    lines: Sequence[str],
    size: float,
    *,
    muted: bool = False,
    weight: str = "",
    align: Literal["left", "center", "right"] = "left",
    raised: bool = False,
    look: Look = LIGHT,
    gid: str = "",
) -> float:
    """Lines of text hanging from a point; returns the height they take. `raised` lays paper under them.

    The XML id of each line is `gid` and its number.
    """
    font = FontProperties(
        family=["DejaVu Sans", "sans-serif"],
        fname=str(font_file(weight)),
        weight="bold" if weight else "normal",
        size=size,
    )
    for place, line in enumerate(lines):
        axes.text(
            at[0],
            at[1] + (place * LINE_HEIGHT + 0.95) * size,
            line,
            fontproperties=font,
            color=look.muted if muted else look.ink,
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=LABELS if raised else CAPTIONS,
            gid=f"{gid}-{place}" if gid else None,
            bbox={"facecolor": look.paper, "alpha": 0.85, "edgecolor": "none", "pad": 0.4} if raised else None,
        )
    return len(lines) * LINE_HEIGHT * size


def _way(source: Point, target: Point, bend: float, radii: Point, head: float) -> tuple[list[Point], Point]:
    """The points of an edge up to its arrow head, and where the head points; from a node to itself, a loop above it."""
    (x0, y0), (x1, y1) = source, target
    if source == target:
        r = radii[0]
        loop = [(x0 - r / 2, y0 - r), (x0 - 2 * r, y0 - 3.5 * r), (x0 + 2 * r, y0 - 3.5 * r), (x0 + r / 2, y0 - r)]
        return loop, loop[-1]
    middle = ((x0 + x1) / 2 + bend * (y1 - y0), (y0 + y1) / 2 - bend * (x1 - x0))
    points = [_towards(source, middle, radii[0]), middle, _towards(target, middle, radii[1] + head)]
    return points, _towards(target, middle, radii[1])


def _towards(one: Point, other: Point, distance: float) -> Point:
    length = hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return (
        one[0] + (other[0] - one[0]) * distance / length,
        one[1] + (other[1] - one[1]) * distance / length,
    )
