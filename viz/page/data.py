"""What the page carries: nodes, edges and options as pyvis holds them for vis-network, and the facts behind them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pyvis.network import Network as Pyvis

from migov.graph.network import Caption, Network, Node, Source, Tie
from migov.ontology.drawing import Drawing, EdgeStyle
from migov.viz.headings import headings
from migov.viz.shapes import OUTLINES, drawn_size, shape_name
from migov.viz.style import INFERRED_NOTE, bends, legend, marks, nodes_of, opacity, pattern, sentence, ties_of

DASHES: Mapping[str, list[int] | bool] = {"solid": False, "dashed": [8, 5], "dotted": [2, 4], "dashdot": [10, 4, 2, 4]}
FONT = "Arial,Helvetica,sans-serif"
EDITORS = "judged by the editors"
FEW_NODES = 400
"""Up to so many, what is under the mouse is lit; with more, looking for it at each move would take the time of drawing."""

Entry = dict[str, Any]


def edge_id(source: str, kind: str, target: str) -> str:
    """The name of an edge in the page and in its address."""
    return f"{source}~{kind}~{target}"


def picture(network: Network, positions: Mapping[str, tuple[float, float]], drawing: Drawing) -> Entry:
    """Nodes, edges and options for vis-network: fixed places, no physics, no dragging of nodes; colours as declared."""
    # Directed, since pyvis silently drops parallel edges of undirected networks.
    net = Pyvis(directed=True)
    drawn = marks(network)
    for node, said in nodes_of(network).items():
        mark, style = drawn[node], drawing.node(said.kind)
        net.add_node(
            node,
            label="\n".join(mark.lines),
            shape=shape_name(style.shape),
            color=style.colour,
            title=said.name,
            x=positions[node][0],
            y=positions[node][1],
            size=drawn_size(style.shape, mark.radius),
            font={"size": mark.font},
        )
    bowed, faint = bends(network), opacity(network)
    for source, target, key, tie in ties_of(network):
        line, bend = drawing.edge(tie.kind), bowed[source, target, key]
        smooth = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
        net.add_edge(
            source,
            target,
            id=edge_id(source, key, target),
            arrows="" if line.undirected else "to",
            color={"color": line.colour, "opacity": faint},
            dashes=DASHES[pattern(line, tie)],
            smooth=smooth if bend else False,
            title=saying(network, source, target, line, tie),
        )
    net.set_options(json.dumps(_options(len(network))))
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def facts(
    network: Network, drawing: Drawing, theme_labels: Mapping[str, str], broader: Mapping[str, Sequence[str]]
) -> Entry:
    """What the panel and the tables say of each node and each edge, and the themes with those above each."""
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
    edges: list[Entry] = []
    for source, target, key, tie in ties_of(network):
        style, (since, until) = drawing.edge(tie.kind), dates(tie)
        edges.append(
            {
                "id": edge_id(source, key, target),
                "from": source,
                "to": target,
                "label": style.label,
                "undirected": style.undirected,
                "status": tie.status,
                "themes": list(tie.themes),
                "since": since,
                "until": until,
                "saying": saying(network, source, target, style, tie),
                "claims": [{"what": s.what, "document": s.document, "place": place(s)} for s in tie.sources],
            }
        )
    cited = {claim["document"] for edge in edges for claim in edge["claims"]}
    titles = {name: title for name, title in network.graph.get("documents", {}).items() if name in cited}
    themes = _themes(network, theme_labels, broader)
    return {"nodes": nodes, "edges": edges, "themes": themes, "documents": titles}


def place(source: Source) -> str:
    """Where a claim is made, and how certain it is where that is less than stated."""
    lines = f"line{'s' if '-' in source.lines else ''} {source.lines}" if source.lines else ""
    certainty = "" if source.certainty == "stated" else source.certainty
    return ", ".join(part for part in (source.document or EDITORS, source.locator, lines, certainty) if part)


def saying(network: Network, source: str, target: str, style: EdgeStyle, tie: Tie) -> str:
    """An edge as a short sentence."""
    ends: list[Node] = [network.nodes[end]["data"] for end in (source, target)]
    return f"{ends[0].label} {style.label} {ends[1].label}" + (f" ({tie.status})" if tie.status else "")


def caption(network: Network) -> Caption:
    """What the network says about itself."""
    said: Caption = network.graph["caption"]
    return said


def dates(tie: Tie) -> tuple[str, str]:
    """The first and last printed day of a tie, both empty where none is printed."""
    return tie.since, tie.until


def years(edges: Sequence[Entry]) -> list[str]:
    """The years that a filter by time offers: all from the first to the last that a tie is dated to."""
    dated = [edge[end][:4] for edge in edges for end in ("since", "until") if edge[end]]
    return [str(year) for year in range(int(min(dated)), int(max(dated)) + 1)] if dated else []


def surroundings(network: Network, positions: Mapping[str, tuple[float, float]], drawing: Drawing) -> Entry:
    """What is drawn beside nodes and edges: headings, caption, legend and the outlines of shapes."""
    entries, said = legend(network, drawing), caption(network)
    lines = [_sign(sentence(e.label), e.colour, e.line, arrow=not e.undirected) for e in entries.edges]
    if entries.tentative:
        lines.append(_sign(f"{sentence(entries.tentative)}, not yet done", "", "dashed"))
    if entries.inferred:
        lines.append(_sign(sentence(INFERRED_NOTE), "", "dashdot"))
    kinds = [
        {"kind": s.label, "label": sentence(s.label), "shape": shape_name(s.shape), "colour": s.colour}
        for s in entries.nodes
    ]
    return {
        "whole": said.whole,
        "headings": [asdict(heading) for heading in headings(network, positions)],
        "caption": {"title": said.title, "subtitle": said.subtitle, "source": said.source},
        "legend": {"nodes": kinds, "lines": lines},
        "outlines": OUTLINES,
    }


def _sign(label: str, colour: str, line: str, *, arrow: bool = False) -> Entry:
    """A line of the legend; without a colour it is drawn in ink."""
    return {"label": label, "colour": colour, "dashes": DASHES[line], "arrow": arrow}


def _themes(
    network: Network, labels: Mapping[str, str], broader: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, object]]:
    """Every theme in the picture and those above them, by slug: label, those above, depth; narrower ones below their broader."""
    used = {slug for node in nodes_of(network).values() for slug in node.themes}
    used |= {slug for *_, tie in ties_of(network) for slug in tie.themes}
    above = {slug: _above(slug, broader) for slug in used}
    above |= {wider: _above(wider, broader) for wide in list(above.values()) for wider in wide}
    named = {slug: sentence(labels.get(slug, slug.replace("-", " "))) for slug in above}

    def line(slug: str) -> list[tuple[str, str]]:
        """The way down to a theme: its broadest, then narrower ones, by the first of those above each."""
        chain = [slug]
        while (up := next(iter(broader.get(chain[0], ())), "")) and up not in chain:
            chain.insert(0, up)
        return [(named[name].casefold(), name) for name in chain]

    return {
        slug: {"label": named[slug], "within": above[slug], "depth": len(line(slug)) - 1}
        for slug in sorted(above, key=line)
    }


def _above(slug: str, broader: Mapping[str, Sequence[str]]) -> list[str]:
    """All themes above one, whichever way."""
    found: set[str] = set()
    ring = set(broader.get(slug, ()))
    while ring:
        found |= ring
        ring = {up for name in ring for up in broader.get(name, ())} - found
    return sorted(found - {slug})


def _options(nodes: int) -> Entry:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "hover": nodes <= FEW_NODES,
            "tooltipDelay": 200,
            "selectConnectedEdges": False,
        },
        "nodes": {
            "borderWidth": 1.2,
            "borderWidthSelected": 3,
            "font": {"face": FONT},
        },
        "edges": {
            "width": 1.7,
            "hoverWidth": 1,
            "selectionWidth": 2,
            "arrows": {"to": {"scaleFactor": 0.55}},
            "arrowStrikethrough": False,
        },
    }
