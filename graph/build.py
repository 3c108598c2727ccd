"""Building: rows are assembled, validated and derived in memory, then written as the current build of a store folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from migov.graph.assemble import Landscape, assemble
from migov.graph.builds import write
from migov.graph.model import Model
from migov.loaders.rows import Row


def build(rows: Sequence[Row], folder: Path, using: Model | None = None) -> Landscape:
    """Assembles the graph of these rows and makes it the current build of a store folder.

    Raises what `assemble` raises, before anything is written, and `StoreError` when the folder cannot be written.
    """
    landscape = assemble(rows, using)
    write(folder, landscape.store.quads())
    return landscape
