"""Search and filters of the page, and the tables with a search of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions

Opened = Callable[[Page, str], None]
HEADING = "#panel h2"


def test_search_finds_by_name_and_enter_opens(view: Page) -> None:
    """Typing part of a name offers matches; Enter opens the first, arrows choose another, Escape closes the list."""
    view.fill("#search", "unhc")
    expect(view.locator("#found li")).to_have_count(1)
    view.press("#search", "Enter")
    expect(view.locator(HEADING)).to_have_text("UNHCR")
    view.fill("#search", "migra")
    view.press("#search", "ArrowDown")
    second = view.locator("#found li").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    view.press("#search", "Escape")
    expect(view.locator("#found")).to_be_hidden()
    expect(view.locator(HEADING)).to_have_text("UNHCR")
    view.fill("#search", "nowhere to be found")
    expect(view.locator("#found")).to_contain_text("Nothing of this name")


def test_filters_hide_kinds_and_themes(view: Page) -> None:
    """Unchecking a kind and choosing a theme leave fewer nodes, and one button brings all back."""
    view.get_by_role("checkbox", name="Project").uncheck()
    expect(view.locator("#status")).to_contain_text("68 of 108 nodes")
    view.select_option("#theme", label="Trafficking")
    expect(view.locator("#status")).not_to_contain_text("68 of")
    view.click("#everything")
    expect(view.locator("#status")).to_have_text("Shown: 108 nodes, 183 links")


def test_a_theme_counts_with_its_narrower_ones(view: Page, landscape: Callable[..., Network]) -> None:
    """A broader theme shows all that its narrower theme shows, and what is its own."""
    shown = {}
    for label in ("Trafficking", "Forced labour"):
        view.select_option("#theme", label=view.locator("#theme option", has_text=label).text_content())
        shown[label] = view.evaluate("document.getElementById('status').textContent.match(/, ([0-9]+) of/)[1]")
    either = {"trafficking", "forced-labour"}
    nodes = {name: {*node.themes, name.partition("/")[2]} for name, node in landscape().nodes(data="data")}
    fits = [
        bool({*tie.themes} & either)
        or bool({source, target} & {f"theme/{slug}" for slug in either})
        or (not tie.themes and bool(nodes[source] & either) and bool(nodes[target] & either))
        for source, target, tie in landscape().edges(data="data")
    ]
    assert int(shown["Forced labour"]) == sum(fits) > int(shown["Trafficking"])


def test_a_kind_of_link_can_be_left_out(view: Page) -> None:
    """Unchecking a kind of link leaves the others, and takes away the nodes that have no other."""
    view.locator("#lines").get_by_role("checkbox", name="Funds").uncheck()
    expect(view.locator("#status")).to_contain_text("143 of 183 links")
    view.click("#no-links")
    expect(view.locator("#status")).to_contain_text("0 of 108 nodes")
    view.click("#no-links")
    expect(view.locator("#status")).to_have_text("Shown: 108 nodes, 183 links")


def test_a_span_of_years_keeps_what_falls_into_it(
    browser: Browser, drawing: Drawing, tmp_path: Path, opened: Opened
) -> None:
    """From and to keep the links whose days touch the span; a link without a date falls out, and the page says so."""
    network = new_network(Caption("A finding"))
    for name in "abcd":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds", since="2001-05-01", until="2004-01-31"))
    network.add_edge("agency/a", "agency/c", key="funds", data=Tie("funds", since="2006-01-01", until="2006-12-31"))
    network.add_edge("agency/a", "agency/d", key="funds", data=Tie("funds"))
    file = tmp_path / "dated.html"
    file.write_text(page(network, positions(network), drawing, {}, {}), "utf-8")
    view = browser.new_page()
    opened(view, file.as_uri())
    for since, until, left in (("2004", "2005", 1), ("2004", "", 2), ("", "2005", 1), ("2005", "2005", 0)):
        view.select_option("#since", since)
        view.select_option("#until", until)
        links = f"{left} of 3 links; 1 link has no date"
        expect(view.locator("#status")).to_have_text(f"Shown: {left + 1 if left else 0} of 4 nodes, {links}")
    view.close()


def test_the_tables_open_from_the_toolbar(view: Page) -> None:
    """The same content stands in tables that a button opens."""
    view.click("#to-tables")
    expect(view.get_by_role("table", name="Links")).to_be_visible()
    expect(view.get_by_role("table", name="Nodes")).to_be_visible()


def test_the_tables_have_a_search_of_their_own(view: Page) -> None:
    """Words typed there leave the rows that hold all of them."""
    view.click("#to-tables")
    assert view.evaluate("document.activeElement.id") == "rows"
    view.keyboard.type("planned ILO")
    expect(view.locator("#rows-left")).to_contain_text(" of 291 rows")
    rows = view.locator("#tables tbody tr:visible")
    assert 0 < rows.count() < 30
    assert all("planned" in text and "ilo" in text.lower() for text in rows.all_text_contents())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Trafficing", "rafficking"),
        ("UNCHR", "UNHCR"),
        ("rights migrant", "Migrant rights"),
        ("sadc statistics", "Migration statistics in SADC"),
        ("eamp", "East Africa migration policy"),
    ],
)
def test_search_forgives_slips_order_and_knows_initials(view: Page, typed: str, found: str) -> None:
    """A slip in a longer word, another order of words, and the initials of a name lead to the same."""
    view.fill("#search", typed)
    expect(view.locator("#found li").first).to_contain_text(found)


def test_a_short_word_must_be_spelt_right(view: Page) -> None:
    """Three letters are as good as any other three: no slip is forgiven in them."""
    view.fill("#search", "qom")
    expect(view.locator("#found")).to_contain_text("Nothing of this name")


def test_a_picture_that_the_filters_empty_says_so(view: Page) -> None:
    """Where the filters leave nothing, words stand in place of the picture, and go with the button that brings all back."""
    expect(view.locator("#nothing")).to_be_hidden()
    view.click("#no-nodes")
    expect(view.locator("#nothing")).to_have_text("The filters hide the whole picture.")
    view.click("#everything")
    expect(view.locator("#nothing")).to_be_hidden()


def test_a_button_leads_from_the_tables_back_to_the_picture(view: Page) -> None:
    """The way back from the tables is as short as the way there."""
    view.click("#to-tables")
    view.click("#to-picture")
    assert view.evaluate("document.activeElement.id") == "graph"
    assert view.evaluate("scrollY") == 0


@pytest.mark.parametrize("sought", ["IOM", "UNHCR", "Migrant rights"])
def test_what_is_found_leaves_the_picture_in_its_frame(view: Page, sought: str) -> None:
    """Wherever the node stands, the whole picture that filled the window fills it still: nothing moves to a half of it."""
    view.fill("#search", sought)
    view.press("#search", "Enter")
    expect(view.locator(HEADING)).to_have_text(sought)
    inked = """(side) => { const { width, height } = side, copy = Object.assign(document.createElement("canvas"), { width, height });
        const brush = copy.getContext("2d", { willReadFrequently: true });
        brush.drawImage(side, 0, 0);
        return [0, width * 3 / 4].map((x) => brush.getImageData(x, 0, width / 4, height).data.some(Boolean)); }"""
    assert view.locator("#graph canvas").evaluate(inked) == [True, True]


def test_a_search_in_a_cut_picture_says_that_more_is_recorded(
    browser: Browser, drawing: Drawing, tmp_path: Path, opened: Opened
) -> None:
    """Where the picture holds a part of what there is, a search without a hit says how much, and that it may be left out."""
    network = new_network(Caption("A finding", whole=1200))
    for name in "ab":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    network.add_edge("agency/a", "agency/b", key="funds", data=Tie("funds"))
    file = tmp_path / "cut.html"
    file.write_text(page(network, positions(network), drawing, {}, {}), "utf-8")
    view = browser.new_page()
    opened(view, file.as_uri())
    view.fill("#search", "US DOL")
    expect(view.locator("#found")).to_contain_text("It shows 2 of 1,200")
    view.close()
