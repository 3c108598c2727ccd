"""Builds on disk: a new folder beside the old, and one line swapped when it is whole.

A store folder holds `builds/0001`, `builds/0002` ... and the file `current` that names one of them. Readers open the build
that `current` names, read-only; a build that fails leaves nothing behind. The last two builds stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from migov.graph.store import OxigraphStore
from migov.ontology.errors import StoreError

KEPT: Final = 2


def current(folder: Path) -> Path | None:
    """The store of the current build, or None when nothing was built there."""
    try:
        name = (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return folder / "builds" / name / "store"


def open_current(folder: Path) -> OxigraphStore:
    """Opens the current build for reading. Raises `StoreError` when there is none."""
    store = current(folder)
    if store is None:
        raise StoreError(f"{folder} holds no build")
    return OxigraphStore.open(store)


def write(folder: Path, quads: Iterable[Quad]) -> None:
    """Writes a new build and makes it the current one. Raises `StoreError`; the last good build stays then."""
    made = _next(folder)
    try:
        OxigraphStore.create(made / "store", quads)
        _swap(folder, made.name)
    except BaseException:
        _remove(made)
        raise
    _tidy(folder)


def _next(folder: Path) -> Path:
    """A new build folder; two builders at once get two folders."""
    builds = folder / "builds"
    try:
        builds.mkdir(parents=True, exist_ok=True)
        number = max((int(p.name) for p in builds.iterdir() if p.name.isdigit()), default=0)
        while True:
            number += 1
            made = builds / f"{number:04d}"
            try:
                made.mkdir()
            except FileExistsError:
                continue
            return made
    except OSError as fault:
        raise StoreError(f"{folder} cannot be written: {fault.strerror}") from fault


def _swap(folder: Path, name: str) -> None:
    new = folder / f"current.{name}"
    new.write_text(name + "\n", encoding="utf-8")
    new.replace(folder / "current")


def _tidy(folder: Path) -> None:
    """Removes all but the last builds; the current one is among them unless a slower, older build was swapped in last."""
    keep = (folder / "current").read_text(encoding="utf-8").strip()
    builds = sorted((p for p in (folder / "builds").iterdir() if p.name.isdigit()), key=lambda p: int(p.name))
    for old in builds[:-KEPT]:
        if old.name != keep:
            _remove(old)


def _remove(build: Path) -> None:
    import shutil  # noqa: PLC0415 - no reader waits for it

    shutil.rmtree(build, ignore_errors=True)
