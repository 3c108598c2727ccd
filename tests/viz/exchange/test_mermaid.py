"""Mermaid: a line for each part, no stray sign, and a word about what does not fit."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz.exchange.flat import Flat
from migov.viz.exchange.mermaid import MOST_CHARACTERS, MOST_EDGES, escaped

Networks = st.SearchStrategy[Network]
Flatten = Callable[..., Flat]
Written = Callable[..., bytes]
odd = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@odd
@given(data=st.data())
def test_mermaid_has_a_line_a_part_and_no_stray_sign(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written
) -> None:
    """Labels hold nothing that Mermaid could take for syntax, and say the same when their numbers are read."""
    network = data.draw(networks)
    lines = written(network, ".mmd").decode().split("\n")
    label = r'"(?:[^"#;<>&`\\|{}\[\]]|#\d+;|<br>)*"'
    parts = [line for line in lines if re.fullmatch(rf"  n\d+\S{{1,2}}{label}\S{{1,2}}:::kind_\w+", line)]
    links = [line for line in lines if re.fullmatch(rf"  n\d+ [-.>]+\|{label}\| n\d+", line)]
    assert len(parts) == len(network)
    assert len(links) == network.number_of_edges()
    for row in flat(network).nodes:
        read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), escaped(str(row["label"])).replace("<br>", "\n"))
        assert read == row["label"]


def test_mermaid_says_what_it_leaves_out(drawing: Drawing, written: Written) -> None:
    """A network too large for Mermaid keeps the edges with most sources, and a comment counts what is shown."""
    network = new_network(Caption("many"))
    for number in range(900):
        network.add_node(f"agency/{number}", data=Node(f"Body {number} " + "x" * 30, "b", "UnAgency"))
    source = Source("eval2008", "Annex 6", "1", "", "stated")
    for number in range(899):
        said = (source,) * (2 if number == 898 else 1)
        network.add_edge(f"agency/{number}", f"agency/{number + 1}", key="funds", data=Tie("funds", "", (), said))
    said_there = written(network, ".mmd", drawing).decode()
    assert len(said_there) <= MOST_CHARACTERS
    shown = said_there.count("-->|")
    assert 100 < shown <= MOST_EDGES
    assert f"%% Shown: {shown} of 899 edges" in said_there
    assert "Body 899 " in said_there


def test_entities_of_html_are_not_ours() -> None:
    """A label that holds an entity is shown as it is written, not as what it stands for."""
    assert html.unescape(escaped("&lt;").replace("#", "&#")) == "&lt;"
