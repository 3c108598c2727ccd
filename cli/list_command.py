"""`migov list`: what there is to ask for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from migov.cli.again import again
from migov.cli.command import argument, command
from migov.cli.known import known
from migov.cli.output import Format, format_of, format_option, limit_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.graph.viewing import catalogue as views
from migov.ontology.errors import NothingFound, QueryError
from migov.queries.answer import Answer, AnswerRow
from migov.queries.listings import kinds, questions, taking, themes, things
from migov.queries.questions import catalogue

ASK: Final = "migov list questions NAME shows what one gives, with an example; migov ask takes whole sentences too."
DRAW: Final = "Each command ends in -o FILE: .html, .svg, .png, .pdf or .pptx."
NONE: Final = 'Try one word less, or ask in a whole sentence: migov ask "..."'


class Listed(StrEnum):
    """What can be listed."""

    questions = "questions"
    agencies = "agencies"
    countries = "countries"
    documents = "documents"
    instruments = "instruments"
    principles = "principles"
    projects = "projects"
    regions = "regions"
    themes = "themes"
    views = "views"


@command("list")
@argument(
    "what",
    metavar="[WHAT]",
    type=click.Choice(tuple(Listed)),
    default=Listed.questions,
    says=f"{', '.join(tuple(Listed)[:-1])} or {tuple(Listed)[-1]}; questions by default.",
)
@argument("words", metavar="[WORD]...", nargs=-1, says="Only those with these words, or with words that begin so.")
@format_option
@output_option
@limit_option
@store_option
def run(
    what: Listed, words: tuple[str, ...], format_: Format, output: Path | None, limit: int | None, store: str
) -> None:
    """List the questions that can be asked, and the agencies, countries, themes and other things that can be asked about.

    So are countries, documents, instruments, principles, projects and regions. With words of yours: the questions that
    hold them, with what each gives and an example; where none does, the questions that can be asked of such a name.

    \b
    Example: migov list questions ratification

    \b
    Example: migov list agencies ILO
    """
    placed = format_of(format_, output) is not Format.table
    match what:
        case Listed.questions:
            found = _questions(words, store)
        case Listed.themes:
            found = themes(words)
        case Listed.views:
            found = _views(words)
        case _:
            found = things(opened(store), what, words, placed=placed)
    if not found.rows and not found.note:
        found = replace(found, note=NONE)
    # A list is looked through to its end.
    write(found, format_, output, limit=limit or max(1, len(found.rows)))


def _questions(words: tuple[str, ...], store: str) -> Answer:
    found = questions(catalogue().values(), words, again)
    if found.rows:
        return replace(found, note=ASK)
    graph = opened(store)
    index = known(store, graph)
    for kind in sorted(kinds(catalogue().values())):
        # The first kind that bears the name; a name that several share names none.
        with suppress(NothingFound, QueryError):
            key = index.key(kind, " ".join(words))
            return taking(catalogue().values(), kind, key, words, again)
    return found


def _views(words: tuple[str, ...]) -> Answer:
    from migov.viz.charts.views import catalogue as charts  # noqa: PLC0415 - only this list wants pictures

    networks = [(view.name, "network", view.summary, view.usage) for view in views().values()]
    drawn = [*networks, *((chart.name, "chart", chart.summary, chart.usage) for chart in charts().values())]
    kept = [told for told in drawn if all(word.casefold() in " ".join(told).casefold() for word in words)]
    rows = [AnswerRow(tuple((cell,) for cell in told)) for told in kept]
    return Answer(f"{len(kept)} of {len(drawn)} views", ("View", "Drawn as", "What it shows", "Command"), rows, DRAW)
