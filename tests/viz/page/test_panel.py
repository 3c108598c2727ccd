"""The panel of the page: what stands behind a node, a link and a path, opened by click, key and address."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
from playwright.sync_api import Page, expect

Opened = Callable[[Page, str], None]
HEADING = "#panel h2"


def test_the_panel_shows_links_and_claims_and_goes_back(view: Page, address: str, opened: Opened) -> None:
    """A node lists its links, a link its claims with document and place; Back and Escape return."""
    opened(view, f"{address}#agency/iom")
    expect(view.locator(HEADING)).to_have_text("IOM")
    expect(view.locator("#panel .kind")).to_have_text("Intergovernmental body")
    evidence = view.locator("#panel .evidence", has_text="claims").filter(has_not_text="no claims").first
    evidence.click()
    expect(view.locator("#panel .claims, #panel li .place").first).to_contain_text("Annex 6, row")
    view.click("#back")
    expect(view.locator(HEADING)).to_have_text("IOM")
    view.locator("#panel .evidence", has_text="no claims recorded").first.click()
    expect(view.locator("#panel")).to_contain_text("No claims recorded for this link.")
    view.keyboard.press("Escape")
    expect(view.locator(HEADING)).to_have_text("What stands behind it")
    assert view.evaluate("location.hash") == ""
    assert view.evaluate("document.activeElement.id") == "graph"


def test_a_click_on_a_node_opens_it(view: Page) -> None:
    """A click on the picture where a node stands opens its panel; one beside it closes it."""
    for _ in range(10):
        view.click("#nearer")
    view.fill("#search", "IOM")
    view.press("#search", "Enter")
    expect(view.locator(HEADING)).to_have_text("IOM")
    view.keyboard.press("Escape")
    box = view.locator("#graph").bounding_box()
    assert box is not None
    # Seen so near, the node that Enter found stands in the middle.
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    view.mouse.click(*middle)
    expect(view.locator(HEADING)).to_have_text("IOM")
    view.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    expect(view.locator(HEADING)).to_have_text("What stands behind it")


def test_an_address_opens_a_link_and_an_unknown_one_says_so(view: Page, address: str, opened: Opened) -> None:
    """The part of the address after # names a node or link; one that is not here is answered in words."""
    opened(view, f"{address}#agency/iom~partnersIn~agency/ilo")
    expect(view.locator(HEADING)).to_have_text("IOM is a partner in ILO")
    opened(view, f"{address}#agency/nobody")
    view.reload()
    expect(view.locator("#panel")).to_contain_text("This picture does not hold “agency/nobody”.")


def test_a_path_is_lit_told_and_has_an_address(view: Page, address: str, opened: Opened) -> None:
    """The address of a path opens it: in words, link by link; the way there is as short as can be; filters take part."""
    opened(view, f"{address}#agency/moldova/to/agency/unhcr")
    view.reload()
    expect(view.locator("#panel")).to_contain_text("This picture does not hold")
    opened(view, f"{address}#project/youth-employment-in-western-balkans/to/agency/unhcr")
    view.reload()
    expect(view.locator(HEADING)).to_have_text("From Youth employment in Western Balkans to UNHCR")
    expect(view.locator("#panel")).to_contain_text("The shortest path has")
    steps = view.locator("#panel ol li")
    assert steps.count() == _hops("project/youth-employment-in-western-balkans", "agency/unhcr", view)
    steps.first.locator(".evidence").click()
    view.click("#back")
    expect(view.locator(HEADING)).to_have_text("From Youth employment in Western Balkans to UNHCR")
    view.click("#tab-legend")
    view.click("#no-links")
    view.click("#tab-details")
    expect(view.locator("#panel")).to_contain_text("No path: in what is shown")
    view.locator("#panel .warning button").click()
    expect(view.locator("#panel")).to_contain_text("The shortest path has")


def _hops(one: str, other: str, view: Page) -> int:
    """Links between two nodes, found by networkx in the data of the page."""
    graph: nx.Graph[str] = nx.Graph()
    for edge in view.evaluate("JSON.parse(document.getElementById('data').textContent).edges"):
        graph.add_edge(edge["from"], edge["to"])
    hops: int = nx.shortest_path_length(graph, one, other)
    return hops


def test_the_claims_of_a_link_come_before_its_themes(view: Page, address: str, opened: Opened) -> None:
    """What is said and where is read first; the themes, which may be many, stand below it."""
    opened(view, f"{address}#agency/iom~partnersIn~agency/ilo")
    titles = view.locator("#panel h3").all_text_contents()
    assert titles[0] == "Between"
    assert "claim" in titles[1].casefold()


def test_the_address_of_what_is_open_is_copied(view: Page, address: str) -> None:
    """A button in the panel puts the address on the clipboard and says so."""
    view.context.grant_permissions(["clipboard-read", "clipboard-write"])
    view.fill("#search", "IOM")
    view.press("#search", "Enter")
    view.click("#copy")
    expect(view.locator("#copy")).to_have_text("Link copied")
    assert view.evaluate("navigator.clipboard.readText()") == f"{address}#agency/iom"
