"""Makes the gallery: runs each command of docs/gallery.csv, keeps its picture in docs/gallery/, and writes docs/gallery.md.

    python docs/make_gallery.py [--store FOLDER] [PICTURE ...]

Pages are shown by Chromium (through playwright), slides by LibreOffice and pdftoppm. With names, only these pictures are made.
"""

from __future__ import annotations

import argparse
import csv
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

DOCS: Final = Path(__file__).parent
FOLDER: Final = DOCS / "gallery"
PAGE: Final = DOCS / "gallery.md"
SIZE: Final = (1440, 810)
COLOURS: Final = 96
"""A picture of so many colours is a quarter of the size, and looks the same."""
HEAD: Final = """# Gallery

Each picture with the command that made it, from the shipped landscape. The ending of the file says the format: `.html`, `.svg`,
`.png`, `.pdf`, `.pptx`, or a file for another program ([pictures.md](pictures.md)). Made by `python docs/make_gallery.py` from
`docs/gallery.csv`.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture: its name, its heading, the command that makes it, and what is to be seen."""

    picture: str
    heading: str
    command: str
    about: str

    @property
    def arguments(self) -> list[str]:
        """What follows `migov`; the last is the file that is written."""
        return shlex.split(self.command)[1:]


def entries() -> list[Entry]:
    """The entries of docs/gallery.csv."""
    with (DOCS / "gallery.csv").open(encoding="utf-8", newline="") as file:
        return [Entry(**row) for row in csv.DictReader(file)]


def text(shown: Sequence[Entry]) -> str:
    """The page."""
    parts = [
        f"\n## {entry.heading}\n\n{entry.about}\n\n    {entry.command}\n\n![{entry.heading}](gallery/{entry.picture}.png)\n"
        for entry in shown
    ]
    return "".join([HEAD, *parts])


def make(entry: Entry, store: str) -> None:
    """Runs the command of an entry in a folder of its own and keeps a picture of what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "migov.cli.main", *entry.arguments]
        subprocess.run(call, cwd=folder, env={**os.environ, "MIGOV_STORE": store}, check=True, capture_output=True)
        written = Path(folder) / entry.arguments[-1]
        picture = SHOWN[written.suffix](written)
        with Image.open(picture) as image:
            image.thumbnail(SIZE)
            small = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(FOLDER / f"{entry.picture}.png", optimize=True)


def _page(file: Path) -> Path:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only a page wants a browser

    target = file.with_suffix(".png")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        page.goto(file.as_uri())
        page.wait_for_timeout(1500)
        page.screenshot(path=target)
        browser.close()
    return target


def _slide(file: Path) -> Path:
    """The first slide."""
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(office, check=True, capture_output=True)
    target = file.with_suffix("")
    wide = ["-png", "-singlefile", "-scale-to-x", str(SIZE[0]), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", *wide, str(file.with_suffix(".pdf")), str(target)], check=True)
    return target.with_suffix(".png")


SHOWN: Final[Mapping[str, Callable[[Path], Path]]] = {".html": _page, ".pptx": _slide, ".png": lambda file: file}
"""How a picture comes of what was written, by the ending of the file."""


def main() -> None:
    """Makes the pictures and the page."""
    asked = argparse.ArgumentParser(description="Makes docs/gallery.md and its pictures.")
    asked.add_argument("pictures", nargs="*", help="only these")
    asked.add_argument("--store", default="memory:", help="where the landscape is built")
    given = asked.parse_args()
    known = entries()
    FOLDER.mkdir(exist_ok=True)
    for entry in known:
        if not given.pictures or entry.picture in given.pictures:
            make(entry, str(Path(given.store).resolve()) if given.store != "memory:" else given.store)
            print(f"{entry.picture}: {entry.command}")
    PAGE.write_text(text(known), encoding="utf-8")


if __name__ == "__main__":
    main()
