"""GraphML: networkx, igraph, Cytoscape and, with places, outlines and colours, yEd.

One graph has one default direction: where directed and undirected edges occur all are written directed, since networkx
refuses a mixture, and the attribute `undirected` says which have none; yEd draws those without arrowhead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from migov.viz.exchange.flat import Columns, Flat, Row
from migov.viz.exchange.values import text
from migov.viz.exchange.xmlfile import document

NAMESPACES: Final = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
}
SHAPES: Final[Mapping[str, str]] = {
    "square": "rectangle", "box": "rectangle", "diamond": "diamond", "hexagon": "hexagon", "star": "star5",
    "triangle": "triangle", "triangleDown": "triangle2",
}  # fmt: skip
ENDS: Final = ("id", "source", "target")
# The id once more, as an attribute: igraph 1.0 gives edges the ids of nodes, and networkx makes keys of them.
EDGE_ID: Final = "edge_id"
LINES: Final[Mapping[str, str]] = {"solid": "line", "dashdot": "dashed_dotted"}


def graphml(flat: Flat) -> bytes:
    """The network as a GraphML file."""
    root = Element("graphml", NAMESPACES)
    captions = {"title": flat.title, "subtitle": flat.subtitle, "source": flat.source}
    graph_keys = _keys(root, "graph", dict.fromkeys(captions, "string"))
    node_keys = _keys(root, "node", {name: type_ for name, type_ in flat.node_columns.items() if name != "id"})
    edge_columns = {name: type_ for name, type_ in flat.edge_columns.items() if name not in ENDS}
    edge_keys = _keys(root, "edge", {EDGE_ID: "string", **edge_columns})
    SubElement(root, "key", {"id": "yn", "for": "node", "yfiles.type": "nodegraphics"})
    SubElement(root, "key", {"id": "ye", "for": "edge", "yfiles.type": "edgegraphics"})
    graph = SubElement(root, "graph", {"edgedefault": "directed" if flat.directed else "undirected"})
    _values(graph, {name: said for name, said in captions.items() if said}, graph_keys)
    for row in flat.nodes:
        node = SubElement(graph, "node", {"id": text(row["id"])})
        _drawn_node(node, row)
        _values(node, row, node_keys)
    for row in flat.edges:
        edge = SubElement(graph, "edge", {name: text(row[name]) for name in ENDS})
        _drawn_edge(edge, row)
        _values(edge, {EDGE_ID: row["id"], **row}, edge_keys)
    return document(root)


def _keys(root: Element, of: str, columns: Columns) -> dict[str, str]:
    """Declares the columns; the id of each."""
    ids = {name: f"{of[0]}{number}" for number, name in enumerate(columns)}
    for name, id_ in ids.items():
        type_ = columns[name].replace("list", "string")
        SubElement(root, "key", {"id": id_, "for": of, "attr.name": name, "attr.type": type_})
    return ids


def _values(element: Element, row: Row, keys: Mapping[str, str]) -> None:
    for name, key in keys.items():
        if name in row:
            SubElement(element, "data", {"key": key}).text = text(row[name])


def _drawn_node(element: Element, row: Row) -> None:
    """What yEd draws; it stands first, since networkx takes `x`, `y` and `label` from here too and must end with ours."""
    drawn = SubElement(SubElement(element, "data", {"key": "yn"}), "y:ShapeNode")
    x, y, size = (float(text(row[name])) for name in ("x", "y", "size"))
    corner = {"x": f"{x - size:.2f}", "y": f"{y - size:.2f}", "width": f"{2 * size:.2f}", "height": f"{2 * size:.2f}"}
    SubElement(drawn, "y:Geometry", corner)
    SubElement(drawn, "y:Fill", {"color": text(row["colour"]), "transparent": "false"})
    SubElement(drawn, "y:NodeLabel", {"modelName": "sides", "modelPosition": "s"}).text = text(row["label"])
    SubElement(drawn, "y:Shape", {"type": SHAPES.get(text(row["shape"]), "ellipse")})


def _drawn_edge(element: Element, row: Row) -> None:
    drawn = SubElement(SubElement(element, "data", {"key": "ye"}), "y:PolyLineEdge")
    line = text(row["line"])
    SubElement(drawn, "y:LineStyle", {"color": text(row["colour"]), "type": LINES.get(line, line), "width": "1.0"})
    SubElement(drawn, "y:Arrows", {"source": "none", "target": "none" if row["undirected"] else "standard"})
