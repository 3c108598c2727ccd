r"""DOT for Graphviz: `dot -Tsvg` keeps the places, since the file asks for neato and pins every node.

Lengths are points (1/72 inch) and y grows upwards. Lines are straight: led round the nodes (`splines=true`), some
hundreds of them take Graphviz 2.43 seconds and then end it with a fault of its own. In quoted text a backslash is
doubled, since Graphviz reads `\N` and `\n` in labels, and `&` is written `&amp;` where it would begin a named character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from migov.viz.exchange.flat import Flat, Row
from migov.viz.exchange.values import Value, text
from migov.viz.lettering import wrap

GRAPH: Final[Mapping[str, Value]] = {
    "layout": "neato", "inputscale": 72, "splines": "line", "outputorder": "edgesfirst", "labelloc": "t",
    "fontname": "Helvetica",
}  # fmt: skip
NODES: Final[Mapping[str, Value]] = {"style": "filled", "fixedsize": "shape", "fontname": "Helvetica", "fontsize": 12}
EDGES: Final[Mapping[str, Value]] = {"fontname": "Helvetica", "fontsize": 8, "arrowsize": 0.6}
SHAPES: Final[Mapping[str, str]] = {"triangleDown": "invtriangle"}
# Graphviz draws the label in lines, and its JSON calls the id of a node its name.
OURS: Final[Mapping[str, str]] = {"label": "text", "name": "fullname"}
NAMED: Final = re.compile(r"&(?=#?\w+;)")
LONGEST: Final = 4000  # characters; Graphviz reads no quoted string of more than 16,384 bytes
LEGIBLE: Final = 60  # edges; the labels of more would hide the picture
PALE: Final = "66"  # so much of the colour fills a node that its label can be read on it


def dot(flat: Flat) -> bytes:
    """The network as a DOT file; every attribute is there, those of Graphviz beside ours."""
    caption = "\n".join(filter(None, (flat.title, flat.subtitle, flat.source)))
    ink = "#16222E" if len(flat.edges) <= LEGIBLE else "transparent"
    lines = [
        f"{'digraph' if flat.directed else 'graph'} migov {{",
        f"  graph [{_list((*GRAPH.items(), ('label', caption)))}];",
        f"  node [{_list(NODES.items())}];",
        f"  edge [{_list((*EDGES.items(), ('fontcolor', ink)))}];",
    ]
    lines += [f"  {quoted(row['id'])} [{_node(row)}];" for row in flat.nodes]
    arrow = "->" if flat.directed else "--"
    for row in flat.edges:
        lines.append(f"  {quoted(row['source'])} {arrow} {quoted(row['target'])} [{_edge(row)}];")
    return "\n".join([*lines, "}", ""]).encode()


def quoted(value: Value) -> str:
    """A value as a quoted string; a long one as several joined by plus signs."""
    plain = NAMED.sub("&amp;", text(value))
    parts = [plain[at : at + LONGEST] for at in range(0, len(plain), LONGEST)] or [""]
    return " + ".join(f'"{_escaped(part)}"' for part in parts)


def _escaped(part: str) -> str:
    return part.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _list(drawn: Iterable[tuple[str, Value]], said: Iterable[tuple[str, Value]] = ()) -> str:
    """Attributes of Graphviz, then ours; the names of ours are quoted, since pydot takes a bare `name` for its own."""
    ours = [f"{quoted(name)}={quoted(value)}" for name, value in said]
    return ", ".join([*(f"{name}={quoted(value)}" for name, value in drawn), *ours])


def _node(row: Row) -> str:
    width = round(2 * float(text(row["size"])) / 72, 3)
    label, shape = text(row["label"]), text(row["shape"])
    drawn: dict[str, Value] = {
        "label": "\n".join(wrap(label)), "tooltip": row.get("name", label), "width": width, "height": width,
        "pos": f"{text(row['x'])},{text(0.0 - float(text(row['y'])))}!", "shape": SHAPES.get(shape, shape),
        "color": row["colour"], "fillcolor": f"{text(row['colour'])}{PALE}",
    }  # fmt: skip
    ours = [(OURS.get(name, name), said) for name, said in row.items() if name not in ("id", "shape")]
    return _list(drawn.items(), ours)


def _edge(row: Row) -> str:
    drawn: dict[str, Value] = {
        "label": row["label"],
        "style": "dashed" if row["line"] == "dashdot" else row["line"],
        "color": row["colour"],
    }
    if row["undirected"]:
        drawn["dir"] = "none"
    return _list(
        drawn.items(), [(name, said) for name, said in row.items() if name not in ("source", "target", "label")]
    )
