"""`migov brief`: two agencies on two pages."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from migov.cli.command import PATH, argument, command
from migov.cli.known import known
from migov.cli.stores import opened, store_option
from migov.cli.writers.whole import write_whole
from migov.ontology.errors import InputError
from migov.queries.comparison.brief import Brief, brief
from migov.viz.texts.markdown import markdown

STANDARD: Final = Path("-")


@command("brief")
@argument("left", metavar="A", says="An agency, by acronym, name or id.")
@argument("right", metavar="B", says="Another.")
@click.option(
    "--output", "-o", "targets", type=PATH, multiple=True, help=".md, .docx, or - ; A-B.md and A-B.docx by default."
)
@click.option("--theme", default="", help="Only what is recorded on a theme and narrower ones.")
@store_option
def run(left: str, right: str, targets: tuple[Path, ...], theme: str, store: str) -> None:
    """Write a brief of two pages on two agencies, each statement with a footnote that says where.

    \b
    Example: migov brief ILO IOM -o brief.docx
    """
    files = targets or [Path(f"{left}-{right}{ending}".replace(" ", "-").replace("/", "-")) for ending in WRITERS]
    for file in files:
        if file != STANDARD and file.suffix not in WRITERS:
            raise InputError("is no format for a brief", file=file.name, remedy="end the name in .md or .docx")
    graph = opened(store)
    index = known(store, graph)
    values = {"theme": (index.key("theme", theme),)} if theme else {}
    made = brief(graph, index.key("agency", left), index.key("agency", right), values)
    if theme:
        made = replace(made, title=f"{made.title} (on {index.label('theme', values['theme'][0])})")
    for file in files:
        if file == STANDARD:
            sys.stdout.write(markdown(made))
        else:
            write_whole(file, WRITERS[file.suffix](made))
            print(f"Wrote {file}.", file=sys.stderr)


def _text(made: Brief) -> bytes:
    return markdown(made).encode()


def _pages(made: Brief) -> bytes:
    """Word is loaded only when asked for."""
    content: bytes = import_module("migov.viz.texts.document").document(made)
    return content


WRITERS: Final = {".md": _text, ".docx": _pages}
