"""The page in a real Chromium without a network: drawn in time, and usable by mouse, keyboard and address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree

import networkx as nx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
BROADER = {"trafficking": ("forced-labour",)}
SMALL_AND_LARGE = ((1366, 768), (390, 844))
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}")


@dataclass(frozen=True, slots=True)
class Dated(Tie):
    """A tie with the first and last day of its records."""

    since: str = ""
    until: str = ""


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
    target.write_text(page(network, positions(network), drawing, theme_labels, BROADER), "utf-8")
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


def _tab_to(view: Page, wanted: Locator, key: str = "Tab") -> None:
    """Moves the focus by the Tab key alone; the focus must be seen wherever it is."""
    for _ in range(60):
        view.keyboard.press(key)
        focus = view.evaluate(
            "(([style, tag]) => [style.outlineStyle, tag])([getComputedStyle(document.activeElement), document.activeElement.tagName])"
        )
        assert focus[0] != "none" or focus[1] == "BODY", focus
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached by the Tab key")


def test_it_is_drawn_and_usable_within_two_seconds(view: Page, address: str) -> None:
    """From opening the file to a drawn canvas takes less than two seconds."""
    start = perf_counter()
    _open(view, address)
    assert perf_counter() - start < 2
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
        picture, panel = view.locator(".picture").bounding_box(), view.locator("#legend").bounding_box()
        assert picture is not None
        assert panel is not None
        assert (panel["x"] >= picture["x"] + picture["width"]) is beside
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_tables_open_from_the_toolbar(view: Page) -> None:
    """The same content stands in tables that a button opens."""
    view.click("#to-tables")
    expect(view.get_by_role("table", name="Links")).to_be_visible()
    expect(view.get_by_role("table", name="Nodes")).to_be_visible()


def test_the_controls_leave_the_height_to_the_picture(view: Page) -> None:
    """On a small laptop the picture has three quarters of the height and two thirds of the width."""
    view.set_viewport_size({"width": 1366, "height": 768})
    box = view.locator("#graph").bounding_box()
    assert box is not None
    assert box["height"] > 0.75 * 768
    assert box["width"] > 0.67 * 1366


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


def test_a_span_of_years_keeps_what_falls_into_it(browser: Browser, drawing: Drawing, tmp_path: Path) -> None:
    """From and to keep the links whose days touch the span; a link without a date falls out, and the page says so."""
    network = new_network(Caption("A finding"))
    for name in "abcd":
        network.add_node(f"agency/{name}", data=Node(name, name, "UnAgency"))
    network.add_edge("agency/a", "agency/b", key="funds", data=Dated("funds", since="2001-05-01", until="2004-01-31"))
    network.add_edge("agency/a", "agency/c", key="funds", data=Dated("funds", since="2006-01-01", until="2006-12-31"))
    network.add_edge("agency/a", "agency/d", key="funds", data=Tie("funds"))
    file = tmp_path / "dated.html"
    file.write_text(page(network, positions(network), drawing, {}, {}), "utf-8")
    view = browser.new_page()
    _open(view, file.as_uri())
    for since, until, left in (("2004", "2005", 1), ("2004", "", 2), ("", "2005", 1), ("2005", "2005", 0)):
        view.select_option("#since", since)
        view.select_option("#until", until)
        links = f"{left} of 3 links; 1 link has no date"
        expect(view.locator("#status")).to_have_text(f"Shown: {left + 1 if left else 0} of 4 nodes, {links}")
    view.close()


def test_a_path_is_lit_told_and_has_an_address(view: Page, address: str) -> None:
    """The address of a path opens it: in words, link by link; the way there is as short as can be; filters take part."""
    _open(view, f"{address}#agency/moldova/to/agency/unhcr")
    view.reload()
    expect(view.locator("#panel")).to_contain_text("This picture does not hold")
    _open(view, f"{address}#project/youth-employment-in-western-balkans/to/agency/unhcr")
    view.reload()
    _heading(view, "From Youth employment in Western Balkans to UNHCR")
    expect(view.locator("#panel")).to_contain_text("The shortest path has")
    steps = view.locator("#panel ol li")
    assert steps.count() == _hops("project/youth-employment-in-western-balkans", "agency/unhcr", view)
    steps.first.locator(".evidence").click()
    view.click("#back")
    _heading(view, "From Youth employment in Western Balkans to UNHCR")
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


def test_the_picture_is_saved_with_title_legend_and_source(view: Page) -> None:
    """Both files come without a request; the SVG is well formed, says the title, and leaves out what the filters hide."""
    view.get_by_role("checkbox", name="Project").uncheck()
    files = {}
    for kind in ("png", "svg"):
        with view.expect_download() as download:
            view.click(f"#save-{kind}")
        assert download.value.suggested_filename.endswith(f".{kind}")
        files[kind] = Path(download.value.path()).read_bytes()
    assert files["png"].startswith(b"\x89PNG")
    assert len(files["png"]) > 20_000
    root = ElementTree.fromstring(files["svg"])
    said = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert view.title().split()[0] in said
    assert "IOM" in said
    assert "Maghreb" not in said


def test_the_tables_have_a_search_of_their_own(view: Page) -> None:
    """Words typed there leave the rows that hold all of them."""
    view.click("#to-tables")
    assert view.evaluate("document.activeElement.id") == "rows"
    view.keyboard.type("planned ILO")
    expect(view.locator("#rows-left")).to_contain_text(" of 291 rows")
    rows = view.locator("#tables tbody tr:visible")
    assert 0 < rows.count() < 30
    assert all("planned" in text and "ilo" in text.lower() for text in rows.all_text_contents())


def test_all_is_done_by_keyboard_alone(view: Page, address: str) -> None:
    """Search, panel, path, filter, saving and tables are reached and worked by keys, with the focus seen throughout."""
    _tab_to(view, view.locator("#search"))
    view.keyboard.type("iom")
    view.keyboard.press("Enter")
    _heading(view, "IOM")
    _tab_to(view, view.locator("#to"))
    view.keyboard.type("unhcr")
    view.keyboard.press("Enter")
    _heading(view, "From IOM to UNHCR")
    assert view.evaluate("location.hash") == "#agency/iom/to/agency/unhcr"
    expect(view.locator("#spoken")).to_contain_text("shortest path")
    _tab_to(view, view.locator("#back"))
    view.keyboard.press("Enter")
    _heading(view, "IOM")
    _tab_to(view, view.locator("#tab-details"), "Shift+Tab")
    view.keyboard.press("ArrowLeft")
    expect(view.locator("#legend")).to_be_visible()
    _tab_to(view, view.get_by_role("checkbox", name="Project"))
    view.keyboard.press("Space")
    expect(view.locator("#status")).to_contain_text("68 of 108 nodes")
    _tab_to(view, view.locator("#save-svg"), "Shift+Tab")
    with view.expect_download() as download:
        view.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".svg")
    _tab_to(view, view.locator("#to-tables"))
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "rows"


@pytest.mark.parametrize("size", SMALL_AND_LARGE)
def test_axe_finds_no_serious_fault(view: Page, address: str, size: tuple[int, int]) -> None:
    """The legend, the panels of a node, a link and a path, an open search and the tables meet WCAG 2.2 AA by axe-core."""
    view.set_viewport_size({"width": size[0], "height": size[1]})
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
