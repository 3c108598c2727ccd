"""`migov demo`: the main job in one go."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from migov.cli.command import PATH, argument, command
from migov.cli.draw_network import draw
from migov.cli.output import Format, write
from migov.graph.build import build
from migov.graph.project import project
from migov.loaders.tables import SHIPPED, read_tables
from migov.queries.answer import Answer
from migov.queries.ask import ask
from migov.queries.comparison.compare import compare
from migov.queries.comparison.overlap import sections, title
from migov.queries.questions import question

FOLDER: Final = Path("migov-demo")
SHOWN: Final = 15


@command("demo")
@argument("folder", metavar="[FOLDER]", type=PATH, default=FOLDER, says=f"Folder to work in, {FOLDER} by default.")
def run(folder: Path) -> None:
    """Build the shipped landscape, answer two questions with their places, and draw the network.

    \b
    Example: migov demo
    """
    rows = read_tables(SHIPPED)
    landscape = build(rows, folder / ".migov")
    store = landscape.store
    print(f"Built {folder / '.migov'}: {len(rows):,} rows, {len(landscape.claims):,} claims, {len(store):,} quads.\n")
    write(_first(ask(store, question("agencies-by-theme"), {}), "ask agencies-by-theme"), Format.table)
    print()
    found = compare(store, "ilo", "iom")
    write(replace(sections(found)[0], question=title(found)), Format.table)
    print("What they do together, and what is behind each number: migov overlap ILO IOM")
    pictures = [folder / "landscape.html", folder / "landscape.svg", folder / "landscape.png"]
    draw(project(store, "landscape"), pictures)
    print(f"\nThe network as a page: {pictures[0]} (open it in a browser; it needs no network)")
    print(f"The same as a figure:  {pictures[1]} and {pictures[2]}")
    print(f'Go on with: {sys.argv[0]} ask "who funds projects in Moldova?" --store {folder / ".migov"}')


def _first(answer: Answer, command: str) -> Answer:
    """The first rows of an answer, and how to see the others."""
    if len(answer.rows) <= SHOWN:
        return answer
    more = f"The first {SHOWN} of {len(answer.rows)} rows; all of them: migov {command}."
    return replace(answer, rows=answer.rows[:SHOWN], note=f"{more} {answer.note}")
