"""`migov path`: how two things are connected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from migov.cli.output import Format, FormatOption, OutputOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.ontology.errors import QueryError
from migov.queries.meaning import meant
from migov.queries.names import NameIndex, names
from migov.queries.paths import NEAR, Way, paths

app = typer.Typer()

KINDS = ("agency", "component", "country", "instrument", "principle", "project", "region", "theme")


@app.command()
def run(
    start: Annotated[str, typer.Argument(metavar="A", help="A name (IOM, C189, Moldova) or an id (country/MDA).")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=100, help="How many paths.")] = 3,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", help=f"Also pass through these: {', '.join(NEAR)}. They make everything near."),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", help="Do not pass through these: a kind (project) or a name (ILO, with its units)."),
    ] = None,
    planned: Annotated[bool, typer.Option("--planned", help="Count planned ties and tensions too.")] = False,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Show the shortest chains of recorded ties between two things, each hop with its places.

    A name that an agency bears means the agency; Moldova is the government, country/MDA the country.

    Example: migov path UNHCR SADC --without ILO
    """
    graph = opened(store)
    known = names(graph)
    one, other = meant(known, start, KINDS), meant(known, end, KINDS)
    write(paths(graph, one, other, k, _way(known, with_ or (), without or (), planned)), format_, output)


def _way(known: NameIndex, with_: Sequence[str], without: Sequence[str], planned: bool) -> Way:
    for kind in with_:
        if kind not in NEAR:
            raise QueryError(f"--with takes {', '.join(NEAR)}; “{kind}” is none of these")
    kinds = {kind for kind in without if kind in KINDS}
    avoid = tuple(sorted((set(NEAR) - set(with_)) | kinds))
    return Way(avoid, tuple(meant(known, name, KINDS) for name in without if name not in kinds), planned)
