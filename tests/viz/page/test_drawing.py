"""The page as it opens: drawn in time, laid out for the window, in a look of its own, without a serious fault."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from migov.graph.network import Caption, Network, new_network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions

SMALL_AND_LARGE = ((1366, 768, "light"), (1366, 768, "dark"), (390, 844, "light"))

Opened = Callable[[Page, str], None]


def test_it_is_drawn_and_usable_within_two_seconds(view: Page, address: str, opened: Opened) -> None:
    """From opening the file to a drawn canvas takes less than two seconds."""
    start = perf_counter()
    opened(view, address)
    assert perf_counter() - start < 2
    pixels = "document.querySelector('canvas').getContext('2d').getImageData(0, 0, 1000, 600).data.some((v) => v)"
    assert view.evaluate(pixels)
    expect(view.locator("#status")).to_have_text("Shown: 108 nodes, 183 links")


def test_on_a_narrow_screen_the_panel_stands_below(view: Page) -> None:
    """Beside the picture on a wide screen, below it on a narrow one; nothing runs out of the page."""
    for width, beside in ((1200, True), (600, False)):
        view.set_viewport_size({"width": width, "height": 900})
        picture, panel = view.locator(".picture").bounding_box(), view.locator("#legend").bounding_box()
        assert picture is not None
        assert panel is not None
        assert (panel["x"] >= picture["x"] + picture["width"]) is beside
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_controls_leave_the_height_to_the_picture(view: Page) -> None:
    """On a small laptop the picture has three quarters of the height and two thirds of the width."""
    view.set_viewport_size({"width": 1366, "height": 768})
    box = view.locator("#graph").bounding_box()
    assert box is not None
    assert box["height"] > 0.75 * 768
    assert box["width"] > 0.67 * 1366


@pytest.mark.parametrize("window", SMALL_AND_LARGE)
def test_axe_finds_no_serious_fault(view: Page, address: str, window: tuple[int, int, str]) -> None:
    """The legend, the panels of a node, a link and a path, an open search and the tables meet WCAG 2.2 AA by axe-core."""
    width, height, look = window
    view.set_viewport_size({"width": width, "height": height})
    view.select_option("#look", look)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

    def faults() -> list[tuple[str, str]]:
        found = Axe().run(view, options=rules).response["violations"]
        return [
            (f["id"], node["html"][:120])
            for f in found
            if f["impact"] in ("serious", "critical")
            for node in f["nodes"]
        ]

    assert faults() == []
    for part in ("agency/iom", "agency/iom~partnersIn~agency/ilo", "agency/iom/to/agency/unhcr"):
        view.evaluate(f"location.hash = '{part}'")
        expect(view.locator("#panel #close")).to_be_visible()
        assert faults() == []
    view.fill("#search", "a")
    expect(view.locator("#found li")).to_have_count(8)
    assert faults() == []
    view.press("#search", "Escape")
    view.click("#to-tables")
    assert faults() == []


PAPERS = {"light": (255, 255, 255), "dark": (18, 24, 31), "print": (255, 255, 255)}


def _paper(view: Page) -> tuple[int, ...]:
    """The colour behind the picture."""
    said: str = view.evaluate("getComputedStyle(document.body).backgroundColor")
    return tuple(int(part) for part in said.strip("rgb()").split(","))


def _pixels(view: Page) -> set[tuple[int, ...]]:
    """Colours that the picture is drawn in, of which much is seen."""
    found: list[list[int]] = view.evaluate("""() => {
      const canvas = document.querySelector("canvas"), seen = new Map();
      const copy = canvas.cloneNode().getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] < 255) continue;
        const name = [...data.slice(at, at + 3)].join();
        seen.set(name, (seen.get(name) ?? 0) + 1);
      }
      return [...seen].filter(([, count]) => count > 100).map(([name]) => name.split(",").map(Number));
    }""")
    return {tuple(colour) for colour in found}


def test_a_switch_changes_the_look(view: Page) -> None:
    """The page opens light and can be made dark or grey; picture, paper and letters change together."""
    drawn = {}
    for look, paper in PAPERS.items():
        view.select_option("#look", look)
        view.wait_for_timeout(200)
        assert _paper(view) == paper
        drawn[look] = _pixels(view)
    assert (244, 247, 250) in drawn["dark"]  # its letters
    assert drawn["dark"] != drawn["light"]
    assert all(max(colour) - min(colour) < 3 for colour in drawn["print"])


def test_a_page_opens_in_the_look_of_the_screen(browser: Browser, address: str, opened: Opened) -> None:
    """Where the reader's screen is dark, so is the page."""
    context = browser.new_context(color_scheme="dark", offline=True)
    view = context.new_page()
    opened(view, address)
    assert _paper(view) == PAPERS["dark"]
    expect(view.locator("#look")).to_have_value("dark")
    context.close()


def test_a_page_may_be_made_in_a_look(drawing: Drawing, landscape: Callable[..., Network]) -> None:
    """A page that is made dark opens dark everywhere; a light one leaves it to the screen."""
    network = landscape()
    places = positions(network)
    assert '<html lang="en" data-look="dark">' in page(network, places, drawing, {}, {}, look="dark")
    assert '<html lang="en">' in page(network, places, drawing, {}, {})


def test_an_empty_picture_says_so(drawing: Drawing) -> None:
    """Without a node there is no legend but words in place of the picture."""
    html = page(new_network(Caption("Nothing is recorded")), {}, drawing, {}, {})
    assert '<p id="nothing" class="nothing">There is nothing to draw.</p>' in html
    assert "<fieldset" not in html
