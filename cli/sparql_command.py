"""`migov sparql`: a query of one's own."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import click
import pyoxigraph as ox

from migov.cli.command import COUNT, argument, command
from migov.cli.output import Format, format_of, format_option, output_option, write
from migov.cli.stores import MEMORY, opened, store_option
from migov.cli.writers.whole import write_whole
from migov.graph.builds import current
from migov.graph.limits import Limits
from migov.graph.store import Store
from migov.ontology.errors import InputError, QueryError
from migov.ontology.namespaces import PREFIXES
from migov.queries.sparql.own import TRIPLES, Own, own, turtle

RDF: Final = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES}


@command("sparql")
@argument(
    "query",
    metavar="[QUERY]",
    default="",
    says="The query, the name of a file that holds it (.rq), or - for standard input.",
)
@click.option("--prefixes", is_flag=True, help="Print the prefixes that are known.")
@click.option("--limit", type=COUNT, default=10_000, show_default=True, help="How many rows at most.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=30, show_default=True, help="How long the query may take."
)
@format_option
@output_option
@store_option
def run(
    query: str,
    prefixes: bool,
    limit: int,
    seconds: float,
    format_: Format,
    output: Path | None,
    store: str,
) -> None:
    """Run a query of your own: SELECT gives a table, ASK yes or no, CONSTRUCT and DESCRIBE Turtle.

    Names are checked: a misspelt one is refused instead of finding nothing. Select ?evidence for the places behind each row.
    Triples go to a file that ends in .ttl or .nt; with any other format they are a table.

    \b
    Example: migov sparql "SELECT ?project ?budget { ?project a migov:Project ; migov:budget ?budget }"
    """
    if prefixes:
        print("".join(f"PREFIX {name}: <{value}>\n" for name, value in PREFIXES.items()), end="")
        return
    if not query:
        raise QueryError(
            "no query was given; write it in quotes, name a file that ends in .rq, or give - and pipe it in"
        )
    rdf = RDF.get(output.suffix.casefold()) if output else None
    if rdf is None:
        format_of(format_, output)
    text = _text(query)
    graph = _opened(store, seconds)
    found = own(graph, text, Limits(limit, seconds), None if store == MEMORY else current(Path(store)))
    if rdf or (found.form in TRIPLES and format_ is Format.table and output is None):
        _triples(found, output, rdf or ox.RdfFormat.TURTLE)
    else:
        shown = limit if limit < Limits().rows else None
        write(found.answer, format_, output, limit=shown, warnings=found.warnings, query=text)


def _triples(found: Own, output: Path | None, format_: ox.RdfFormat) -> None:
    if found.form not in TRIPLES:
        raise QueryError(
            f"{found.form} makes no triples; end the file in .csv, .json, .md or .xlsx, or ask with CONSTRUCT"
        )
    for warning in found.warnings:
        print(warning, file=sys.stderr)
    content = turtle(found.solutions.rows, format_)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
        print(f"Wrote {len(found.solutions.rows):,} triples to {output}.", file=sys.stderr)


def _opened(name: str, seconds: float) -> Store:
    """The store; an endpoint keeps the deadline itself."""
    if name.startswith(("http://", "https://")):
        endpoint: Store = import_module("migov.graph.endpoint").EndpointStore(name, max(1, round(seconds)))
        return endpoint
    return opened(name)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.endswith(".rq"):
        try:
            return Path(query).read_text(encoding="utf-8-sig")
        except OSError as fault:
            raise InputError("cannot be read", file=query, remedy="check the path") from fault
    return query
