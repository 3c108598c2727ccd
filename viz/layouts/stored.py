"""Layouts that are kept beside a store, so that the next picture of a view shows things where they were.

A layout is a file `layouts/VIEW-HASH.json` in the store folder, one for each view with its names and options. A folder
that cannot be written keeps none; a file that cannot be read counts as none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from migov.graph.network import Network
from migov.ontology.namespaces import hashed
from migov.viz.layouts.positions import positions
from migov.viz.style import nodes_of

FOLDER: Final = "layouts"
VERSION: Final = "layout 2"
"""Another one when layouts are computed otherwise: a picture is not held to places that are no longer given."""


def placed(network: Network, store: Path | None, view: str, options: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The places of a picture, from the one that was drawn last where there is one; they are kept for the next."""
    if store is None:
        return positions(network)
    file = _file(store, view, options)
    stands: dict[str, list[float | str]] = {
        name: [node.layer, node.group.partition(":")[0]] for name, node in nodes_of(network).items()
    }
    found = positions(network, start=_read(file, stands))
    _keep(file, {name: [*place, *stands[name]] for name, place in found.items()})
    return found


def forget(store: Path, view: str, options: Sequence[str]) -> None:
    """Lets the next picture be laid out anew."""
    with suppress(OSError):
        _file(store, view, options).unlink(missing_ok=True)


def _file(store: Path, view: str, options: Sequence[str]) -> Path:
    return store / FOLDER / f"{view}-{hashed(VERSION, *options)[:8]}.json"


def _read(file: Path, stands: Mapping[str, list[float | str]]) -> dict[str, tuple[float, float]]:
    """The places of what still stands in the same column and under the same heading."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        return {
            str(name): (float(x), float(y)) for name, (x, y, *where) in said.items() if stands.get(name, where) == where
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(file: Path, found: Mapping[str, Sequence[float | str]]) -> None:
    text = json.dumps(found, sort_keys=True, indent=0)
    made = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        made.write_text(text + "\n", encoding="utf-8")
        made.replace(file)
