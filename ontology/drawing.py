"""How each class and each edge is drawn, as the ontology declares it beside the term.

Views ask here instead of naming classes; a class that declares no style of its own is drawn like the nearest wider one that does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from migov.ontology.namespaces import ONTOLOGY, PREFIXES
from migov.ontology.terms import FOLDER

Said = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """Shape and colour of a class of nodes; `order` is its place in the legend."""

    kind: str
    label: str
    shape: str
    colour: str
    order: int


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """Line of an edge: `line` is solid, dashed or dotted; `label` a short verb phrase."""

    kind: str
    label: str
    line: str
    colour: str
    undirected: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All styles, by local name of the class or property, and how narrow each class is (its depth below the top)."""

    nodes: Mapping[str, NodeStyle]
    edges: Mapping[str, EdgeStyle]
    depths: Mapping[str, int]

    def node(self, kind: str) -> NodeStyle:
        """Style of a class, or a plain grey circle for a class that declares none."""
        return self.nodes.get(kind) or NodeStyle(kind, kind, "circle", "#7F7F7F", 99)

    def edge(self, kind: str) -> EdgeStyle:
        """Style of an edge property, or a plain grey line for one that declares none."""
        return self.edges.get(kind) or EdgeStyle(kind, kind, "solid", "#7F7F7F", False)


@cache
def drawing(folder: Path = FOLDER) -> Drawing:
    """The drawing that an ontology folder declares."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in parse(path=str(folder / "migov.ttl"), format=RdfFormat.TURTLE):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            name, property_ = _short(triple.subject.value), _short(triple.predicate.value)
            if property_ != "subClassOf" or triple.object.value.startswith(ONTOLOGY):
                said[name][property_] = _short(triple.object.value)
    nodes, edges, depths = {}, {}, {}
    for name, values in said.items():
        if "lineStyle" in values:
            edges[name] = EdgeStyle(
                name, values["lineLabel"], values["lineStyle"], values["colour"], values["undirected"] == "true"
            )
        style = _inherited(name, said)
        if style is not None and values.get("drawnAs") != "none":
            order = int(style.get("drawOrder", "99"))
            nodes[name] = NodeStyle(name, values.get("label", name), style["shape"], style["colour"], order)
            depths[name] = len(_wider(name, said))
    return Drawing(nodes, edges, depths)


def _short(text: str) -> str:
    for namespace in (ONTOLOGY, PREFIXES["rdfs"]):
        text = text.removeprefix(namespace)
    return text


def _wider(name: str, said: Said) -> list[str]:
    """The class and those above it, nearest first."""
    chain = [name]
    while (above := said.get(chain[-1], {}).get("subClassOf")) and above not in chain:
        chain.append(above)
    return chain


def _inherited(name: str, said: Said) -> Mapping[str, str] | None:
    return next((said[c] for c in _wider(name, said) if c in said and "shape" in said[c]), None)
