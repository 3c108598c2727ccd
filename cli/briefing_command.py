"""`migov briefing`: one agency or two as a deck of slides."""

from __future__ import annotations

from pathlib import Path

import click

from migov.cli.command import PATH, argument, command
from migov.cli.known import known
from migov.cli.stores import opened, store_option
from migov.cli.writers.whole import write_whole
from migov.ontology.errors import InputError
from migov.viz.slides import briefing, deck


@command("briefing")
@argument("agencies", metavar="A [B]", nargs=-1, required=True, says="An agency or two, by acronym, name or id.")
@click.option("--output", "-o", type=PATH, required=True, help="File to write, .pptx.")
@click.option("--template", type=PATH, help="A .pptx or .potx whose look the slides take.")
@store_option
def run(agencies: tuple[str, ...], output: Path, template: Path | None, store: str) -> None:
    """Make slides on one agency or two: profile, overlap, funding and where the sources disagree.

    \b
    Example: migov briefing ILO IOM -o ilo-iom.pptx
    """
    if output.suffix.casefold() != ".pptx":
        raise InputError("is no format for slides", file=output.name, remedy="end the name in .pptx")
    graph = opened(store)
    index = known(store, graph)
    slides = briefing(graph, [index.key("agency", agency) for agency in agencies])
    write_whole(output, deck(slides, template))
    print(f"Wrote {output}.")
