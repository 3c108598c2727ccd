"""`migov brief`: two agencies on two pages."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer

from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.ontology.errors import InputError
from migov.queries.brief import Brief, brief
from migov.queries.names import names
from migov.viz.markdown import markdown

app = typer.Typer()
STANDARD: Final = Path("-")


@app.command()
def run(
    left: Annotated[str, typer.Argument(metavar="A", help="An agency, by acronym, name or id.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    target: Annotated[
        list[Path] | None, typer.Option("-o", "--output", help=".md, .docx, or - ; A-B.md and A-B.docx by default.")
    ] = None,
    theme: Annotated[str, typer.Option("--theme", help="Only what is recorded on a theme and narrower ones.")] = "",
    store: StoreOption = DEFAULT,
) -> None:
    """Write a brief of two pages on two agencies, each statement with a footnote that says where.

    Example: migov brief ILO IOM -o brief.docx
    """
    targets = target or [Path(f"{left}-{right}{ending}".replace(" ", "-").replace("/", "-")) for ending in WRITERS]
    for file in targets:
        if file != STANDARD and file.suffix not in WRITERS:
            raise InputError("is no format for a brief", file=file.name, remedy="end the name in .md or .docx")
    graph = opened(store)
    known = names(graph)
    values = {"theme": (known.key("theme", theme),)} if theme else {}
    made = brief(graph, known.key("agency", left), known.key("agency", right), values)
    for file in targets:
        if file == STANDARD:
            sys.stdout.write(markdown(made))
        else:
            file.write_bytes(WRITERS[file.suffix](made))
            print(f"Wrote {file}.", file=sys.stderr)


def _text(made: Brief) -> bytes:
    return markdown(made).encode()


def _pages(made: Brief) -> bytes:
    """Word is loaded only when asked for."""
    content: bytes = import_module("migov.viz.document").document(made)
    return content


WRITERS: Final = {".md": _text, ".docx": _pages}
