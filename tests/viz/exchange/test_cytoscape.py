"""Cytoscape JSON: the shape that Cytoscape and networkx expect, with lists as lists."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.network import Network
from migov.viz.exchange.flat import Flat

Networks = st.SearchStrategy[Network]
Flatten = Callable[..., Flat]
Written = Callable[..., bytes]
OTHERS = ("interaction", "value", "key")  # how Cytoscape and networkx call what we call otherwise
odd = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@odd
@given(data=st.data())
def test_cytoscape_json_has_the_shape_its_readers_expect(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written
) -> None:
    """Unique ids, ends that exist, places as numbers, no null, and every attribute, lists as lists."""
    network = data.draw(networks)
    rows = flat(network)

    def refuse(name: str) -> float:
        raise AssertionError(name)

    read = json.loads(written(network, ".cyjs"), parse_constant=refuse)
    for said_of, part in ((rows.nodes, "nodes"), (rows.edges, "edges")):
        said = [element["data"] for element in read["elements"][part]]
        expected = [{k: list(v) if isinstance(v, tuple) else v for k, v in row.items()} for row in said_of]
        assert [{k: v for k, v in data.items() if k not in OTHERS} for data in said] == expected
    ids = {node["data"]["id"] for node in read["elements"]["nodes"]}
    assert len(ids) == len(network)
    assert all({edge["data"]["source"], edge["data"]["target"]} <= ids for edge in read["elements"]["edges"])
    assert all(isinstance(node["position"][axis], float) for node in read["elements"]["nodes"] for axis in "xy")
