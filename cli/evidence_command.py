"""`migov evidence`: every claim about a thing, and the passage itself from the reader's own copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import typer

from migov.cli.documents import DocumentsOption, texts
from migov.cli.output import Format, FormatOption, LimitOption, OutputOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.loaders.passages import WIDTH, passage
from migov.loaders.registry import SourceText
from migov.loaders.values import line_range
from migov.ontology.errors import NothingFound, QueryError
from migov.queries.answer import Answer, AnswerRow
from migov.queries.evidence import evidence
from migov.queries.names import NameIndex, names

app = typer.Typer()


@app.command()
def run(
    name: Annotated[str, typer.Argument(help="A name (IOM, C189, Moldova) or an id (project/eval2008-annex9-041).")],
    column: Annotated[str, typer.Argument(help="Only what is stated in this column, as budget.")] = "",
    whole: Annotated[bool, typer.Option("--whole", help="Passages whole, not cut around their terms.")] = False,
    documents: DocumentsOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
    limit: LimitOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Show every claim about a thing or naming it: what it states, document, locator, lines, certainty.

    With --documents the passage itself is shown, read from your own copy and told when that copy is changed.

    Example: migov evidence project/eval2008-annex9-041 budget
    """
    graph = opened(store)
    found = evidence(graph, _id(name, names(graph)), column)
    if documents is not None:
        found = _with_passages(found, texts(documents), None if whole else WIDTH)
    write(found, format_, output, limit=limit)


def _id(name: str, known: NameIndex) -> str:
    """The id that a name means, whatever kind of thing it is. Raises `NothingFound`, or `QueryError` when several are meant."""
    kind, slash, key = name.partition("/")
    if slash and kind.islower():
        return f"{kind}/{key}"
    meant, nearest = [], []
    for kind in known.forms:
        try:
            meant.append(f"{kind}/{known.key(kind, name)}")
        except NothingFound as fault:
            nearest += [f"{kind}/{key}" for key in fault.nearest]
    exact = [id_ for id_ in meant if id_.partition("/")[2].casefold() == name.casefold()]
    meant = exact if len(exact) == 1 else meant
    if len(meant) > 1:
        raise QueryError(f"“{name}” may mean {' or '.join(meant)}; write one of these")
    if not meant:
        raise NothingFound(name, tuple(nearest[:3]))
    return meant[0]


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
