"""`migov structure`: who joins the others, which groups there are, and what hangs on one tie."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

from migov.cli.output import Format, FormatOption, OutputOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.queries.bridges import bridges
from migov.queries.brokers import brokers
from migov.queries.communities import communities
from migov.queries.names import names
from migov.queries.ties import Slice

app = typer.Typer()


class Aspect(StrEnum):
    """What can be asked of the structure."""

    brokers = "brokers"
    communities = "communities"
    bridges = "bridges"


ANSWERS: Final = {Aspect.brokers: brokers, Aspect.communities: communities, Aspect.bridges: bridges}


@app.command()
def run(
    aspect: Annotated[Aspect, typer.Argument(help="brokers, communities or bridges.")] = Aspect.brokers,
    top: Annotated[int, typer.Option(min=1, help="How many rows.")] = 10,
    theme: Annotated[str, typer.Option(help="Only joint acts on this theme or a narrower one.")] = "",
    without: Annotated[
        list[str] | None, typer.Option("--without", help="Leave out a body with all its parts, as ILO; repeatable.")
    ] = None,
    units: Annotated[bool, typer.Option("--units", help="Units and other parts as bodies of their own.")] = False,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Show who stands between others (brokers), who works most together (communities), what hangs on one tie (bridges).

    Each answer says how to read it, with the places behind every row.

    Example: migov structure brokers --without ILO
    """
    graph = opened(store)
    known = names(graph)
    slug = known.key("theme", theme) if theme else ""
    out = tuple(f"agency/{known.key('agency', name)}" for name in without or ())
    write(ANSWERS[aspect](graph, top, Slice(slug, out, units)), format_, output)
