"""What page, figure and layout share: size of nodes and labels, patterns and bends of lines, and the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import TypeVar

from migov.graph.network import Network, Node, Tie
from migov.ontology.drawing import Drawing, EdgeStyle, NodeStyle
from migov.viz.lettering import LINE_HEIGHT, text_width, wrap

Style = TypeVar("Style", NodeStyle, EdgeStyle)

LABEL_GAP = 4.0
TENTATIVE = ("planned", "explored")
INFERRED = "inferred"
INFERRED_NOTE = "inferred by the editors: no cited line names it"


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn, in layout units: radius of its shape, type size, label lines and the size they take."""

    radius: float
    font: float
    lines: tuple[str, ...]
    label_width: float
    label_height: float

    @property
    def width(self) -> float:
        """Width of shape and label together."""
        return max(2 * self.radius, self.label_width)

    @property
    def height(self) -> float:
        """Height of shape and label together."""
        return 2 * self.radius + LABEL_GAP + self.label_height

    @property
    def drop(self) -> float:
        """How far the middle of shape and label lies below the middle of the shape."""
        return (LABEL_GAP + self.label_height) / 2


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries a picture needs, no more: kinds of nodes, kinds of edges, what a dashed line means (empty: none is), and
    whether there are inferred lines."""

    nodes: tuple[NodeStyle, ...]
    edges: tuple[EdgeStyle, ...]
    tentative: str
    inferred: bool = False


def nodes_of(network: Network) -> dict[str, Node]:
    """The nodes by name, in the order of names."""
    return {name: network.nodes[name]["data"] for name in sorted(network)}


def ties_of(network: Network) -> list[tuple[str, str, str, Tie]]:
    """Source, target, key and tie of every edge, in this order."""
    return [(*edge, network.edges[edge]["data"]) for edge in sorted(network.edges(keys=True))]


def neighbours(network: Network) -> dict[str, set[str]]:
    """The other nodes each node is tied to, whichever way."""
    found: dict[str, set[str]] = {node: set() for node in network}
    for source, target in network.edges():
        if source != target:
            found[source].add(target)
            found[target].add(source)
    return found


def marks(network: Network) -> dict[str, Mark]:
    """How each node is drawn: the more neighbours, the larger its shape and its label."""
    drawn: dict[str, Mark] = {}
    nodes = nodes_of(network)
    for node, others in neighbours(network).items():
        weight = sqrt(len(others))
        font = round(13.0 + min(7.0, max(0.0, 1.4 * (weight - 1.5))), 2)
        lines = wrap(nodes[node].label)
        drawn[node] = Mark(
            radius=round(6.0 + min(22.0, 2.6 * weight), 2),
            font=font,
            lines=lines,
            label_width=round(max((text_width(line, font) for line in lines), default=0.0), 2),
            label_height=round(len(lines) * font * LINE_HEIGHT, 2),
        )
    return drawn


def pattern(style: EdgeStyle, tie: Tie) -> str:
    """The line of one edge, whatever its kind: dashed when only planned or explored, dashes and dots when inferred."""
    if tie.status in TENTATIVE:
        return "dashed"
    return "dashdot" if tie.status == INFERRED else style.line


def opacity(network: Network) -> float:
    """How solid edges are drawn: the more there are, the more of what lies under them shows."""
    return round(max(0.25, min(0.7, 0.7 * sqrt(300 / max(1, network.number_of_edges())))), 2)


def bends(network: Network) -> dict[tuple[str, str, str], float]:
    """How far each edge bows to its left, in parts of its length, so that parallel edges stay apart; 0 is straight."""
    between: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for source, target, key, _ in ties_of(network):
        between.setdefault((min(source, target), max(source, target)), []).append((source, target, key))
    bowed: dict[tuple[str, str, str], float] = {}
    for (first, _), edges in between.items():
        for place, edge in enumerate(edges):
            bend = 0.22 * (place - (len(edges) - 1) / 2)
            bowed[edge] = round(bend if edge[0] == first else -bend, 4)
    return bowed


def legend(network: Network, drawing: Drawing) -> Legend:
    """The legend of a network in the ontology's order; a label stands in it once."""
    ties = [tie for *_, tie in ties_of(network)]
    styles = {drawing.node(node.kind) for node in nodes_of(network).values()}
    nodes = {style.label: style for style in sorted(styles, key=_place, reverse=True)}
    edges = {
        style.label: style for style in sorted({drawing.edge(tie.kind) for tie in ties}, key=lambda edge: edge.kind)
    }
    dashed = {tie.status for tie in ties if tie.status in TENTATIVE and drawing.edge(tie.kind).line != "dashed"}
    return Legend(
        tuple(sorted(nodes.values(), key=_place)),
        tuple(edges[label] for label in sorted(edges, key=str.casefold)),
        " or ".join(status for status in TENTATIVE if status in dashed),
        any(tie.status == INFERRED for tie in ties),
    )


def looks(styles: Sequence[Style]) -> list[Style]:
    """The same entries with those that are drawn alike put together under one label."""
    alike: dict[tuple[object, ...], list[Style]] = {}
    for style in styles:
        alike.setdefault(_look(style), []).append(style)
    return [replace(same[0], label=", ".join(style.label for style in same)) for same in alike.values()]


def sentence(label: str) -> str:
    """A label with a capital first letter."""
    return label[:1].upper() + label[1:]


def _look(style: NodeStyle | EdgeStyle) -> tuple[object, ...]:
    if isinstance(style, NodeStyle):
        return style.shape, style.colour
    return style.line, style.colour, style.undirected


def _place(style: NodeStyle) -> tuple[int, str, str]:
    return style.order, style.label, style.kind
