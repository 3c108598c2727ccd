"""Opening the store a command works on: a folder, memory, or an endpoint; the shipped landscape is built when there is none yet."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from migov.graph.builds import current, open_current
from migov.graph.store import Store

if TYPE_CHECKING:
    from migov.loaders.rows import Row

DEFAULT: Final = ".migov"
MEMORY: Final = "memory:"
HELP: Final = "Store folder, memory: for the shipped landscape alone, or the address of a SPARQL endpoint."
store_option: Final = click.option(
    "--store", envvar="MIGOV_STORE", default=DEFAULT, show_default=True, show_envvar=True, help=HELP
)


def opened(name: str) -> Store:
    """The store a person named; the shipped landscape is built first when nothing is there, and that is said.

    Building is loaded only then: a question on a built store does not wait for the validator, nor for openpyxl.
    """
    folder = folder_of(name)
    if name == MEMORY:
        store: Store = import_module("migov.graph.assemble").assemble(_shipped()).store
        return store
    if folder is None:
        endpoint: Store = import_module("migov.graph.endpoint").EndpointStore(name)
        return endpoint
    if current(folder) is None:
        print(f"No build in {name} yet: building the shipped landscape.", file=sys.stderr)
        import_module("migov.graph.build").build(_shipped(), folder)
    return open_current(folder)


def folder_of(name: str) -> Path | None:
    """The folder of a store; None for memory and endpoints, which have none."""
    return None if name == MEMORY or name.startswith(("http://", "https://")) else Path(name)


def _shipped() -> list[Row]:
    tables = import_module("migov.loaders.tables")
    rows: list[Row] = tables.read_tables(tables.SHIPPED)
    return rows
