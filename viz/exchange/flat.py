"""A network as two flat tables, nodes and edges, which every exchange format writes in its own way.

Every node and every edge has all its attributes here, under the same names in all formats; units of `x`, `y` and
`size` (the radius) are those of the layout, and y grows downwards; `weight` is the number of sources. An attribute that
says nothing is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from migov.graph.evidence import Source
from migov.graph.network import Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz.colours import line_colour
from migov.viz.exchange.values import Value, text, unique, value
from migov.viz.page.data import caption, edge_id
from migov.viz.style import marks, nodes_of, pattern

Row: TypeAlias = Mapping[str, Value]
Columns: TypeAlias = Mapping[str, str]
Said: TypeAlias = tuple[dict[str, object], dict[str, object]]

NODE: Final = ("id", "label", "name", "kind", "type", "themes", "group", "layer", "x", "y", "size", "colour", "shape")
EDGE: Final = (
    "id", "source", "target", "label", "kind", "status", "themes", "since", "until", "weight", "records", "sources", "line", "colour",
    "undirected",
)  # fmt: skip
UNNAMED: Final = "unnamed"  # a kind that is empty: readers group by kind and need a word
# Names that readers keep for themselves: networkx hands attributes on as keyword arguments.
KEPT: Final = (
    "data", "key", "viz", "start", "end", "spells", "pid", "parents", "networkx_key", "self", "node_for_adding",
    "u_for_edge", "v_for_edge", "shape_type", "interaction", "pos", "width", "height", "fillcolor", "color", "style",
    "dir", "xlabel", "tooltip", "text", "edge_id", "value",
    "fullname", "_gvid", "head", "tail",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flat:
    """Caption, rows of nodes and edges, and their columns: name and type (string, list, long, double, boolean).

    `directed` is false when no edge has a direction.
    """

    title: str
    subtitle: str
    source: str
    directed: bool
    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    node_columns: Columns
    edge_columns: Columns


def flatten(
    network: Network,
    positions: Mapping[str, tuple[float, float]],
    drawing: Drawing,
    theme_labels: Mapping[str, str],
) -> Flat:
    """The network with its places; nodes and edges in the order of their names. Every node needs a place."""
    ids = _ids(network)
    sizes = {name: mark.radius for name, mark in marks(_sound(network)).items()}
    nodes: list[Said] = []
    for name, id_ in ids.items():
        data: Node = network.nodes[name]["data"]
        x, y = positions[name]
        said = {
            **_node(data, id_, drawing), "themes": _themes(data.themes, theme_labels), "x": x, "y": y, "size": sizes[name],
        }  # fmt: skip
        nodes.append((said, _further(data.facts, network.nodes[name])))
    keys = sorted(network.edges(keys=True), key=lambda edge: tuple(map(str, edge)))
    names = unique(text(edge_id(ids[source], str(key), ids[target])) for source, target, key in keys)
    edges: list[Said] = []
    for (source, target, key), name in zip(keys, names, strict=True):
        tie: Tie = network.edges[source, target, key]["data"]
        ends = {"id": name, "source": ids[source], "target": ids[target]}
        said = {**_edge(tie, drawing), **ends, "themes": _themes(tie.themes, theme_labels)}
        edges.append((said, _further((), network.edges[source, target, key])))
    said_of = caption(network)
    node_rows, node_columns = _settled(NODE, nodes)
    edge_rows, edge_columns = _settled(EDGE, edges)
    return Flat(
        text(said_of.title), text(said_of.subtitle), text(said_of.source),
        not edge_rows or not all(edge["undirected"] for edge in edge_rows),
        node_rows, edge_rows, node_columns, edge_columns,
    )  # fmt: skip


def in_words(source: Source) -> str:
    """A source as a line: document, locator and lines, then what is said there."""
    if not text(source.document):
        return f"judged by the editors: {text(source.what)}"
    certainty = "" if source.certainty in ("", "stated") else f", {text(source.certainty)}"
    lines = f"(line{'s' if '-' in text(source.lines) else ''} {text(source.lines)}{certainty})"
    place = " ".join(part for part in (text(source.document), text(source.locator), lines) if part)
    return f"{place}: {text(source.what)}" if text(source.what) else place


def _node(data: Node, id_: str, drawing: Drawing) -> dict[str, object]:
    style = drawing.node(data.kind)
    return {
        "id": id_,
        "label": text(data.label) or id_,
        "name": data.name,
        "kind": text(data.kind) or UNNAMED,
        "type": text(style.label) or UNNAMED,
        "group": data.group,
        "layer": data.layer,
        "colour": style.colour,
        "shape": style.shape,
    }


def _edge(tie: Tie, drawing: Drawing) -> dict[str, object]:
    style = drawing.edge(tie.kind)
    return {
        "label": text(style.label) or UNNAMED,
        "kind": text(tie.kind) or UNNAMED,
        "status": tie.status,
        "since": tie.since,
        "until": tie.until,
        "weight": len(tie.sources) or None,
        "records": tie.records or None,
        "sources": tuple(map(in_words, tie.sources)),
        "line": pattern(style, tie),
        "colour": line_colour(style.colour),
        "undirected": style.undirected,
    }


def _ids(network: Network) -> dict[str, str]:
    names = sorted(network)
    return dict(zip(names, unique(text(name) or UNNAMED for name in names), strict=True))


def _sound(network: Network) -> Network:
    """The network with labels that can be measured."""
    sound = new_network(caption(network))
    for name, node in nodes_of(network).items():
        sound.add_node(name, data=replace(node, label=text(node.label)))
    sound.add_edges_from(network.edges())
    return sound


def _themes(slugs: Iterable[str] | None, labels: Mapping[str, str]) -> list[str]:
    return [labels.get(slug, text(slug)) for slug in slugs or ()]


def _further(facts: Iterable[tuple[str, str]], attributes: Mapping[str, object]) -> dict[str, object]:
    """Facts by their name, and what somebody has added to the network beside `data`, under names that are free."""
    found: dict[str, list[object]] = defaultdict(list)
    for name, fact in facts:
        found[_free(text(name))].append(fact)
    further: dict[str, object] = {name: said[0] if len(said) == 1 else said for name, said in found.items()}
    for name in sorted(set(attributes) - {"data"}, key=str):
        free = _free(text(name))
        while free in further:
            free += "_"
        further[free] = attributes[name]
    return further


def _free(name: str) -> str:
    """A name for a further attribute that is no name of ours nor of a reader, whatever its case."""
    return f"{name}_" if not name or name.casefold() in {*NODE, *EDGE, *KEPT} else name


def _settled(ours: tuple[str, ...], rows: list[Said]) -> tuple[tuple[Row, ...], Columns]:
    """The rows with one type a column; a column of mixed types becomes text, one of whole and broken numbers broken."""
    order = [*ours, *sorted({name for _, further in rows for name in further})]
    valued = [
        {name: found for name, raw in {**said, **more}.items() if (found := value(raw)) is not None}
        for said, more in rows
    ]
    columns: dict[str, str] = {}
    for name in order:
        types = {type(row[name]) for row in valued if name in row}
        if not types and name not in ours:
            continue
        columns[name] = _type(types)
        for row in valued:
            if name in row:
                row[name] = _as(row[name], columns[name])
    return tuple({name: row[name] for name in columns if name in row} for row in valued), columns


def _type(types: set[type]) -> str:
    """The type of a column whose values have these; text when there is none."""
    alone = {bool: "boolean", int: "long", float: "double", tuple: "list"}
    if len(types) == 1:
        return alone.get(next(iter(types)), "string")
    return "double" if types == {int, float} else "string"


def _as(found: Value, type_: str) -> Value:
    if type_ == "double":
        return float(found)  # type: ignore[arg-type]
    return text(found) if type_ == "string" else found
