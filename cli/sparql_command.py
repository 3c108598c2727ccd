"""`migov sparql`: a query of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from migov.cli.output import Format, FormatOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.ontology.errors import InputError
from migov.queries.ask import answer

app = typer.Typer()


@app.command()
def run(
    query: Annotated[str, typer.Argument(help="The query, the name of a file that holds it, or - for standard input.")],
    format_: FormatOption = Format.table,
    store: StoreOption = DEFAULT,
) -> None:
    """Run a SELECT query of your own; the prefixes migov:, stated:, id:, skos:, rdfs: and xsd: are known.

    Example: migov sparql "SELECT ?project ?budget { ?project a migov:Project ; migov:budget ?budget }"
    """
    text = _text(query)
    graph = opened(store)
    write(answer(graph, graph.select(text), "SPARQL query"), format_)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.endswith(".rq"):
        try:
            return Path(query).read_text(encoding="utf-8")
        except OSError as fault:
            raise InputError("cannot be read", file=query, remedy="check the path") from fault
    return query
