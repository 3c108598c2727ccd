"""The page in a real Chromium without a network: drawn in time, and usable by mouse, keyboard and address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of the page."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(
    landscape: Callable[..., Network],
    drawing: Drawing,
    theme_labels: Mapping[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """The address of the sample page on disk."""
    network = landscape()
    target = tmp_path_factory.mktemp("page") / "page.html"
    target.write_text(page(network, positions(network), drawing, theme_labels), "utf-8")
    return target.as_uri()


@pytest.fixture
def view(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh, offline page; at its end nothing else was requested and the console holds no complaint."""
    context = browser.new_context(viewport={"width": 1600, "height": 900}, offline=True)
    opened = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    opened.on("request", lambda request: requests.append(request.url.split("#")[0]))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    _open(opened, address)
    yield opened
    context.close()
    assert complaints == []
    assert set(requests) == {address}


def _open(view: Page, address: str) -> None:
    view.goto(address)
    view.wait_for_function("window.migovReady === true", timeout=10_000)


def _heading(view: Page, text: str) -> None:
    expect(view.locator("#panel h2")).to_have_text(text)


def test_it_is_drawn_and_usable_within_three_seconds(view: Page, address: str) -> None:
    """From opening the file to a drawn canvas takes less than three seconds."""
    start = perf_counter()
    _open(view, address)
    assert perf_counter() - start < 3
    pixels = "document.querySelector('canvas').getContext('2d').getImageData(0, 0, 1000, 600).data.some((v) => v)"
    assert view.evaluate(pixels)
    expect(view.locator("#status")).to_have_text("Shown: 108 nodes, 183 links")


def test_search_finds_by_name_and_enter_opens(view: Page) -> None:
    """Typing part of a name offers matches; Enter opens the first, arrows choose another, Escape closes the list."""
    view.fill("#search", "unhc")
    expect(view.locator("#found li")).to_have_count(1)
    view.press("#search", "Enter")
    _heading(view, "UNHCR")
    view.fill("#search", "migra")
    view.press("#search", "ArrowDown")
    second = view.locator("#found li").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    view.press("#search", "Escape")
    expect(view.locator("#found")).to_be_hidden()
    _heading(view, "UNHCR")
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


def test_the_panel_shows_links_and_claims_and_goes_back(view: Page, address: str) -> None:
    """A node lists its links, a link its claims with document and place; Back and Escape return."""
    _open(view, f"{address}#agency/iom")
    _heading(view, "IOM")
    expect(view.locator("#panel .kind")).to_have_text("Intergovernmental body")
    evidence = view.locator("#panel .evidence", has_text="claims").filter(has_not_text="no claims").first
    evidence.click()
    expect(view.locator("#panel .claims, #panel li .place").first).to_contain_text("Annex 6, row")
    view.click("#back")
    _heading(view, "IOM")
    view.locator("#panel .evidence", has_text="no claims recorded").first.click()
    expect(view.locator("#panel")).to_contain_text("No claims recorded for this link.")
    view.keyboard.press("Escape")
    _heading(view, "What stands behind it")
    assert view.evaluate("location.hash") == ""
    assert view.evaluate("document.activeElement.id") == "graph"


def test_the_picture_answers_to_keys(view: Page) -> None:
    """Arrow keys walk from node to node, telling each aloud; Enter opens the node and moves the focus to its panel."""
    view.focus("#graph")
    view.keyboard.press("ArrowRight")
    expect(view.locator("#spoken")).to_have_text("ILO, ILO and its units, 42 links")
    view.keyboard.press("ArrowRight")
    expect(view.locator("#spoken")).not_to_contain_text("ILO, ")
    label = (view.locator("#spoken").text_content() or "").split(",")[0]
    view.keyboard.press("Enter")
    _heading(view, label)
    assert view.evaluate("document.activeElement.tagName") == "H2"
    view.keyboard.press("Escape")
    for key in ("+", "-", "0"):
        view.keyboard.press(key)
    _heading(view, "What stands behind it")


def test_a_click_on_a_node_opens_it(view: Page) -> None:
    """A click on the picture where a node stands opens its panel; one beside it closes it."""
    view.fill("#search", "IOM")
    view.press("#search", "Enter")
    _heading(view, "IOM")
    view.keyboard.press("Escape")
    box = view.locator("#graph").bounding_box()
    assert box is not None
    # Enter has put the node in the middle of the picture.
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    view.mouse.click(*middle)
    _heading(view, "IOM")
    view.mouse.click(box["x"] + 3, box["y"] + box["height"] - 3)
    _heading(view, "What stands behind it")


def test_an_address_opens_a_link_and_an_unknown_one_says_so(view: Page, address: str) -> None:
    """The part of the address after # names a node or link; one that is not here is answered in words."""
    _open(view, f"{address}#agency/iom~partnersIn~agency/ilo")
    _heading(view, "IOM is a partner in ILO")
    _open(view, f"{address}#agency/nobody")
    view.reload()
    expect(view.locator("#panel")).to_contain_text("This picture does not hold “agency/nobody”.")


def test_on_a_narrow_screen_the_panel_stands_below(view: Page) -> None:
    """Beside the picture on a wide screen, below it on a narrow one; nothing runs out of the page."""
    for width, beside in ((1200, True), (600, False)):
        view.set_viewport_size({"width": width, "height": 900})
        picture, panel = view.locator(".picture").bounding_box(), view.locator("#panel").bounding_box()
        assert picture is not None
        assert panel is not None
        assert (panel["x"] >= picture["x"] + picture["width"]) is beside
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_tables_open_from_the_toolbar(view: Page) -> None:
    """The same content stands in tables that a button opens."""
    view.click("#to-tables")
    expect(view.get_by_role("table", name="Links")).to_be_visible()
    expect(view.get_by_role("table", name="Nodes")).to_be_visible()
