"""`migov check`: whether tables and graph keep the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click
import pyoxigraph as ox

from migov.cli.command import PATH, argument, command
from migov.cli.documents import documents_option, texts
from migov.graph.assemble import assemble
from migov.loaders.coverage import coverage
from migov.loaders.registry import SourceText
from migov.loaders.rows import Row
from migov.loaders.tables import SHIPPED, read_tables
from migov.ontology.consistency import available, check
from migov.ontology.errors import RuleBroken, Violation
from migov.ontology.namespaces import graph


@command("check")
@argument("tables", type=PATH, nargs=-1, says="Further tables to check together with the shipped ones.")
@click.option("--coverage", "covered", is_flag=True, help="Say which lines of your documents no row cites.")
@documents_option
def run(tables: tuple[Path, ...], covered: bool, documents: Path | None) -> None:
    """Check the rules of the data (SHACL) and the consistency of ontology and data (OWL, by HermiT). Nothing is written.

    With --coverage it says instead, for each document, which share of its lines rows cite and why the others are not cited.

    \b
    Example: migov check my-projects.xlsx
    """
    rows = read_tables(SHIPPED)
    for path in tables:
        rows += read_tables(path)
    if covered:
        _coverage(texts(documents), rows)
        return
    landscape = assemble(rows)
    print(f"Shapes: {len(landscape.claims):,} claims keep every rule.")
    if not available():
        print("Consistency: skipped, since HermiT needs Java and no java is installed.", file=sys.stderr)
        return
    verdict = check(asserted_ntriples(landscape.store.quads()))
    if not verdict.consistent:
        raise RuleBroken((Violation("", 0, "", "", f"ontology and data contradict each other: {verdict.explanation}"),))
    print("Consistency: HermiT finds ontology and data consistent.")


def _coverage(copies: Mapping[str, SourceText], rows: Sequence[Row]) -> None:
    for document, text in sorted(copies.items()):
        found = coverage(document, text.lines, rows)
        share = 100 * found.cited / found.lines
        print(f"{document}: {found.cited} of {found.lines} lines cited ({share:.1f} %)")
        for reason, count in sorted(found.explained.items(), key=lambda item: -item[1]):
            print(f"    {count:4} not cited: {reason}")
        for first, last in found.unexplained:
            print(f"         unexplained: line{f's {first}-{last}' if last > first else f' {first}'}")


def asserted_ntriples(quads: Iterable[ox.Quad]) -> bytes:
    """All but the derived triples, without their graphs."""
    derived = graph("derived")
    triples = {quad.triple for quad in quads if quad.graph_name != derived}
    content = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES)
    assert content is not None
    return content
