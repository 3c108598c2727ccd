"""Miniatures of the printed parts: invented content, the documents' layout."""

from collections.abc import Callable
from pathlib import Path

import pytest

from migov.loaders.layouts.corrections import Corrections

DATA = Path(__file__).parents[2] / "data" / "layouts"


@pytest.fixture
def lines() -> Callable[[str], list[str]]:
    """The lines of a miniature."""
    return lambda name: (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")


@pytest.fixture
def cells() -> Callable[..., Corrections]:
    """Corrections of cells, given as (place, column, printed, value)."""
    columns = ("place", "column", "printed", "value")
    return lambda *rows: Corrections("mini", [dict(zip(columns, row, strict=True), note="") for row in rows])


@pytest.fixture
def readings() -> Callable[..., Corrections]:
    """Readings of items, given as (place, agencies, role, relation, what, note)."""
    columns = ("place", "agencies", "role", "relation", "what", "note")
    empty = {"certainty": "", "also": ""}
    return lambda *rows: Corrections("mini", [dict(zip(columns, row, strict=True), **empty) for row in rows])
