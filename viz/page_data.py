"""What the page carries: nodes, edges and options as pyvis holds them for vis-network, and the facts behind them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pyvis.network import Network as Pyvis

from migov.graph.network import Caption, Network, Node, Tie
from migov.ontology.drawing import Drawing, EdgeStyle
from migov.viz.colours import COLOURS, border_colour, line_colour
from migov.viz.shapes import drawn_size, shape_name
from migov.viz.style import bends, marks, nodes_of, opacity, pattern, sentence, ties_of

DASHES: Mapping[str, list[int] | bool] = {"solid": False, "dashed": [8, 5], "dotted": [2, 4], "dashdot": [10, 4, 2, 4]}
FONT = "Arial,Helvetica,sans-serif"
MANY_EDGES = 1000
VADJUST = -0.45  # vis-network hangs a label half a line lower than its own reckoning of the size

Entry = dict[str, Any]


def edge_id(source: str, kind: str, target: str) -> str:
    """The name of an edge in the page and in its address."""
    return f"{source}~{kind}~{target}"


def picture(network: Network, positions: Mapping[str, tuple[float, float]], drawing: Drawing) -> Entry:
    """Nodes, edges and options for vis-network: fixed places, no physics, no dragging of nodes."""
    # Directed, since pyvis silently drops parallel edges of undirected networks.
    net = Pyvis(directed=True)
    drawn = marks(network)
    for node, said in nodes_of(network).items():
        mark, style = drawn[node], drawing.node(said.kind)
        border = border_colour(style.colour)
        net.add_node(
            node,
            label="\n".join(mark.lines),
            shape=shape_name(style.shape),
            color={"background": style.colour, "border": border, "highlight": {"background": style.colour, "border": COLOURS["ink"]}},
            title=said.name,
            x=positions[node][0],
            y=positions[node][1],
            size=drawn_size(style.shape, mark.radius),
            font={"size": mark.font, "vadjust": round(VADJUST * mark.font, 2)},
        )  # fmt: skip
    bowed, faint = bends(network), opacity(network)
    for source, target, key, tie in ties_of(network):
        line, bend = drawing.edge(tie.kind), bowed[source, target, key]
        smooth = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
        net.add_edge(
            source,
            target,
            id=edge_id(source, key, target),
            arrows="" if line.undirected else "to",
            color={"color": line_colour(line.colour), "opacity": faint, "inherit": False},
            dashes=DASHES[pattern(line, tie)],
            smooth=smooth if bend else False,
            title=saying(network, source, target, line, tie),
        )
    net.set_options(json.dumps(_options(network.number_of_edges())))
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def facts(network: Network, drawing: Drawing, theme_labels: Mapping[str, str]) -> Entry:
    """What the panel and the table say of each node and each edge."""
    nodes = {
        node: {
            "label": data.label,
            "name": data.name,
            "kind": drawing.node(data.kind).label,
            "themes": list(data.themes),
            "facts": [list(fact) for fact in data.facts],
        }
        for node, data in nodes_of(network).items()
    }
    edges = []
    for source, target, key, tie in ties_of(network):
        style = drawing.edge(tie.kind)
        edges.append(
            {
                "id": edge_id(source, key, target),
                "from": source,
                "to": target,
                "label": style.label,
                "undirected": style.undirected,
                "status": tie.status,
                "themes": list(tie.themes),
                "saying": saying(network, source, target, style, tie),
                "claims": [
                    {"what": s.what, "document": s.document, "locator": s.locator, "lines": s.lines, "certainty": s.certainty}
                    for s in tie.sources
                ],
            }
        )  # fmt: skip
    return {"nodes": nodes, "edges": edges, "themes": _themes(network, theme_labels)}


def saying(network: Network, source: str, target: str, style: EdgeStyle, tie: Tie) -> str:
    """An edge as a short sentence."""
    ends: list[Node] = [network.nodes[end]["data"] for end in (source, target)]
    return f"{ends[0].label} {style.label} {ends[1].label}" + (f" ({tie.status})" if tie.status else "")


def caption(network: Network) -> Caption:
    """What the network says about itself."""
    said: Caption = network.graph["caption"]
    return said


def _themes(network: Network, labels: Mapping[str, str]) -> dict[str, str]:
    """Label of every theme in the picture, by slug, in the order of the labels."""
    used = {slug for node in nodes_of(network).values() for slug in node.themes}
    used |= {slug for *_, tie in ties_of(network) for slug in tie.themes}
    named = {slug: sentence(labels.get(slug, slug.replace("-", " "))) for slug in used}
    return dict(sorted(named.items(), key=lambda item: (item[1].casefold(), item[0])))


def _options(edges: int) -> Entry:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "hover": True,
            "tooltipDelay": 200,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": edges > MANY_EDGES,
        },
        "nodes": {
            "borderWidth": 1.2,
            "borderWidthSelected": 3,
            "font": {"face": FONT, "color": COLOURS["ink"], "strokeWidth": 4, "strokeColor": COLOURS["paper"]},
        },
        "edges": {
            "width": 1.7,
            "hoverWidth": 1,
            "selectionWidth": 2,
            "arrows": {"to": {"scaleFactor": 0.55}},
            "arrowStrikethrough": False,
        },
    }
