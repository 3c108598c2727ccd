"""Mermaid flowchart, for wikis and notes. It holds little: 500 edges and 50,000 characters unless a page allows more.

What does not fit is left out, the edges with fewest sources first, and the file says so in a comment. Attributes other
than labels, classes and lines have no place in Mermaid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from migov.viz.colours import COLOURS, border_colour
from migov.viz.exchange.flat import Flat, Row
from migov.viz.exchange.values import text, unique

MOST_EDGES: Final = 500
MOST_CHARACTERS: Final = 50_000
PLAIN: Final = frozenset(" ,.'’()/-–")
OUTLINES: Final[Mapping[str, tuple[str, str]]] = {
    "square": ("[", "]"), "box": ("[", "]"), "ellipse": ("(", ")"), "diamond": ("{{", "}}"), "hexagon": ("[[", "]]"),
    "star": (">", "]"), "triangle": ("[/", "\\]"), "triangleDown": ("[\\", "/]"),
}  # fmt: skip


def mermaid(flat: Flat) -> bytes:
    """The network as a Mermaid file."""
    ranked = sorted(flat.edges, key=lambda edge: -int(text(edge.get("weight", 0))))
    ends = {text(edge[end]) for edge in flat.edges for end in ("source", "target")}
    lone = [row for row in flat.nodes if text(row["id"]) not in ends]
    most = MOST_EDGES
    while len(content := _chart(flat, ranked[:most], lone[:most])) > MOST_CHARACTERS and most:
        most = most * 9 // 10
    return content.encode()


def escaped(label: str) -> str:
    """A label for quotes: every character that Mermaid, Markdown or HTML could take for its own as its number."""
    numbered = (c if c.isalnum() or c in PLAIN else "<br>" if c == "\n" else f"#{ord(c)};" for c in label)
    return "".join(numbered)


def _chart(flat: Flat, strongest: Sequence[Row], lone: Sequence[Row]) -> str:
    kept = {text(edge["id"]) for edge in strongest}
    edges = [edge for edge in flat.edges if text(edge["id"]) in kept]
    shown = {text(edge[end]) for edge in edges for end in ("source", "target")} | {text(row["id"]) for row in lone}
    nodes = [row for row in flat.nodes if text(row["id"]) in shown]
    names = {text(row["id"]): f"n{number}" for number, row in enumerate(nodes, 1)}
    kinds = sorted({text(row["kind"]) for row in nodes})
    classes = dict(zip(kinds, unique(f"kind_{re.sub(r'[^A-Za-z0-9]', '_', kind)}" for kind in kinds), strict=True))
    classes = {kind: name.replace("~", "_") for kind, name in classes.items()}
    lines = ["---", f"title: {json.dumps(_line(flat.title), ensure_ascii=False)}", "---", "flowchart LR"]
    lines += [f"  %% {_line(said)}" for said in (flat.subtitle, flat.source) if said]
    if len(edges) < len(flat.edges) or len(nodes) < len(flat.nodes):
        lines.append(
            f"  %% Shown: {len(edges)} of {len(flat.edges)} edges, those with most sources, and {len(nodes)} of "
            f"{len(flat.nodes)} nodes. Mermaid holds {MOST_EDGES} edges and {MOST_CHARACTERS:,} characters."
        )
    for row in nodes:
        left, right = OUTLINES.get(text(row["shape"]), ("([", "])"))
        label = f'"{escaped(text(row["label"]))}"'
        lines.append(f"  {names[text(row['id'])]}{left}{label}{right}:::{classes[text(row['kind'])]}")
    for edge in edges:
        label = text(edge["label"]) + (f" ({text(edge['status'])})" if "status" in edge else "")
        arrow = f'{_arrow(edge)}|"{escaped(label)}"|'
        lines.append(f"  {names[text(edge['source'])]} {arrow} {names[text(edge['target'])]}")
    colours = {text(row["kind"]): text(row["colour"]) for row in nodes}
    lines += [f"  classDef {classes[kind]} {_fill(colours[kind])}" for kind in kinds]
    return "\n".join([*lines, *_strokes(edges), ""])


def _line(said: str) -> str:
    """One line without braces, which Mermaid takes for a directive even in a comment."""
    return " ".join(said.split()).replace("{", "(").replace("}", ")")


def _arrow(edge: Row) -> str:
    line = "--" if edge["line"] == "solid" else "-.-"
    return line + ("-" if line == "--" else "") if edge["undirected"] else f"{line}>"


def _fill(colour: str) -> str:
    on_dark = border_colour(colour) == colour.upper()
    return f"fill:{colour},stroke:{border_colour(colour)},color:{COLOURS['paper' if on_dark else 'ink']}"


def _strokes(edges: Sequence[Row]) -> list[str]:
    """The colours of the lines, each once."""
    numbers: dict[str, list[str]] = {}
    for number, edge in enumerate(edges):
        numbers.setdefault(text(edge["colour"]), []).append(str(number))
    return [f"  linkStyle {','.join(numbers[colour])} stroke:{colour}" for colour in sorted(numbers)]
