"""`migov briefing`: one agency or two as a deck of slides."""

from __future__ import annotations

from pathlib import Path

import click

from migov.cli.command import PATH, argument, command
from migov.cli.known import known
from migov.cli.stores import opened, store_option
from migov.cli.writers.whole import write_whole
from migov.ontology.errors import InputError
from migov.queries.scope import date
from migov.viz.slides import briefing, deck


@command("briefing")
@argument("agencies", metavar="A [B]", nargs=-1, required=True, says="An agency or two, by acronym, name or id.")
@click.option("--output", "-o", type=PATH, required=True, help="File to write, .pptx.")
@click.option("--theme", default="", help="Only what is on a theme or narrower ones.")
@click.option("--from", "since", default="", help="Only what was not over by then: 2004, 2004-05 or a day.")
@click.option("--to", "until", default="", help="Only what had begun by then.")
@click.option("--template", type=PATH, help="A .pptx or .potx whose look the slides take.")
@store_option
def run(
    agencies: tuple[str, ...],
    output: Path,
    theme: str,
    since: str,
    until: str,
    template: Path | None,
    store: str,
) -> None:
    """Make slides on one agency or two: in brief, overlap, profile, funding, disagreements, sources.

    \b
    Example: migov briefing ILO IOM -o ilo-iom.pptx --theme trafficking
    """
    if output.suffix.casefold() != ".pptx":
        raise InputError("is no format for slides", file=output.name, remedy="end the name in .pptx")
    for day in (since, until):
        if day:
            date(day)
    graph = opened(store)
    index = known(store, graph)
    slides = briefing(
        graph,
        [index.key("agency", agency) for agency in agencies],
        theme=index.key("theme", theme) if theme else "",
        since=since,
        until=until,
    )
    write_whole(output, deck(slides, template))
    print(f"Wrote {output}: {slides[0].title}.")
