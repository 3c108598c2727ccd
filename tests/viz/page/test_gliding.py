"""While the page's picture is dragged or zoomed it is moved as a whole, and looks as it will when it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz import page

Opened = Callable[[Page, str], None]
WATCH = """() => {
  const brush = document.querySelector("canvas").getContext("2d");
  window.told = { frames: 0, lines: 0 };
  const clear = brush.clearRect.bind(brush), stroke = brush.stroke.bind(brush);
  brush.clearRect = (...box) => { told.frames += 1; clear(...box); };
  brush.stroke = (...path) => { told.lines += 1; stroke(...path); };
}"""
KEEP = """(name) => {
  const canvas = document.querySelector("canvas"), copy = canvas.cloneNode().getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  window[name] = copy.getImageData(0, 0, canvas.width, canvas.height).data;
}"""


def _drag(view: Page, across: int) -> None:
    """Takes the picture and moves it, without letting it go."""
    box = view.locator("#graph").bounding_box()
    assert box is not None
    x, y = box["x"] + 300, box["y"] + 8
    view.mouse.move(x, y)
    view.mouse.down()
    for step in range(1, 6):
        view.mouse.move(x + across * step / 5, y + 10 * step)
        view.wait_for_timeout(40)


@pytest.mark.parametrize("across", [40, 700])
def test_what_is_dragged_looks_as_what_stands(view: Page, across: int) -> None:
    """Dragged a little or so far that more comes into view, the picture has all its edges and labels, pixel by pixel."""
    _drag(view, across)
    view.evaluate(KEEP, "moving")
    view.mouse.up()
    view.wait_for_timeout(200)
    view.evaluate(KEEP, "still")
    drawn, apart = view.evaluate(
        "[still.filter(Boolean).length, still.filter((part, at) => Math.abs(part - moving[at]) > 40).length]"
    )
    assert drawn > 100_000
    assert apart / drawn < 0.01


def test_a_dragged_picture_is_not_drawn_anew(view: Page) -> None:
    """No line is drawn on the canvas while the picture is dragged; when it is let go, all are."""
    view.evaluate(WATCH)
    _drag(view, 60)
    told = view.evaluate("told")
    assert told["frames"] >= 4
    assert told["lines"] == 0
    view.mouse.up()
    view.wait_for_timeout(200)
    assert view.evaluate("told.lines") > 180


@pytest.fixture(scope="module")
def large(landscape: Callable[..., Network], drawing: Drawing, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page of more nodes than can be drawn at each turn of the wheel."""
    network = landscape(copies=5)
    places = {name: (place % 30 * 90.0, place // 30 * 60.0) for place, name in enumerate(sorted(network))}
    target = tmp_path_factory.mktemp("large") / "page.html"
    target.write_text(page(network, places, drawing, {}, {}), "utf-8")
    return target.as_uri()


def test_a_large_picture_glides_while_it_is_zoomed(browser: Browser, large: str, opened: Opened) -> None:
    """Turning the wheel enlarges what is drawn already; soon after it stands, the picture is drawn anew and sharp."""
    view = browser.new_page()
    opened(view, large)
    view.wait_for_timeout(300)
    view.evaluate(WATCH)
    view.mouse.move(400, 400)
    view.mouse.wheel(0, -100)
    view.wait_for_timeout(60)
    assert view.evaluate("told.lines") == 0
    view.wait_for_timeout(400)
    assert view.evaluate("told.lines") > 500
    view.close()
