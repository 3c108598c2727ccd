"""`migov path`: how two things are connected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from migov.cli.command import argument, command
from migov.cli.known import known
from migov.cli.output import Format, format_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.ontology.errors import QueryError
from migov.queries.meaning import THINGS, meant
from migov.queries.names import NameIndex
from migov.queries.structure.paths import NEAR, Way, paths


@command("path")
@argument("start", metavar="A", says="A name (IOM, C189, Moldova) or an id (country/MDA).")
@argument("end", metavar="B", says="Another.")
@click.option("--k", "-k", type=click.IntRange(1, 100), default=3, show_default=True, help="How many paths.")
@click.option(
    "--with", "with_", multiple=True, help=f"Also pass through these: {', '.join(NEAR)}. They make everything near."
)
@click.option(
    "--without",
    multiple=True,
    help="Do not pass through these: a kind (project) or a name (ILO, with its units).",
)
@click.option("--planned", is_flag=True, help="Count planned ties and tensions too.")
@format_option
@output_option
@store_option
def run(
    start: str,
    end: str,
    k: int,
    with_: tuple[str, ...],
    without: tuple[str, ...],
    planned: bool,
    format_: Format,
    output: Path | None,
    store: str,
) -> None:
    """Show the shortest chains of recorded ties between two things, each hop with its places.

    A name that an agency bears means the agency; Moldova is the country, agency/gov-mda its government.

    \b
    Example: migov path UNHCR SADC --without ILO
    """
    graph = opened(store)
    index = known(store, graph)
    one, other = meant(index, start, THINGS), meant(index, end, THINGS)
    write(paths(graph, one, other, k, _way(index, with_, without, planned)), format_, output)


def _way(known: NameIndex, with_: Sequence[str], without: Sequence[str], planned: bool) -> Way:
    for kind in with_:
        if kind not in NEAR:
            raise QueryError(f"--with takes {', '.join(NEAR)}; “{kind}” is none of these")
    kinds = {kind for kind in without if kind in THINGS}
    avoid = tuple(sorted((set(NEAR) - set(with_)) | kinds))
    return Way(avoid, tuple(meant(known, name, THINGS) for name in without if name not in kinds), planned)
