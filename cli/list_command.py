"""`migov list`: what there is to ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from migov.cli.output import Format, FormatOption, LimitOption, OutputOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.graph.project import views
from migov.graph.store import Store
from migov.ontology.concepts import vocabulary
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import answer
from migov.queries.questions import catalogue

app = typer.Typer()


class Listed(StrEnum):
    """What can be listed."""

    questions = "questions"
    agencies = "agencies"
    themes = "themes"
    views = "views"


@app.command()
def run(
    what: Annotated[Listed, typer.Argument(help="questions, agencies, themes or views.")] = Listed.questions,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
    limit: LimitOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List the questions, agencies, themes or views there are.

    Example: migov list agencies
    """
    match what:
        case Listed.questions:
            found = _plain("Questions", ("Name", "Question", "Parameters"), _questions())
        case Listed.themes:
            found = _plain("Themes", ("Slug", "Theme", "Below"), _themes())
        case Listed.views:
            found = _plain("Views", ("Name",), [(name,) for name in views()])
        case Listed.agencies:
            found = _agencies(opened(store))
    write(found, format_, output, limit=limit)


def _plain(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Answer:
    return Answer(title, columns, [AnswerRow(tuple((value,) if value else () for value in row)) for row in rows])


def _questions() -> list[tuple[str, ...]]:
    return [(q.name, q.summary, ", ".join(q.params)) for q in catalogue().values()]


def _themes() -> list[tuple[str, ...]]:
    known = vocabulary()
    return [
        (c.slug, c.label, ", ".join(known.label("theme", b) for b in c.broader))
        for c in sorted(known.scheme("theme").values(), key=lambda c: c.label)
    ]


def _agencies(store: Store) -> Answer:
    query = (
        "SELECT DISTINCT ?agency ?name ?kind (?agency AS ?evidence) WHERE "
        "{ ?agency a :Party OPTIONAL { ?agency :name ?name } OPTIONAL { ?agency :kind ?kind } } ORDER BY ?agency"
    )
    return answer(store, store.select(query), "Agencies", {"agency": "Agency", "name": "Name", "kind": "Kind"})
