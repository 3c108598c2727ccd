"""`migov overlap`: two agencies side by side, or every pair."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from migov.cli.again import again
from migov.cli.command import argument, command
from migov.cli.known import known
from migov.cli.output import Format, format_of, format_option, limit_option, output_option, write, write_sections
from migov.cli.stores import opened, store_option
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer
from migov.queries.ask import VOICE
from migov.queries.comparison.compare import Overlap, compare
from migov.queries.comparison.opening import behind, chosen
from migov.queries.comparison.overlap import flat, sections, title
from migov.queries.comparison.pairs import pairs_answer

OPEN: Final = "The records behind a number, each with its claims: {0}. What each has alone of one kind: {1}."
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


@command("overlap")
@argument("left", metavar="[A]", default="", says="An agency, by acronym, name or id.")
@argument("right", metavar="[B]", default="", says="Another.")
@click.option("--all", "all_", is_flag=True, help="Every pair of agencies, the strongest first.")
@click.option("--alone", is_flag=True, help="List what each has alone too.")
@click.option("--kind", type=click.Choice(tuple(Kind)), help="One kind of thing, with what each has alone.")
@click.option("--theme", default="", help="Only what is recorded on a theme and narrower ones.")
@click.option("--item", default="", help="The records behind one theme, country, project ... and whose they are.")
@format_option
@output_option
@limit_option
@store_option
def run(
    left: str,
    right: str,
    all_: bool,
    alone: bool,
    kind: Kind | None,
    theme: str,
    item: str,
    format_: Format,
    output: Path | None,
    limit: int | None,
    store: str,
) -> None:
    """Show what two agencies do together, what they share with and without joint work, and what each has alone.

    \b
    Example: migov overlap ILO IOM --theme trafficking

    \b
    Example: migov overlap ILO IOM --item Moldova
    """
    if all_ == bool(right) or all_ == bool(left):
        raise QueryError("name two agencies, as in migov overlap ILO IOM, or ask for every pair with --all")
    form = format_of(format_, output)
    graph = opened(store)
    index = known(store, graph)
    values = {"theme": (index.key("theme", theme),)} if theme else {}
    if all_ and item:
        raise QueryError(
            "the records behind one item are those of two agencies, as in migov overlap ILO IOM --item Moldova"
        )
    if all_:
        write(pairs_answer(graph, kind or "", values, wide=form in PROGRAMS), format_, output, limit=limit)
        return
    found = compare(graph, index.key("agency", left), index.key("agency", right), values)
    if item:
        write(behind(graph, found, chosen(found, item, index), again), format_, output, limit=limit)
        return
    if form in PROGRAMS:
        write(flat(found, kind or ""), format_, output, limit=limit)
        return
    on = f" (on {index.label('theme', values['theme'][0])})" if theme else ""
    heading = Answer(f"{title(found)}{on}", (), [], f"{VOICE} {_next(found, theme)}".strip())
    write_sections([heading, *sections(found, kind or "", alone)], format_, output)


def _next(found: Overlap, theme: str) -> str:
    """The commands that open what is counted, for the best recorded thing."""
    shared = [held for held in found.items if held.shared] or list(found.items)
    if not shared:
        return ""
    pair = ("overlap", found.left.label, found.right.label, *(["--theme", theme] if theme else []))
    first = shared[0]
    return OPEN.format(again(*pair, "--item", first.thing.id), again(*pair, "--kind", first.kind))
