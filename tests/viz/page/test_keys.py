"""The page by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

HEADING = "#panel h2"


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


def test_the_picture_answers_to_keys(view: Page) -> None:
    """Arrow keys walk from node to node, telling each aloud; Enter opens the node and moves the focus to its panel."""
    view.focus("#graph")
    view.keyboard.press("ArrowRight")
    expect(view.locator("#spoken")).to_have_text("ILO, ILO and its units, 42 links")
    view.keyboard.press("ArrowRight")
    expect(view.locator("#spoken")).not_to_contain_text("ILO, ")
    label = (view.locator("#spoken").text_content() or "").split(",")[0]
    view.keyboard.press("Enter")
    expect(view.locator(HEADING)).to_have_text(label)
    assert view.evaluate("document.activeElement.tagName") == "H2"
    view.keyboard.press("Escape")
    for key in ("+", "-", "0"):
        view.keyboard.press(key)
    expect(view.locator(HEADING)).to_have_text("What stands behind it")


def test_all_is_done_by_keyboard_alone(view: Page, address: str) -> None:
    """Search, panel, path, filter, saving and tables are reached and worked by keys, with the focus seen throughout."""
    _tab_to(view, view.locator("#search"))
    view.keyboard.type("iom")
    view.keyboard.press("Enter")
    expect(view.locator(HEADING)).to_have_text("IOM")
    _tab_to(view, view.locator("#to"))
    view.keyboard.type("unhcr")
    view.keyboard.press("Enter")
    expect(view.locator(HEADING)).to_have_text("From IOM to UNHCR")
    assert view.evaluate("location.hash") == "#agency/iom/to/agency/unhcr"
    expect(view.locator("#spoken")).to_contain_text("shortest path")
    _tab_to(view, view.locator("#back"))
    view.keyboard.press("Enter")
    expect(view.locator(HEADING)).to_have_text("IOM")
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
