"""`migov export`: the tables or the quads, as the graph holds them."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.graph.export import RDF, export_rdf, export_rows
from migov.loaders.tables import write_tables
from migov.ontology.errors import InputError

app = typer.Typer()


class What(StrEnum):
    """What can be exported."""

    tables = "tables"
    quads = "quads"


@app.command()
def run(
    what: Annotated[What, typer.Argument(help="tables or quads.")],
    target: Annotated[
        Path, typer.Argument(help="A folder or .xlsx for tables; .nq, .trig, .jsonld, .rdf, .ttl, .nt or - for quads.")
    ],
    store: StoreOption = DEFAULT,
) -> None:
    """Write the tables (CSV folder or workbook) or the quads (N-Quads, TriG, JSON-LD; without graph names RDF/XML, Turtle, N-Triples).

    Example: migov export tables landscape.xlsx
    """
    graph = opened(store)
    if what is What.tables:
        rows = export_rows(graph)
        write_tables(target, rows)
        print(f"Wrote {len(rows):,} rows to {target}.", file=sys.stderr)
        return
    if str(target) == "-":
        sys.stdout.buffer.write(export_rdf(graph))
        return
    ending = target.suffix.casefold()
    if ending not in RDF:
        remedy = "end the name in .jsonld, .rdf, .ttl, .nt, .nq or .trig"
        raise InputError("is no format for quads", file=target.name, remedy=remedy)
    target.write_bytes(export_rdf(graph, ending))
    if RDF[ending].graphs:
        print(f"Wrote {len(graph):,} quads to {target}.", file=sys.stderr)
    else:
        print(f"Wrote the triples of {len(graph):,} quads to {target}; {ending} holds no graph names.", file=sys.stderr)
