"""`migov build`: tables become a graph."""

from __future__ import annotations

from pathlib import Path

import click

from migov.cli.command import PATH, argument, command
from migov.cli.stores import store_option
from migov.graph.build import build
from migov.loaders.tables import SHIPPED, read_tables


@command("build")
@argument("tables", type=PATH, nargs=-1, says="Further tables: a folder of CSV files, one CSV, or a workbook.")
@click.option("--only", is_flag=True, help="Build from these tables alone, without the shipped landscape.")
@store_option
def run(tables: tuple[Path, ...], only: bool, store: str) -> None:
    """Build the graph from the shipped landscape and from tables of your own.

    Nothing is replaced unless every row is sound.

    \b
    Example: migov build my-projects.xlsx
    """
    shipped = [] if only else read_tables(SHIPPED)
    yours = [row for path in tables for row in read_tables(path)]
    landscape = build([*shipped, *yours], Path(store))
    counts = f"{len(shipped):,} shipped rows and {len(yours):,} of yours, {len(landscape.store):,} quads"
    print(f"Built {store}: {counts}. It holds nothing of earlier builds.")
