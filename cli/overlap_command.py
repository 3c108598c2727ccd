"""`migov overlap`: two agencies side by side, or every pair."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

from migov.cli.output import Format, FormatOption, LimitOption, OutputOption, format_of, write, write_sections
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.ontology.concepts import vocabulary
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer
from migov.queries.ask import VOICE
from migov.queries.compare import compare
from migov.queries.names import names
from migov.queries.overlap import flat, sections, title
from migov.queries.pairs import pairs_answer

app = typer.Typer()
PROGRAMS: Final = (Format.csv, Format.json, Format.xlsx)


class Kind(StrEnum):
    """Kinds of things that bodies share."""

    theme = "theme"
    country = "country"
    donor = "donor"
    project = "project"
    instrument = "instrument"
    group = "group"
    partner = "partner"


@app.command()
def run(
    left: Annotated[str, typer.Argument(metavar="A", help="An agency, by acronym, name or id.")] = "",
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Every pair of agencies, the strongest first.")] = False,
    alone: Annotated[bool, typer.Option("--alone", help="List what each has alone too.")] = False,
    kind: Annotated[Kind | None, typer.Option("--kind", help="One kind of thing, with what each has alone.")] = None,
    theme: Annotated[str, typer.Option("--theme", help="Only what is recorded on a theme and narrower ones.")] = "",
    format_: FormatOption = Format.table,
    output: OutputOption = None,
    limit: LimitOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Show what two agencies do together, what they share with and without joint work, and what each has alone.

    Example: migov overlap ILO IOM --theme trafficking
    """
    if all_ == bool(right) or all_ == bool(left):
        raise QueryError("name two agencies, as in migov overlap ILO IOM, or ask for every pair with --all")
    form = format_of(format_, output)
    graph = opened(store)
    known = names(graph)
    values = {"theme": (known.key("theme", theme),)} if theme else {}
    if all_:
        write(pairs_answer(graph, kind or "", values, wide=form in PROGRAMS), format_, output, limit=limit)
        return
    found = compare(graph, known.key("agency", left), known.key("agency", right), values)
    if form in PROGRAMS:
        write(flat(found, kind or ""), format_, output, limit=limit)
        return
    on = f" (on {vocabulary().label('theme', values['theme'][0])})" if theme else ""
    heading = Answer(f"{title(found)}{on}", (), [], VOICE)
    write_sections([heading, *sections(found, kind or "", alone)], format_, output)
