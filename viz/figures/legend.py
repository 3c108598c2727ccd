"""The legend of a figure: what each shape, each line and a dash mean; what looks alike stands together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from matplotlib.axes import Axes

from migov.ontology.drawing import EdgeStyle, NodeStyle
from migov.viz.figures.marks import draw_edge, draw_node, draw_text
from migov.viz.inks import LIGHT, Look
from migov.viz.lettering import text_width, wrap_to
from migov.viz.style import INFERRED_NOTE, Legend, looks, sentence

PLAIN = "#5A6672"
TYPE = 9.5
SIGN = 27.0
WIDEST = 150.0
SEEN = 40  # of 255: a smaller difference between two thin lines is not seen
EMPTY = NodeStyle("", "", "circle", "#C9D1D9", 0)
SIZE_NOTE = "Larger: more neighbours"


def legend_width(legend: Legend, factor: float) -> float:
    """Room the legend asks for, in points."""
    labels = (
        [style.label for style in looks(legend.nodes)] + [style.label for style in looks(legend.edges)] + [SIZE_NOTE]
    ) + [INFERRED_NOTE] * legend.inferred
    return (SIGN + 6 + min(WIDEST, max(text_width(label, TYPE) for label in labels))) * factor


def draw_legend(axes: Axes, legend: Legend, corner: tuple[float, float], factor: float, look: Look = LIGHT) -> None:
    """Draws the legend downwards from its upper left corner."""
    column = _Column(axes, *corner, factor, look)
    if legend.nodes:
        column.heading("Nodes")
        for style in looks(legend.nodes):
            column.entry(style.label, partial(column.shape, style))
        column.entry(SIZE_NOTE, column.sizes)
    if legend.edges:
        column.heading("Links")
        for link in _told_apart(looks(legend.edges), look):
            column.entry(link.label, partial(column.line, link))
    if legend.tentative:
        column.entry(f"{legend.tentative}, not yet done", partial(column.pattern, "dashed"))
    if legend.inferred:
        column.entry(INFERRED_NOTE, partial(column.pattern, "dashdot"))


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


@dataclass
class _Column:
    axes: Axes
    x: float
    y: float
    factor: float
    look: Look

    def heading(self, text: str) -> None:
        size = TYPE * self.factor
        self.y += 0.8 * size
        self.y += draw_text(self.axes, (self.x, self.y), [text], size, weight="-Bold", look=self.look) + 0.35 * size

    def entry(self, label: str, sign: Callable[[tuple[float, float]], None] | None = None) -> None:
        size = TYPE * self.factor
        if sign:
            sign((self.x + (SIGN - 7) / 2 * self.factor, self.y + 0.62 * size))
        left = self.x + SIGN * self.factor
        lines = wrap_to(sentence(label), WIDEST * self.factor, size)
        self.y += draw_text(self.axes, (left, self.y), lines, size, look=self.look) + 0.4 * size

    def shape(self, style: NodeStyle, at: tuple[float, float]) -> None:
        draw_node(self.axes, at, 5.5 * self.factor, style, look=self.look)

    def sizes(self, at: tuple[float, float]) -> None:
        """A small and a large node of no kind."""
        for across, radius in ((-6.0, 2.5), (3.5, 5.0)):
            draw_node(self.axes, (at[0] + across * self.factor, at[1]), radius * self.factor, EMPTY, look=self.look)

    def line(self, style: EdgeStyle, at: tuple[float, float]) -> None:
        half = (SIGN - 7) / 2 * self.factor
        ends = ((at[0] - half, at[1]), (at[0] + half, at[1]))
        draw_edge(self.axes, ends, style, style.line, width=1.5 * self.factor, opacity=0.9, look=self.look)

    def pattern(self, line: str, at: tuple[float, float]) -> None:
        """A line of no kind, to explain its pattern."""
        self.line(EdgeStyle("", "", line, PLAIN, True), at)
