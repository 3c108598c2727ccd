"""GEXF 1.3: Gephi with colours, sizes and places; read by networkx too.

Gephi takes a graph of directed and undirected edges, networkx does not: where both occur all are written directed,
and the attribute `undirected` says which have no direction. Gephi's y grows upwards, so `viz:position` turns it round.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from migov.viz.exchange.flat import Columns, Flat, Row
from migov.viz.exchange.values import text
from migov.viz.exchange.xmlfile import document

NAMESPACES: Final = {
    "xmlns": "http://gexf.net/1.3",
    "xmlns:viz": "http://gexf.net/1.3/viz",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd",
    "version": "1.3",
}
# Gephi knows four outlines; the exact one stands in the attribute `shape`.
SHAPES: Final[Mapping[str, str]] = {
    "square": "square", "box": "square", "diamond": "diamond", "star": "diamond", "triangle": "triangle",
    "triangleDown": "triangle",
}  # fmt: skip
OWN: Final = ("id", "label", "source", "target", "weight")


def gexf(flat: Flat) -> bytes:
    """The network as a GEXF file."""
    root = Element("gexf", NAMESPACES)
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "migov"
    SubElement(meta, "description").text = "\n".join(filter(None, (flat.title, flat.subtitle, flat.source)))
    way = "directed" if flat.directed else "undirected"
    graph = SubElement(root, "graph", {"mode": "static", "defaultedgetype": way, "idtype": "string"})
    node_numbers = _attributes(graph, "node", flat.node_columns)
    edge_numbers = _attributes(graph, "edge", flat.edge_columns)
    nodes = SubElement(graph, "nodes")
    for row in flat.nodes:
        node = SubElement(nodes, "node", {"id": text(row["id"]), "label": text(row["label"])})
        _values(node, row, node_numbers)
        _colour(node, row)
        SubElement(node, "viz:position", {"x": text(row["x"]), "y": text(0.0 - float(text(row["y"]))), "z": "0.0"})
        SubElement(node, "viz:size", {"value": text(row["size"])})
        SubElement(node, "viz:shape", {"value": SHAPES.get(text(row["shape"]), "disc")})
    edges = SubElement(graph, "edges")
    for row in flat.edges:
        given = {name: text(row[name]) for name in (*OWN, "kind") if name in row}
        edge = SubElement(edges, "edge", given)
        _values(edge, row, edge_numbers)
        _colour(edge, row)
        line = text(row["line"])
        SubElement(edge, "viz:shape", {"value": "dashed" if line == "dashdot" else line})  # GEXF knows no dash-dot
    return document(root)


def _attributes(graph: Element, of: str, columns: Columns) -> dict[str, str]:
    """Declares the columns; the number of each."""
    declared = SubElement(graph, "attributes", {"class": of, "mode": "static"})
    numbers: dict[str, str] = {}
    for name in (name for name in columns if name not in OWN):
        numbers[name] = str(len(numbers))
        type_ = columns[name].replace("list", "string")
        SubElement(declared, "attribute", {"id": numbers[name], "title": name, "type": type_})
    return numbers


def _values(element: Element, row: Row, numbers: Mapping[str, str]) -> None:
    values = SubElement(element, "attvalues")
    for name, number in numbers.items():
        if name in row:
            SubElement(values, "attvalue", {"for": number, "value": text(row[name])})


def _colour(element: Element, row: Row) -> None:
    colour = text(row["colour"])
    parts = {part: str(int(colour[at : at + 2], 16)) for part, at in (("r", 1), ("g", 3), ("b", 5))}
    SubElement(element, "viz:color", parts)
