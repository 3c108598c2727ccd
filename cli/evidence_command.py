"""`migov evidence`: every claim about a thing, and the passage itself from the reader's own copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from migov.cli.command import argument, command
from migov.cli.documents import documents_option, texts
from migov.cli.known import known
from migov.cli.output import Format, format_option, limit_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.loaders.passages import WIDTH, passage
from migov.loaders.registry import SourceText
from migov.loaders.values import line_range
from migov.queries.answer import Answer, AnswerRow
from migov.queries.evidence import evidence
from migov.queries.meaning import THINGS, meant
from migov.queries.names import NameIndex

ID: Final = re.compile(r"[a-z-]+/\S")


@command("evidence")
@argument("name", says="A name (IOM, C189, Moldova) or an id (project/eval2008-annex9-041).")
@argument("column", metavar="[COLUMN]", default="", says="Only what is stated in this column, as budget.")
@click.option("--whole", is_flag=True, help="Passages whole, not cut around their terms.")
@documents_option
@format_option
@output_option
@limit_option
@store_option
def run(
    name: str,
    column: str,
    whole: bool,
    documents: Path | None,
    format_: Format,
    output: Path | None,
    limit: int | None,
    store: str,
) -> None:
    """Show every claim about a thing or naming it: what it states, document, locator, lines, certainty.

    With --documents the passage itself is shown, read from your own copy and told when that copy is changed.

    \b
    Example: migov evidence project/eval2008-annex9-041 budget
    """
    graph = opened(store)
    found = evidence(graph, _id(name, known(store, graph)), column)
    if documents is not None:
        found = _with_passages(found, texts(documents), None if whole else WIDTH)
    write(found, format_, output, limit=limit)


def _id(name: str, known: NameIndex) -> str:
    """The id a name means, or the id that is given: also things that have no name can be looked up by it."""
    return name if ID.match(name) else meant(known, name, (*THINGS, "document"))


def _with_passages(answer: Answer, copies: Mapping[str, SourceText], width: int | None) -> Answer:
    rows = [replace(row, cells=(*row.cells, tuple(_passages(row, copies, width)))) for row in answer.rows]
    return replace(answer, columns=(*answer.columns, "Passage"), rows=rows)


def _passages(row: AnswerRow, copies: Mapping[str, SourceText], width: int | None) -> list[str]:
    terms = [str(value).partition(": ")[2] for value in row.cells[1]]
    return [
        passage(copies[source.document], *line_range(source.lines), terms, width)
        for source in row.sources
        if source.document in copies
    ]
