"""`migov overlap`: two agencies side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from migov.cli.output import Format, FormatOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.queries.names import names
from migov.queries.overlap import overlap

app = typer.Typer()


@app.command()
def run(
    left: Annotated[str, typer.Argument(metavar="A", help="An agency, by acronym, name or id.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    all_: Annotated[bool, typer.Option("--all", help="List what each has alone in the table too.")] = False,
    format_: FormatOption = Format.table,
    store: StoreOption = DEFAULT,
) -> None:
    """Show what two agencies do together, what they share, and what each does alone.

    Example: migov overlap ILO IOM
    """
    graph = opened(store)
    known = names(graph)
    sides = known.key("agency", left), known.key("agency", right)
    write(overlap(graph, *sides, alone=all_ or format_ is not Format.table), format_)
