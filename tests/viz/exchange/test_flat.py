"""The flat tables behind every format: oddities are made plain once, sources are told in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz.exchange.flat import Flat, flatten

Flatten = Callable[..., Flat]
PlacesOf = Callable[[Network], Mapping[str, tuple[float, float]]]


def test_oddities_are_made_plain_once(drawing: Drawing, places: PlacesOf) -> None:
    """None and empty lists are left out, mixed columns become text, numbers stay numbers, ids stay apart."""
    network = new_network(Caption("t"))
    facts = (("Listed in", "Annex 6"), ("Listed in", "Table 2"), ("Kind", "a"))
    network.add_node("a/\x00", data=Node(None, None, "UnAgency", (), facts), rank=1, share=0.5, odd="x", flag=True)  # type: ignore[arg-type]
    network.add_node(
        "a/\x01", data=Node("B", "Body", "UnAgency", ("trafficking",)), rank=None, share=2, odd=["y", 2], flag=False
    )
    network.add_edge("a/\x00", "a/\x01", key="funds", data=Tie("funds"))
    flat = flatten(network, places(network), drawing, {"trafficking": "Human trafficking"})
    first, second = flat.nodes
    assert (first["id"], second["id"]) == ("a/\ufffd", "a/\ufffd~2")
    assert first["label"] == first["id"]
    assert "name" not in first
    assert first["Listed in"] == ("Annex 6", "Table 2")
    assert (first["Kind_"], first["kind"]) == ("a", "UnAgency")
    assert second["themes"] == ("Human trafficking",)
    assert [flat.node_columns[name] for name in ("rank", "share", "odd", "flag")] == [
        "long",
        "double",
        "string",
        "boolean",
    ]
    assert (second["share"], second["odd"]) == (2.0, "y; 2")
    assert "rank" not in second
    assert "weight" not in flat.edges[0]


def test_sources_are_told_in_words(drawing: Drawing, flat: Flatten) -> None:
    """An edge carries document, locator and lines of each source, and their number as its weight."""
    network = new_network(Caption("t"))
    for name in ("agency/ilo", "agency/iom"):
        network.add_node(name, data=Node(name, name, "UnAgency"))
    said = (Source("eval2008", "Annex 8", "12-14", "training", "implied"), Source("", "", "", "same body", ""))
    network.add_edge(
        "agency/ilo", "agency/iom", key="collaboratesWith", data=Tie("collaboratesWith", "planned", (), said)
    )
    edge = flat(network, drawing).edges[0]
    assert edge["sources"] == ("eval2008 Annex 8 (lines 12-14, implied): training", "judged by the editors: same body")
    assert (edge["id"], edge["weight"]) == ("agency/ilo~collaboratesWith~agency/iom", 2)
    assert (edge["status"], edge["line"], edge["undirected"]) == ("planned", "dashed", True)
