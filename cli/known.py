"""The names a store knows, kept beside its build: reading them from the graph takes longer than answering most questions."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from migov.cli.stores import folder_of
from migov.cli.writers.whole import write_whole
from migov.graph.builds import current
from migov.graph.store import OxigraphStore, Store
from migov.ontology.errors import InputError
from migov.queries import names as source
from migov.queries.names import NameIndex, names

KEPT: Final = "names.json"
HERE: Final = Path(source.__file__).parent
MADE_FROM: Final = (
    Path(source.__file__),
    HERE / "words" / "language" / "aliases.csv",
    HERE.parent / "ontology" / "countries.csv",
)


def known(name: str, store: Store) -> NameIndex:
    """The names of the store that a person called `name`."""
    folder = folder_of(name)
    build = current(folder) if folder else None
    return _kept(build) if build else names(store)


def _kept(build: Path) -> NameIndex:
    """The names of one build, which never changes; written on first use, and anew when a newer migov reads them otherwise."""
    file = build.with_name(KEPT)
    with suppress(OSError, ValueError, TypeError):
        if file.stat().st_mtime >= _changed():
            return NameIndex.from_json(file.read_bytes())
    # Read from this very build: another may have become the current one since the store was opened.
    made = names(OxigraphStore.open(build))
    with suppress(InputError):  # a folder that cannot be written to
        write_whole(file, made.to_json().encode())
    return made


def _changed() -> float:
    """When that which makes the names was last changed or installed."""
    return max(path.stat().st_mtime for path in MADE_FROM)
