"""`migov check`: whether tables and graph keep the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer

from migov.graph.assemble import assemble
from migov.loaders.tables import SHIPPED, read_tables
from migov.ontology.consistency import available, check
from migov.ontology.errors import RuleBroken, Violation
from migov.ontology.namespaces import graph

app = typer.Typer()


@app.command()
def run(
    tables: Annotated[
        list[Path] | None, typer.Argument(help="Further tables to check together with the shipped ones.")
    ] = None,
) -> None:
    """Check the rules of the data (SHACL) and the consistency of ontology and data (OWL, by HermiT). Nothing is written.

    Example: migov check my-projects.xlsx
    """
    rows = read_tables(SHIPPED)
    for path in tables or []:
        rows += read_tables(path)
    landscape = assemble(rows)
    print(f"Shapes: {len(landscape.claims):,} claims keep every rule.")
    if not available():
        print("Consistency: skipped, since HermiT needs Java and no java is installed.", file=sys.stderr)
        return
    verdict = check(asserted_ntriples(landscape.store.quads()))
    if not verdict.consistent:
        raise RuleBroken((Violation("", 0, "", "", f"ontology and data contradict each other: {verdict.explanation}"),))
    print("Consistency: HermiT finds ontology and data consistent.")


def asserted_ntriples(quads: Iterable[ox.Quad]) -> bytes:
    """All but the derived triples, without their graphs."""
    derived = graph("derived")
    triples = {quad.triple for quad in quads if quad.graph_name != derived}
    content = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES)
    assert content is not None
    return content
