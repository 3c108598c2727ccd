"""The network within its frame: lines, nodes, labels and headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.figures.labels import Box, Point, Scene, lettered, overlap
from migov.viz.figures.marks import draw_edge, draw_node, draw_text, mark_id
from migov.viz.figures.room import fit
from migov.viz.headings import Heading
from migov.viz.inks import Look
from migov.viz.lettering import LINE_HEIGHT, text_width
from migov.viz.style import bends, marks, nodes_of, opacity, pattern, ties_of

SMALLEST_LABEL: Final = 6.0


def draw_network(
    axes: Axes,
    network: Network,
    positions: Mapping[str, Point],
    drawing: Drawing,
    frame: Box,
    look: Look,
    wanted: float,
) -> int:
    """Draws nodes, edges and labels within the frame; returns how many labels found no room.

    `wanted` is the type size in points from which the smallest label is large enough.
    """
    if not len(network):
        return 0
    drawn, ties = marks(network), ties_of(network)
    fitted = fit(network, positions, drawn, frame)
    at, scale = fitted.at, fitted.scale
    radius = {node: max(2.0, scale * drawn[node].radius) for node in at}
    bowed, faint = bends(network), opacity(network)
    for source, target, key, tie in ties:
        style = drawing.edge(tie.kind)
        draw_edge(
            axes,
            (at[source], at[target]),
            style,
            pattern(style, tie),
            width=min(1.5, max(0.7, 1.7 * scale)),
            radii=(radius[source], radius[target] + 0.8),
            bend=bowed[source, target, key],
            opacity=faint,
            gid=mark_id("edge", source, key, target),
            look=look,
        )
    for node, said in nodes_of(network).items():
        draw_node(axes, at[node], radius[node], drawing.node(said.kind), mark_id("node", node), look)
    shapes = [(x - radius[node], y - radius[node], x + radius[node], y + radius[node]) for node, (x, y) in at.items()]
    over = [_lettered(head, scale, wanted, frame, shapes) for head in fitted.headings]
    lines = [(at[source], at[target]) for source, target in sorted(set(network.edges())) if source != target]
    scene = Scene(drawn, at, radius, lines, frame, [room for _, room in over])
    labels = lettered(scene, scale, SMALLEST_LABEL, wanted)
    for node, (x, y, side) in labels.spots.items():
        gid = mark_id("label", node)
        draw_text(axes, (x, y), drawn[node].lines, labels.sizes[node], align=side, raised=True, look=look, gid=gid)
    for head, (size, (left, top, right, _)) in zip(fitted.headings, over, strict=True):
        spot = (left + right) / 2, top
        draw_text(axes, spot, head.lines, size, weight="-Bold", align="center", raised=True, look=look)
    return len(network) - len(labels.spots)


def _lettered(head: Heading, scale: float, wanted: float, frame: Box, shapes: Sequence[Box]) -> tuple[float, Box]:
    """The type size of a heading and its room: as large as is wanted, unless it would cover a node."""
    least = max(SMALLEST_LABEL, scale * head.font)
    sizes = [least * (1 + step / 10) for step in range(5, -1, -1) if least * (1 + step / 10) <= max(least, wanted)]
    found = ((size, _room(head, size, scale, frame)) for size in sizes)
    return next(
        (sized for sized in found if not any(overlap(sized[1], shape) for shape in shapes)),
        (least, _room(head, least, scale, frame)),
    )


def _room(head: Heading, size: float, scale: float, frame: Box) -> Box:
    """The room of a heading in this type: it ends where it would in its own, and does not leave the frame sideways."""
    wide = max(text_width(line, size, "-Bold") for line in head.lines)
    bottom = head.y + len(head.lines) * LINE_HEIGHT * scale * head.font
    left = max(frame[0], min(head.x - wide / 2, frame[2] - wide))
    return left, bottom - len(head.lines) * LINE_HEIGHT * size, left + wide, bottom
