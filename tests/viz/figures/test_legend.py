"""Legends of figures: what an eye cannot tell apart stands together, and size has a sign."""

from __future__ import annotations

import re

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import figure, positions
from migov.viz.inks import LIGHT, PRINT, Look


def _network() -> Network:
    network = new_network(Caption("t"))
    for name in ("agency/a", "project/b"):
        network.add_node(name, data=Node(name, name, "UnAgency"))
    for kind in ("partnersIn", "responsibleFor"):
        network.add_edge("agency/a", "project/b", key=kind, data=Tie(kind))
    return network


def _texts(drawing: Drawing, look: Look) -> list[str]:
    svg = figure(_network(), positions(_network()), drawing, format="svg", look=look).decode()
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_links_that_look_alike_in_greys_share_an_entry(drawing: Drawing) -> None:
    """In colour each kind has its own; in print two arrows of nearly the same grey have one."""
    assert {"Is a partner in", "Is responsible for"} <= set(_texts(drawing, LIGHT))
    assert "Is a partner in, is responsible for" in " ".join(_texts(drawing, PRINT))


def test_size_is_explained_by_two_signs(drawing: Drawing) -> None:
    """Beside the words there are a small and a large mark that are no nodes."""
    svg = figure(_network(), positions(_network()), drawing, format="svg").decode()
    assert "Larger: more neighbours" in svg
    assert svg.count("fill: #c9d1d9") == 2
