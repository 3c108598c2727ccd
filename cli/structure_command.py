"""`migov structure`: who joins the others, which groups there are, and what hangs on one tie."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from migov.cli.command import COUNT, argument, command
from migov.cli.known import known
from migov.cli.output import Format, format_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.queries.structure.bridges import bridges
from migov.queries.structure.brokers import brokers
from migov.queries.structure.communities import communities
from migov.queries.structure.ties import Slice


class Aspect(StrEnum):
    """What can be asked of the structure."""

    brokers = "brokers"
    communities = "communities"
    bridges = "bridges"


ANSWERS: Final = {Aspect.brokers: brokers, Aspect.communities: communities, Aspect.bridges: bridges}


@command("structure")
@argument(
    "aspect",
    metavar="[ASPECT]",
    type=click.Choice(tuple(Aspect)),
    default=Aspect.brokers,
    says="brokers, communities or bridges; brokers by default.",
)
@click.option("--limit", "--top", "top", type=COUNT, default=10, show_default=True, help="How many rows.")
@click.option("--theme", default="", help="Only joint acts on this theme or a narrower one.")
@click.option("--without", multiple=True, help="Leave out a body with all its parts, as ILO; repeatable.")
@click.option("--units", is_flag=True, help="Units and other parts as bodies of their own.")
@format_option
@output_option
@store_option
def run(
    aspect: Aspect,
    top: int,
    theme: str,
    without: tuple[str, ...],
    units: bool,
    format_: Format,
    output: Path | None,
    store: str,
) -> None:
    """Show who stands between others (brokers), who works most together (communities), what hangs on one tie (bridges).

    Each answer says how to read it, with the places behind every row.

    \b
    Example: migov structure brokers --without ILO
    """
    graph = opened(store)
    index = known(store, graph)
    slug = index.key("theme", theme) if theme else ""
    out = tuple(f"agency/{index.key('agency', name)}" for name in without)
    write(ANSWERS[aspect](graph, top, Slice(slug, out, units)), format_, output)
