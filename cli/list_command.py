"""`migov list`: what there is to ask for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import click

from migov.cli.command import argument, command
from migov.cli.output import Format, format_option, limit_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.graph.project import views
from migov.graph.store import Store
from migov.ontology.concepts import vocabulary
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import answer
from migov.queries.questions import catalogue


class Listed(StrEnum):
    """What can be listed."""

    questions = "questions"
    agencies = "agencies"
    themes = "themes"
    views = "views"


@command("list")
@argument(
    "what",
    metavar="[WHAT]",
    type=click.Choice(tuple(Listed)),
    default=Listed.questions,
    says="questions, agencies, themes or views; questions by default.",
)
@format_option
@output_option
@limit_option
@store_option
def run(what: Listed, format_: Format, output: Path | None, limit: int | None, store: str) -> None:
    """List the questions, agencies, themes or views there are.

    \b
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
