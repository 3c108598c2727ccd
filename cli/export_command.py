"""`migov export`: the tables or the quads, as the graph holds them."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer
from pyoxigraph import RdfFormat

from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.graph.export import export_rows
from migov.graph.store import serialise
from migov.loaders.tables import write_tables
from migov.ontology.errors import InputError

app = typer.Typer()

FORMATS: Final = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG}


class What(StrEnum):
    """What can be exported."""

    tables = "tables"
    quads = "quads"


@app.command()
def run(
    what: Annotated[What, typer.Argument(help="tables or quads.")],
    target: Annotated[Path, typer.Argument(help="A folder or .xlsx for tables; .nq, .trig or - for quads.")],
    store: StoreOption = DEFAULT,
) -> None:
    """Write the tables (CSV folder or workbook) or the quads (N-Quads, TriG).

    Example: migov export tables landscape.xlsx
    """
    graph = opened(store)
    if what is What.tables:
        rows = export_rows(graph)
        write_tables(target, rows)
        print(f"Wrote {len(rows):,} rows to {target}.", file=sys.stderr)
        return
    form = RdfFormat.N_QUADS if str(target) == "-" else FORMATS.get(target.suffix)
    if form is None:
        raise InputError("is no format for quads", file=target.name, remedy="end the name in .nq or .trig")
    content = serialise(graph.quads(), form)
    if str(target) == "-":
        sys.stdout.buffer.write(content)
    else:
        target.write_bytes(content)
        print(f"Wrote {len(graph):,} quads to {target}.", file=sys.stderr)
