"""How a tie reads in words, from either of its ends; the words stand in `hops.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("hops.csv")


def words(kind: str, *, back: bool) -> str:
    """The words of a property; one that has none there, as a reader's own, is named as it is."""
    forth, backwards = readings().get(kind, (kind, f"{kind} (from)"))
    return backwards if back else forth


@cache
def readings() -> Mapping[str, tuple[str, str]]:
    """How each property reads from its source to its target, and back."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["property"]: (row["forth"], row["back"]) for row in csv.DictReader(file)}
