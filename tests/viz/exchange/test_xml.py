"""GEXF and GraphML: what networkx, igraph and Gephi get is what went in, however odd."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import igraph
import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.exchange.flat import Flat

Landscape = Callable[..., Network]
Networks = st.SearchStrategy[Network]
Flatten = Callable[..., Flat]
Written = Callable[..., bytes]
PlacesOf = Callable[[Network], Mapping[str, tuple[float, float]]]
Plain = Callable[..., dict[str, dict[str, Any]]]
odd = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _ends(flat: Flat) -> dict[str, tuple[str, ...]]:
    """Both ends by id of the edge, sorted where direction means nothing."""
    ends = {str(row["id"]): (str(row["source"]), str(row["target"])) for row in flat.edges}
    return ends if flat.directed else {edge: tuple(sorted(both)) for edge, both in ends.items()}  # type: ignore[misc]


def _check(flat: Flat, read: Any, edge_id: str, plain: Plain) -> None:
    found = {
        node: {k: v for k, v in data.items() if k not in ("viz", "shape_type")} for node, data in read.nodes(data=True)
    }
    assert found == plain(flat.nodes, "id")
    assert read.is_directed() == flat.directed
    edges = list(read.edges(data=True))
    said = {data[edge_id]: {k: v for k, v in data.items() if k not in ("id", edge_id)} for *_, data in edges}
    assert said == plain(flat.edges, "id", "source", "target")
    ends = {data[edge_id]: (s, t) if flat.directed else tuple(sorted((s, t))) for s, t, data in edges}
    assert ends == _ends(flat)
    assert len(edges) == len(flat.edges)


@odd
@given(data=st.data())
def test_gexf_comes_back_from_networkx(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written, plain: Plain
) -> None:
    """Nodes, edges and every attribute are read back as they were, whatever text they hold."""
    network = data.draw(networks)
    read = nx.read_gexf(io.BytesIO(written(network, ".gexf")))
    _check(flat(network), read, "id", plain)


@odd
@given(data=st.data())
def test_graphml_comes_back_from_networkx(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written, plain: Plain
) -> None:
    """Nodes, edges, attributes and the caption are read back as they were."""
    network = data.draw(networks)
    rows = flat(network)
    read = nx.read_graphml(io.BytesIO(written(network, ".graphml")), force_multigraph=True)
    _check(rows, read, "edge_id", plain)
    assert [read.graph.get(name, "") for name in ("title", "subtitle", "source")] == [
        rows.title,
        rows.subtitle,
        rows.source,
    ]


@odd
@given(data=st.data())
def test_graphml_comes_back_from_igraph(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written, plain: Plain
) -> None:
    """The same file gives igraph the same graph; what is absent is empty there.

    igraph 1.0 shows `&` as `&#38;` in ids and names of attributes (not in values): undone here.
    """
    network = data.draw(networks)
    rows = flat(network)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.graphml"
        file.write_bytes(written(network, ".graphml"))
        read = igraph.Graph.Read_GraphML(str(file))
    for part in (read.vs, read.es):
        for name in part.attributes():
            part[name.replace("&#38;", "&")] = part[name]
    ids = [name.replace("&#38;", "&") for name in read.vs["id"]]
    read.vs["id"] = ids
    for found, key, parts in ((read.vs, "id", rows.nodes), (read.es, "edge_id", rows.edges)):
        said = {part[key]: part.attributes() for part in found}
        told = plain(parts, "id", "source", "target")
        assert said.keys() == told.keys()
        for name, attributes in told.items():
            assert {k: said[name][k] for k in attributes} == attributes
            more = [v for k, v in said[name].items() if k not in {*attributes, "id", "edge_id"} and "&#38;" not in k]
            assert all(not value or isnan(value) for value in more)
    ends = {edge["edge_id"]: (ids[edge.source], ids[edge.target]) for edge in read.es}
    assert (ends if rows.directed else {k: tuple(sorted(v)) for k, v in ends.items()}) == _ends(rows)


def test_gephi_gets_places_colours_and_outlines(
    landscape: Landscape, drawing: Drawing, written: Written, places: PlacesOf
) -> None:
    """GEXF carries colour, size and place in the namespace of Gephi, y turned upwards."""
    network = landscape()
    read = nx.read_gexf(io.BytesIO(written(network, ".gexf", drawing)))
    x, y = places(network)["agency/iom"]
    seen = read.nodes["agency/iom"]["viz"]
    assert (seen["position"]["x"], seen["position"]["y"]) == (x, -y)
    assert seen["color"] == {"r": 0x7A, "g": 0x4E, "b": 0xAB, "a": 1.0}
    assert b'<viz:shape value="square"' in written(network, ".gexf", drawing)
