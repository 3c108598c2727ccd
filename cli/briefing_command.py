"""`migov briefing`: one agency or two as a deck of slides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.ontology.errors import InputError
from migov.queries.names import names
from migov.viz.slides import briefing, deck

app = typer.Typer()


@app.command()
def run(
    agencies: Annotated[list[str], typer.Argument(metavar="A [B]", help="An agency or two, by acronym, name or id.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write, .pptx.")],
    template: Annotated[Path | None, typer.Option(help="A .pptx or .potx whose look the slides take.")] = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Make slides on one agency or two: profile, overlap, funding and where the sources disagree.

    Example: migov briefing ILO IOM -o ilo-iom.pptx
    """
    if output.suffix.casefold() != ".pptx":
        raise InputError("is no format for slides", file=output.name, remedy="end the name in .pptx")
    graph = opened(store)
    known = names(graph)
    slides = briefing(graph, [known.key("agency", agency) for agency in agencies])
    output.write_bytes(deck(slides, template))
    print(f"Wrote {output}.")
