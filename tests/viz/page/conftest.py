"""The page of a made-up landscape in a real Chromium without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz import page, positions

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
BROADER = {"trafficking": ("forced-labour",)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a module."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
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


@pytest.fixture(scope="module")
def opened() -> Callable[[Page, str], None]:
    """Goes to an address and waits until the page is drawn."""

    def go(view: Page, address: str) -> None:
        view.goto(address)
        view.wait_for_function("window.migovReady === true", timeout=10_000)

    return go


@pytest.fixture
def view(browser: Browser, address: str, opened: Callable[[Page, str], None]) -> Iterator[Page]:
    """A fresh, offline page; at its end nothing else was requested and the console holds no complaint."""
    context = browser.new_context(viewport={"width": 1600, "height": 900}, offline=True)
    shown = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    shown.on("request", lambda request: requests.append(request.url.split("#")[0]))
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    opened(shown, address)
    yield shown
    context.close()
    assert complaints == []
    assert set(requests) == {address}
