"""The page as a file: complete, offline, escaped, equal on every run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape

import pytest

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions
from migov.viz.page import _library

Landscape = Callable[..., Network]
EVIL = "</script><b>bold</b><!--"


@pytest.fixture(scope="module")
def html(landscape: Landscape, drawing: Drawing, theme_labels: Mapping[str, str]) -> str:
    """The page of the sample landscape."""
    network = landscape()
    return page(network, positions(network), drawing, theme_labels)


def test_two_runs_give_the_same_bytes(
    html: str, landscape: Landscape, drawing: Drawing, theme_labels: Mapping[str, str]
) -> None:
    """The same network gives the same page, whatever the order it was put together in."""
    network = landscape(3)
    assert page(network, positions(network), drawing, theme_labels) == html


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    """No address but those of W3C namespaces stands outside the library, and the policy forbids every request."""
    ours = html.replace(_library(), "")
    assert set(re.findall(r"https?://[^\s\"'<]+", ours)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script[^>]+src=|<link[^>]+href=\"(?!data:)|@import|url\(", ours)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert unescape(policy[1]).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]


def test_text_from_the_data_cannot_become_markup(drawing: Drawing) -> None:
    """Tags in labels, facts, claims, themes and captions stay text, in the tables and in the embedded data."""
    network = new_network(Caption(EVIL, EVIL, EVIL))
    network.add_node("agency/a", data=Node(EVIL, EVIL, "UnAgency", (EVIL,), ((EVIL, EVIL),)))
    network.add_node("agency/b", data=Node("B", "B", EVIL))
    claim = Source(document=EVIL, locator=EVIL, lines=EVIL, what=EVIL, certainty=EVIL)
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds", EVIL, (EVIL,), (claim,)))
    html = page(network, positions(network), drawing, {EVIL: EVIL})
    assert "<b>" not in html.replace(_library(), "")
    assert html.count("</script>") == 3
    data = re.search(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["nodes"]["agency/a"]["label"] == EVIL


def test_the_tables_say_what_the_picture_says(html: str, landscape: Landscape) -> None:
    """Every link and node has a row, and a link without evidence says so in words."""
    network = landscape()
    bare = sum(not tie.sources for *_, tie in network.edges(data="data"))
    assert bare
    assert html.count("<tr>") == 2 + network.number_of_edges() + len(network)
    assert html.split("<script", 1)[0].count("no claims recorded") == bare


def test_vis_gets_fixed_places_and_no_physics(html: str, landscape: Landscape) -> None:
    """Places in the page are those of the layout, every edge is kept, and nothing moves by itself."""
    network = landscape()
    data = re.search(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    picture = json.loads(data[1])["picture"]
    assert {n["id"]: (n["x"], n["y"]) for n in picture["nodes"]} == positions(network)
    assert len({edge["id"] for edge in picture["edges"]}) == network.number_of_edges()
    assert picture["options"]["physics"] == {"enabled": False}
