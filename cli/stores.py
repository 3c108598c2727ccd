"""Opening the store a command works on: a folder, memory, or an endpoint; the shipped landscape is built when there is none yet."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer

from migov.graph.builds import current, open_current
from migov.graph.store import Store
from migov.loaders.tables import SHIPPED, read_tables

DEFAULT: Final = ".migov"
MEMORY: Final = "memory:"
HELP: Final = "Store folder, memory: for the shipped landscape alone, or the address of a SPARQL endpoint."
StoreOption = Annotated[str, typer.Option("--store", envvar="MIGOV_STORE", help=HELP)]


def opened(name: str) -> Store:
    """The store a person named; the shipped landscape is built first when nothing is there, and that is said.

    Building is loaded only then: a question on a built store does not wait for the validator.
    """
    if name == MEMORY:
        store: Store = import_module("migov.graph.assemble").assemble(read_tables(SHIPPED)).store
        return store
    if name.startswith(("http://", "https://")):
        endpoint: Store = import_module("migov.graph.endpoint").EndpointStore(name)
        return endpoint
    folder = Path(name)
    if current(folder) is None:
        print(f"No build in {name} yet: building the shipped landscape.", file=sys.stderr)
        import_module("migov.graph.build").build(read_tables(SHIPPED), folder)
    return open_current(folder)
