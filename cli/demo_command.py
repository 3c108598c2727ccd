"""`migov demo`: the main job in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from migov.cli.draw_command import draw
from migov.cli.output import Format, write
from migov.graph.build import build
from migov.graph.project import project
from migov.loaders.tables import SHIPPED, read_tables
from migov.queries.ask import ask
from migov.queries.overlap import overlap
from migov.queries.questions import question

app = typer.Typer()


@app.command()
def run(
    folder: Annotated[Path, typer.Argument(help="Folder to work in.")] = Path("migov-demo"),
) -> None:
    """Build the shipped landscape, answer two questions with their places, and draw the network.

    Example: migov demo
    """
    rows = read_tables(SHIPPED)
    landscape = build(rows, folder / ".migov")
    store = landscape.store
    print(f"Built {folder / '.migov'}: {len(rows):,} rows, {len(landscape.claims):,} claims, {len(store):,} quads.\n")
    write(ask(store, question("agencies-by-theme"), {}), Format.table)
    print()
    write(overlap(store, "ilo", "iom", alone=False), Format.table)
    pictures = [folder / "landscape.html", folder / "landscape.svg", folder / "landscape.png"]
    draw(project(store, "landscape"), pictures)
    print(f"\nThe network as a page: {pictures[0]} (open it in a browser; it needs no network)")
    print(f"The same as a figure:  {pictures[1]} and {pictures[2]}")
    print(f"Go on with: migov ask partners agency=IOM --store {folder / '.migov'}")
