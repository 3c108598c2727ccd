"""Exchange formats of every view: what other programs read back is the projection, attribute by attribute."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from math import isnan
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import igraph
import networkx as nx
import pytest

from migov.graph.network import Network, Source
from migov.ontology.concepts import vocabulary
from migov.ontology.drawing import drawing
from migov.viz.exchange.mermaid import MOST_CHARACTERS, MOST_EDGES
from migov.viz.style import nodes_of, ties_of

File = Callable[[str], bytes]
Places = Mapping[str, tuple[float, float]]
Said = dict[str, Any]
HEADED = ("Id", "Label", "Source", "Target", "Weight")  # as Gephi wants them


@pytest.fixture
def told_of_nodes(network: Network, places: Places) -> dict[str, Said]:
    """What the projection says of each node, by id, under the names of the export; lists are text, what is empty is absent."""
    return {
        name: _without_empty(
            {
                "label": node.label, "name": node.name, "kind": node.kind, "type": drawing().node(node.kind).label,
                "themes": _themes(node.themes), "layer": node.layer, "group": node.group, "x": places[name][0],
                "y": places[name][1], **dict(node.facts),
            }
        )
        for name, node in nodes_of(network).items()
    }  # fmt: skip


@pytest.fixture
def told_of_edges(network: Network) -> dict[tuple[str, str, str], Said]:
    """The same of each edge, by source, kind and target."""
    return {
        (source, key, target): _without_empty(
            {
                "kind": tie.kind, "label": drawing().edge(tie.kind).label, "status": tie.status, "themes": _themes(tie.themes),
                "since": tie.since, "until": tie.until, "weight": len(tie.sources), "records": tie.records,
                "undirected": drawing().edge(tie.kind).undirected,
            }
        )
        for source, target, key, tie in ties_of(network)
    }  # fmt: skip


def _themes(slugs: tuple[str, ...]) -> str:
    return "; ".join(vocabulary().label("theme", slug) for slug in slugs)


def _without_empty(said: Said) -> Said:
    return {name: found for name, found in said.items() if found != ""}


def _check(
    network: Network,
    nodes: Mapping[str, Said],
    edges: Mapping[tuple[str, str, str], Said],
    told: tuple[Mapping[str, Said], Mapping[tuple[str, str, str], Said]],
    text: Callable[[Any], Any] = lambda said: said,
) -> None:
    """The same nodes and edges, and of each what the projection tells; every source of an edge is named in it."""
    for found, expected in ((nodes, told[0]), (edges, told[1])):
        assert found.keys() == expected.keys()
        for name, said in expected.items():
            assert {key: found[name].get(key) for key in said} == {key: text(value) for key, value in said.items()}, (
                name
            )
    for source, target, key, tie in ties_of(network):
        sources = edges[source, key, target].get("sources", "")
        sources = "; ".join(sources) if isinstance(sources, list) else sources
        assert [place for place in tie.sources if not _named(place, sources)] == []


def _named(place: Source, sources: str) -> bool:
    return all(
        re.sub(r"\r\n?", "\n", part) in sources for part in (place.document, place.locator, place.lines, place.what)
    )


def _by_ends(edges: Any) -> dict[tuple[str, str, str], Said]:
    """Edges of networkx by source, kind and target: the ends as they stand in the file where they have no direction."""
    found = {}
    for source, target, said in edges:
        name = said.get("edge_id") or said["id"]
        ends = (source, target) if name.startswith(f"{source}~") else (target, source)
        found[ends[0], said["kind"], ends[1]] = said
    assert len(found) == len(edges)
    return found


@pytest.fixture
def told(told_of_nodes: Mapping[str, Said], told_of_edges: Mapping[tuple[str, str, str], Said]) -> tuple[Any, Any]:
    """What the projection says of nodes and of edges."""
    return told_of_nodes, told_of_edges


def test_gexf_is_read_to_the_same_graph(network: Network, file: File, told: tuple[Any, Any]) -> None:
    """networkx reads every node, edge and attribute, and hands the same graph on to igraph, which has no reader for GEXF."""
    read = nx.read_gexf(io.BytesIO(file(".gexf")))
    _check(network, dict(read.nodes(data=True)), _by_ends(list(read.edges(data=True))), told)
    other = igraph.Graph.from_networkx(read)
    assert (other.vcount(), other.ecount()) == (len(network), network.number_of_edges())
    assert {node["_nx_name"]: node["label"] for node in other.vs} == {n: said["label"] for n, said in told[0].items()}
    assert sorted(other.es["weight"]) == sorted(float(said["weight"]) for said in told[1].values())


def test_graphml_is_read_to_the_same_graph_by_networkx(network: Network, file: File, told: tuple[Any, Any]) -> None:
    """Every node, edge and attribute, and the caption as attributes of the graph."""
    read = nx.read_graphml(io.BytesIO(file(".graphml")), force_multigraph=True)
    _check(network, dict(read.nodes(data=True)), _by_ends(list(read.edges(data=True))), told)
    caption = network.graph["caption"]
    assert [read.graph[name] for name in ("title", "subtitle", "source")] == [
        caption.title,
        caption.subtitle,
        caption.source,
    ]


def test_graphml_is_read_to_the_same_graph_by_igraph(
    network: Network, file: File, told: tuple[Any, Any], tmp_path: Path
) -> None:
    """The same file, in igraph; what is absent is empty there."""
    target = tmp_path / "view.graphml"
    target.write_bytes(file(".graphml"))
    read = igraph.Graph.Read_GraphML(str(target))
    ids = read.vs["id"]
    nodes = {node["id"]: node.attributes() for node in read.vs}
    edges = {(ids[edge.source], edge["kind"], ids[edge.target]): edge.attributes() for edge in read.es}
    assert (read.vcount(), read.ecount()) == (len(nodes), len(edges))
    _check(network, nodes, edges, told)
    absent = [edge["status"] for edge, said in zip(read.es, edges, strict=True) if "status" not in told[1][said]]
    assert all(not said or (isinstance(said, float) and isnan(said)) for said in absent)


def test_dot_is_read_by_graphviz_itself(
    network: Network, file: File, told: tuple[Any, Any], engine: Callable[..., str]
) -> None:
    """Graphviz lays it out without a word of warning and gives back every node, edge and attribute."""

    def once(pairs: list[tuple[str, Any]]) -> Said:
        assert len(dict(pairs)) == len(pairs), "a name stands twice"
        return dict(pairs)

    read = json.loads(engine("dot", "-Tdot_json", input=file(".dot")), object_pairs_hook=once)
    ids = {part["_gvid"]: part["name"] for part in read["objects"]}
    nodes = {part["name"]: {**part, "label": part["text"], "name": part.get("fullname")} for part in read["objects"]}
    edges = {(ids[part["tail"]], part["kind"], ids[part["head"]]): part for part in read["edges"]}
    assert len(edges) == len(read["edges"])
    _check(network, nodes, edges, told, lambda said: str(said).lower() if isinstance(said, bool) else str(said))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pydot calls pyparsing by its old names
@pytest.mark.parametrize("small", ["framework", "path"])
def test_dot_is_read_by_pydot(small: str, networks: Mapping[str, Network], files: Callable[[str, str], bytes]) -> None:
    """Who has no Graphviz gets as many nodes and edges; larger views would take pydot long."""
    pydot = pytest.importorskip("pydot")
    (read,) = pydot.graph_from_dot_data(files(small, ".dot").decode())
    assert len([node for node in read.get_nodes() if node.get_name().startswith('"')]) == len(networks[small])
    assert len(read.get_edges()) == networks[small].number_of_edges()


def test_cytoscape_json_is_read_by_networkx(network: Network, file: File, told: tuple[Any, Any]) -> None:
    """networkx makes of it the same graph, with places as numbers and themes and sources as lists."""
    content = json.loads(file(".cyjs"))
    read = nx.cytoscape_graph(content)

    def plain(said: Said) -> Said:
        return {**said, "themes": "; ".join(said["themes"])} if "themes" in said else said

    nodes = {name: plain(said) for name, said in read.nodes(data=True)}
    _check(network, nodes, {k: plain(e) for k, e in _by_ends(list(read.edges(data=True))).items()}, told)
    assert {part["data"]["id"]: part["position"] for part in content["elements"]["nodes"]} == {
        name: {"x": said["x"], "y": said["y"]} for name, said in told[0].items()
    }


def test_the_tables_say_the_same(network: Network, file: File, told: tuple[Any, Any]) -> None:
    """Nodes and edges for Gephi have every attribute; those for Kumu as many rows, with ends that are elements."""
    with ZipFile(io.BytesIO(file(".zip"))) as packed:
        read = {
            name: list(csv.DictReader(io.StringIO(packed.read(name).decode(), newline=""), strict=True))
            for name in packed.namelist()
        }

    def ours(row: Mapping[str, str]) -> Said:
        return {name.lower() if name in HEADED else name: said for name, said in row.items()}

    nodes = {row["Id"]: ours(row) for row in read["nodes.csv"]}
    edges = {(row["Source"], row["kind"], row["Target"]): ours(row) for row in read["edges.csv"]}
    _check(network, nodes, edges, told, lambda said: str(said).lower() if isinstance(said, bool) else str(said))
    assert len(read["edges.csv"]) == len(read["kumu-connections.csv"]) == network.number_of_edges()
    elements = {row["Label"] for row in read["kumu-elements.csv"]}
    assert len(elements) == len(read["kumu-elements.csv"]) == len(network)
    assert {row[end] for row in read["kumu-connections.csv"] for end in ("From", "To")} <= elements


def test_mermaid_keeps_its_limits_and_loses_nothing(network: Network, file: File) -> None:
    """Every first view fits into what Mermaid holds, whole: a line for each node and each edge, and ends that exist."""
    chart = file(".mmd").decode()
    assert len(chart) <= MOST_CHARACTERS
    nodes = re.findall(r'^  (n\d+)[^\s"]{1,2}"[^"]+"[^\s"]{1,2}:::kind_\w+$', chart, re.MULTILINE)
    edges = re.findall(r'^  (n\d+) [-.>]+\|"[^"]+"\| (n\d+)$', chart, re.MULTILINE)
    assert len(nodes) == len(set(nodes)) == len(network)
    assert len(edges) == network.number_of_edges() <= MOST_EDGES
    assert {end for edge in edges for end in edge} <= set(nodes)
    assert "%% Shown:" not in chart
