"""Finding the reader's copies of the documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from migov.cli.command import PATH
from migov.loaders.registry import SourceText, find
from migov.ontology.errors import InputError

documents_option: Final = click.option(
    "--documents",
    type=PATH,
    envvar="MIGOV_DOCUMENTS",
    show_envvar=True,
    help="Folder with your copies of the five documents.",
)


def texts(folder: Path | None) -> dict[str, SourceText]:
    """The documents in a folder, told by their content; a changed copy is said.

    Raises `InputError` when no folder is named or no document is in it.
    """
    if folder is None:
        raise InputError("needs the documents", remedy="name their folder with --documents or MIGOV_DOCUMENTS")
    if not folder.is_dir():
        raise InputError("is no folder", file=str(folder), remedy="name the folder with your copies of the documents")
    found = find(folder)
    if not found:
        raise InputError("holds none of the five documents", file=str(folder), remedy="put their text editions there")
    for text in found.values():
        if text.changed:
            print(
                f"{text.path.name} is a changed copy of {text.document}: its lines may not be those cited.",
                file=sys.stderr,
            )
    return found
