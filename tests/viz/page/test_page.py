"""The page as a file: complete, offline, escaped, equal on every run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

import pytest

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions
from migov.viz.page.html import _library

Landscape = Callable[..., Network]
EVIL = "</script><b>bold</b><!--"


def _data(html: str) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    held: dict[str, Any] = json.loads(found[1])
    return held


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
    assert _data(html)["nodes"]["agency/a"]["label"] == EVIL


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
    picture = _data(html)["picture"]
    assert {n["id"]: (n["x"], n["y"]) for n in picture["nodes"]} == positions(network)
    assert len({edge["id"] for edge in picture["edges"]}) == network.number_of_edges()
    assert picture["options"]["physics"] == {"enabled": False}


def test_a_theme_stands_below_its_broader_one(drawing: Drawing) -> None:
    """The filter offers the themes of the picture and those above them, narrower ones indented below, in the order of labels."""
    network = new_network(Caption("A finding"))
    network.add_node("agency/a", data=Node("A", "A", "UnAgency", ("children-sold", "zeal")))
    network.add_node("agency/b", data=Node("B", "B", "UnAgency", ("health",)))
    labels = {"children-sold": "children sold", "abuse": "abuse", "sale": "sale", "health": "health", "zeal": "zeal"}
    broader = {"children-sold": ("sale",), "sale": ("abuse",), "idle": ("abuse",)}
    html = page(network, positions(network), drawing, labels, broader)
    themes = _data(html)["themes"]
    assert [(slug, theme["depth"]) for slug, theme in themes.items()] == [
        ("abuse", 0), ("sale", 1), ("children-sold", 2), ("health", 0), ("zeal", 0),
    ]  # fmt: skip
    assert themes["children-sold"]["within"] == ["abuse", "sale"]
    assert '<option value="children-sold">\u2003\u2003Children sold</option>' in html


def test_years_are_offered_where_ties_are_dated(drawing: Drawing, html: str) -> None:
    """With dated ties the page offers every year from the first to the last, and a column of dates; without, neither."""
    network = new_network(Caption("A finding"))
    for name in "abc":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds", since="2004-03-01", until="2006-02-01"))
    network.add_edge("agency/a", "agency/c", key="funds", data=Tie("funds"))
    dated = page(network, positions(network), drawing, {}, {})
    assert re.findall(r"<option>(\d+)</option>", dated.split('id="since"')[1].split("</select>")[0]) == [
        "2004",
        "2005",
        "2006",
    ]
    assert "<td>2004-03-01 to 2006-02-01</td>" in dated
    assert 'id="since"' not in html


def test_headings_of_groups_are_on_the_page(drawing: Drawing) -> None:
    """Each group of nodes has its heading, above the group."""
    network = new_network(Caption("A finding"), "layers")
    for layer, (name, group) in enumerate((("a", "Only ILO: 1"), ("b", "Both: 1"))):
        network.add_node(f"theme/{name}", data=Node(name, name, "Theme", layer=layer, group=group))
    network.add_edge("theme/a", "theme/b", key="funds", data=Tie("funds"))
    placed = positions(network)
    headings = _data(page(network, placed, drawing, {}, {}))["headings"]
    assert [heading["lines"] for heading in headings] == [["Only ILO: 1"], ["Both: 1"]]
    assert all(heading["y"] < placed[name][1] for heading, name in zip(headings, ("theme/a", "theme/b"), strict=True))


def test_a_cited_document_is_named(drawing: Drawing) -> None:
    """The page knows the title of each document that its claims cite, where the network tells it, and of no other."""
    network = new_network(Caption("A finding"))
    for name in "ab":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    claim = Source(document="eval2008", locator="Annex 6", lines="12", what="a joint fund", certainty="stated")
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds", sources=(claim,)))
    network.graph["documents"] = {"eval2008": "Evaluation of 2008", "other": "Another"}
    data = _data(page(network, positions(network), drawing, {}, {}))
    assert data["documents"] == {"eval2008": "Evaluation of 2008"}
    assert data["edges"][0]["claims"][0]["place"] == "eval2008, Annex 6, line 12"


def test_much_in_a_cell_of_the_tables_is_folded(drawing: Drawing) -> None:
    """A row says how many claims and themes there are where they are many, and shows few as they are."""
    network = new_network(Caption("A finding"))
    for name in "abc":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    claims = tuple(Source("eval2008", "Annex 6", str(line), "a joint fund", "stated") for line in range(5))
    themes = tuple(f"theme-{number}" for number in range(7))
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds", "", themes, claims))
    network.add_edge("agency/a", "agency/c", key="funds", data=Tie("funds", "", themes[:2], claims[:2]))
    html = page(network, positions(network), drawing, {}, {})
    assert re.findall("<summary>(.*?)</summary>", html)[1:] == ["7 themes", "5 claims"]
    assert html.split("<script", 1)[0].count("a joint fund") == 7
