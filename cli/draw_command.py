"""`migov draw`: a view as an interactive page or a figure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.graph.network import Network
from migov.graph.project import project
from migov.ontology.concepts import vocabulary
from migov.ontology.drawing import drawing
from migov.ontology.errors import InputError
from migov.viz import figure, page, positions

app = typer.Typer()

PAGE: Final = ".html"
FIGURES: Final[Mapping[str, Literal["svg", "png", "pdf"]]] = {".svg": "svg", ".png": "png", ".pdf": "pdf"}


@app.command()
def run(
    view: Annotated[str, typer.Argument(help="Name of a view; `migov list views` shows all.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; .html, .svg, .png or .pdf.")],
    store: StoreOption = DEFAULT,
) -> None:
    """Draw a view: a page that needs no network (.html), or a figure (.svg, .png, .pdf) of the same layout.

    Example: migov draw landscape -o landscape.html
    """
    suffix = output.suffix.casefold()
    if suffix != PAGE and suffix not in FIGURES:
        raise InputError(
            "is no format for pictures", file=output.name, remedy="end the name in .html, .svg, .png or .pdf"
        )
    network = project(opened(store), view)
    draw(network, [output])
    print(f"Wrote {output}: {network.graph['caption'].title}.")


def draw(network: Network, targets: list[Path]) -> None:
    """Writes a network to files, laid out once for all of them."""
    places = positions(network)
    style = drawing()
    for target in targets:
        suffix = target.suffix.casefold()
        if suffix == PAGE:
            labels = {slug: concept.label for slug, concept in vocabulary().scheme("theme").items()}
            target.write_text(page(network, places, style, labels), encoding="utf-8")
        else:
            target.write_bytes(figure(network, places, style, format=FIGURES[suffix]))
