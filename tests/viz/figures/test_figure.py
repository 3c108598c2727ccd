"""Figures: every node and edge drawn, real text, equal bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import pytest

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import figure, positions

Landscape = Callable[..., Network]


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_two_runs_give_the_same_bytes(
    landscape: Landscape, drawing: Drawing, format: Literal["svg", "png", "pdf"]
) -> None:
    """The same network gives the same file, whatever the order it was put together in."""
    one, other = landscape(0), landscape(1)
    drawn = figure(one, positions(one), drawing, format=format, dpi=60)
    assert drawn == figure(other, positions(other), drawing, format=format, dpi=60)
    assert drawn.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[format])


def test_the_vector_picture_keeps_every_node_and_edge(landscape: Landscape, drawing: Drawing) -> None:
    """The SVG has one named mark for each node and each edge."""
    network = landscape()
    svg = figure(network, positions(network), drawing, format="svg").decode()
    assert len(set(re.findall(r'id="(node-[^"]+)"', svg))) == len(network)
    assert len(set(re.findall(r'id="(edge-[^"]+)"', svg))) == network.number_of_edges()


def test_text_stays_text(landscape: Landscape, drawing: Drawing) -> None:
    """Title, labels, legend and source stand in the SVG as text that can be searched and edited."""
    network = landscape()
    svg = figure(network, positions(network), drawing, format="svg").decode()
    for words in ("joint work is recorded", ">IOM<", ">Government<", "Planned or explored", "Source: ILO"):
        assert words in svg
    assert "<dc:date>" not in svg
    assert set(re.findall("font-family: ([^;]*)", svg)) == {"'DejaVu Sans', 'Verdana', 'Arial', sans-serif"}


def test_the_legend_holds_only_what_is_drawn(landscape: Landscape, drawing: Drawing) -> None:
    """Kinds and statuses that are absent have no entry."""
    network = new_network(Caption("One link"))
    network.add_node("agency/ilo", data=Node("ILO", "", "IloUnit"))
    network.add_node("agency/iom", data=Node("IOM", "", "Intergovernmental"))
    network.add_edge("agency/ilo", "agency/iom", key="funds", data=Tie("funds", "done"))
    svg = figure(network, positions(network), drawing, format="svg").decode()
    assert ">Funds<" in svg
    assert "Government" not in svg
    assert "Planned" not in svg


def test_labels_left_out_are_counted(landscape: Landscape, drawing: Drawing) -> None:
    """Where labels would be too small to read, some are left out and the figure says how many."""
    network = landscape()
    placed = positions(network)
    assert b"labels left out" in figure(network, placed, drawing, format="svg", width_cm=12, height_cm=8)
    assert b"labels left out" not in figure(network, placed, drawing, format="svg")


def test_signs_of_other_languages_do_no_harm(drawing: Drawing) -> None:
    """Dollar signs, markup and an edge from a node to itself are drawn as they are."""
    network = new_network(Caption("A $5 grant & a <b>bold</b> $6 one"))
    network.add_node("project/a b<c", data=Node("$1 & <i> $2", "", "Unheard"))
    network.add_edge("project/a b<c", "project/a b<c", key="unheard", data=Tie("unheard"))
    svg = figure(network, positions(network), drawing, format="svg").decode()
    assert "$5 grant &amp; a &lt;b&gt;" in svg
    assert svg.count('id="edge-') == 1


def test_what_is_inferred_has_a_line_of_its_own_and_a_word_in_the_legend(drawing: Drawing) -> None:
    """An inferred tie is drawn unlike one that is stated, and only then does the legend explain it."""
    drawn = {}
    for status in ("", "inferred"):
        network = new_network(Caption("t"))
        for name in ("agency/a", "theme/b"):
            network.add_node(name, data=Node(name, name, "UnAgency"))
        network.add_edge("agency/a", "theme/b", key="worksOn", data=Tie("worksOn", status))
        drawn[status] = figure(network, positions(network), drawing, format="svg").decode()
    assert "nferred by the editors" in drawn["inferred"]
    assert "nferred" not in drawn[""]
    dashes = [set(re.findall(r"stroke-dasharray: ([\d., ]+)", text)) for text in drawn.values()]
    assert dashes[0] != dashes[1]


def test_a_heading_stands_over_its_group(drawing: Drawing) -> None:
    """Nodes with a group have its words above them, once."""
    network = new_network(Caption("t"), "layers")
    for number in range(3):
        network.add_node(f"theme/{number}", data=Node(f"Theme {number}", "", "Theme", group="Only ILO: 3"))
    drawn = figure(network, positions(network), drawing, format="svg").decode()
    assert drawn.count("Only ILO: 3") - drawn.count("<!-- Only ILO: 3") == 1


def test_on_an_upright_sheet_the_network_stands_above_its_legend(landscape: Landscape, drawing: Drawing) -> None:
    """No node stands below the legend's heading nor within a quarter of the sheet beside it, which a legend beside would take."""
    network = landscape()
    svg = figure(network, positions(network), drawing, format="svg", width_cm=21.0, height_cm=29.7).decode()
    legend = float(re.findall(r'y="([0-9.]+)"[^>]*>Nodes<', svg)[0])
    nodes = re.findall(r'<g id="node-[^"]+">\s*<path d="M ([0-9.]+) ([0-9.]+)', svg)
    assert len(nodes) == len(network)
    assert max(float(y) for _, y in nodes) < legend
    assert max(float(x) for x, _ in nodes) > 0.75 * 21.0 * 72 / 2.54
