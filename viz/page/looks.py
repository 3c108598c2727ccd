"""The looks of the page (light, dark, print) as custom properties of its style: the script reads its colours from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.colours import COLOURS
from migov.viz.inks import LOOKS, Look
from migov.viz.style import nodes_of, ties_of

OTHERS: Final[Mapping[str, Mapping[str, str]]] = {
    "light": {name: COLOURS[name] for name in ("ground", "rule", "accent", "focus")},
    "dark": {"ground": "#1D2630", "rule": "#3C4855", "accent": "#8CC4FF", "focus": "#FFB066"},
    "print": {"ground": "#F2F2F2", "rule": "#B0B0B0", "accent": "#000000", "focus": "#000000"},
}
"""What a look of the page has beside paper and inks: a second ground, thin rules, what can be clicked, the focus ring."""


def styles(network: Network, drawing: Drawing) -> str:
    """The custom properties of each look: `--ink`, and of each declared colour `--fill-0072B2`, `--border-…`, `--line-…`."""
    shapes = {drawing.node(node.kind).colour for node in nodes_of(network).values()}
    lines = {drawing.edge(tie.kind).colour for *_, tie in ties_of(network)}
    return "".join(_rule(look, sorted(shapes), sorted(lines)) for look in LOOKS.values())


def shade(role: str, declared: str) -> str:
    """A declared colour as `fill`, `border` or `line`, for the style; without one, the ink."""
    return f"var(--{role}-{declared[1:]})" if declared else "var(--ink)"


def _rule(look: Look, shapes: Iterable[str], lines: Iterable[str]) -> str:
    colours = {"paper": look.paper, "ink": look.ink, "muted": look.muted, **OTHERS[look.name]}
    for colour in shapes:
        colours |= {f"fill-{colour[1:]}": look.fill(colour), f"border-{colour[1:]}": look.border(colour)}
    colours |= {f"line-{colour[1:]}": look.line(colour) for colour in lines}
    where = ":root" if look.name == "light" else f":root[data-look={look.name}]"
    scheme = "dark" if look.name == "dark" else "light"
    return f"{where}{{color-scheme:{scheme};" + "".join(f"--{name}:{value};" for name, value in colours.items()) + "}\n"
