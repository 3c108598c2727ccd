"""The picture saved and printed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Page, expect


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


def test_a_saved_picture_has_the_look_of_the_page(view: Page) -> None:
    """What is dark on the screen is dark in the file."""
    view.select_option("#look", "dark")
    with view.expect_download() as download:
        view.click("#save-svg")
    root = ElementTree.parse(download.value.path()).getroot()
    sheet = root.find("{http://www.w3.org/2000/svg}rect")
    assert sheet is not None
    assert sheet.get("fill") == "#12181F"


def test_a_printed_page_is_the_picture_on_white(view: Page) -> None:
    """On paper stands the picture as drawn lines, light whatever the look, without the controls; then the page is as before."""
    view.select_option("#look", "dark")
    # Chromium tells a page of printing by these events; what is printed is looked at in between.
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.emulate_media(media="print")
    picture = view.locator("#paper > svg")
    expect(picture).to_be_visible()
    expect(picture.locator("rect").first).to_have_attribute("fill", "#FFFFFF")
    expect(picture.get_by_text("IOM", exact=True)).to_have_count(1)
    for control in ("#tools", "#graph", "#legend", "[role=tablist]"):
        expect(view.locator(control)).to_be_hidden()
    view.emulate_media(media="screen")
    view.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(picture).to_have_count(0)
    assert view.evaluate("document.documentElement.dataset.look") == "dark"


def test_the_whole_picture_is_saved_wherever_the_window_stands(view: Page) -> None:
    """Seen near and at one end, the picture is saved as it is saved when it is seen whole."""
    saved = []
    for near in (0, 6):
        for _ in range(near):
            view.click("#nearer")
        with view.expect_download() as download:
            view.click("#save-svg")
        saved.append(Path(download.value.path()).read_bytes())
    assert saved[0] == saved[1]
