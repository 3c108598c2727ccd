"""`migov build`: tables become a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from migov.cli.stores import DEFAULT, StoreOption
from migov.graph.build import build
from migov.loaders.tables import SHIPPED, read_tables

app = typer.Typer()


@app.command()
def run(
    tables: Annotated[
        list[Path] | None, typer.Argument(help="Further tables: a folder of CSV files, one CSV, or a workbook.")
    ] = None,
    only: Annotated[
        bool, typer.Option("--only", help="Build from these tables alone, without the shipped landscape.")
    ] = False,
    store: StoreOption = DEFAULT,
) -> None:
    """Build the graph from the shipped landscape and from tables of your own.

    Nothing is replaced unless every row is sound.

    Example: migov build my-projects.xlsx
    """
    shipped = [] if only else read_tables(SHIPPED)
    yours = [row for path in tables or [] for row in read_tables(path)]
    landscape = build([*shipped, *yours], Path(store))
    counts = f"{len(shipped):,} shipped rows and {len(yours):,} of yours, {len(landscape.store):,} quads"
    print(f"Built {store}: {counts}. It holds nothing of earlier builds.")
