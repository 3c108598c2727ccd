"""`migov export`: the tables or the quads, as the graph holds them."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

import click

from migov.cli.command import PATH, argument, command
from migov.cli.stores import opened, store_option
from migov.cli.writers.whole import write_whole
from migov.graph.export import RDF, export_rdf, export_rows
from migov.loaders.tables import write_tables
from migov.ontology.errors import InputError


class What(StrEnum):
    """What can be exported."""

    tables = "tables"
    quads = "quads"


@command("export")
@argument("what", metavar="WHAT", type=click.Choice(tuple(What)), says="tables or quads.")
@argument(
    "target", type=PATH, says="A folder or .xlsx for tables; .nq, .trig, .jsonld, .rdf, .ttl, .nt or - for quads."
)
@store_option
def run(what: What, target: Path, store: str) -> None:
    """Write the tables (CSV folder or workbook) or the quads (N-Quads, TriG, JSON-LD; without graph names RDF/XML, Turtle, N-Triples).

    \b
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
    write_whole(target, export_rdf(graph, ending))
    if RDF[ending].graphs:
        print(f"Wrote {len(graph):,} quads to {target}.", file=sys.stderr)
    else:
        print(f"Wrote the triples of {len(graph):,} quads to {target}; {ending} holds no graph names.", file=sys.stderr)
