"""`migov read`: the documents' tables become rows, to keep or to compare with what ships."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from migov.cli.command import PATH, command
from migov.cli.documents import documents_option, texts
from migov.graph.model import model
from migov.loaders.reading import compare, read_parts
from migov.loaders.tables import SHIPPED, read_tables, write_tables
from migov.ontology.errors import InputError

FAULT = 1


@command("read")
@documents_option
@click.option("--output", "-o", type=PATH, help="Folder or .xlsx to write the rows to.")
@click.option("--compare", "compared", is_flag=True, help="Compare the rows read with the shipped ones.")
def run(documents: Path | None, output: Path | None, compared: bool) -> None:
    """Read the parts of the documents that are printed as tables or lists.

    \b
    Example: migov read --documents ~/ilo-documents --compare
    """
    if not compared and output is None:
        raise InputError("has nothing to do", file="migov read", remedy="add --compare, or --output FOLDER")
    known = model()
    parts = list(read_parts(texts(documents), known.locators))
    for part in parts:
        print(f"{part.name}: {len(part.rows)} rows read from lines {part.first}-{part.last}")
    if output is not None:
        write_tables(output, [row for part in parts for row in part.rows])
        print(f"Wrote them to {output}.")
    if compared:
        shipped = read_tables(SHIPPED)
        differences = [
            difference for part in parts for difference in compare(part, shipped, known.tables, known.locators)
        ]
        for difference in differences:
            print(difference)
        print(f"{len(differences)} differences between parsed and shipped rows")
        if differences:
            sys.exit(FAULT)
