"""Rows from items told in words: what an item says stands in the corrections, keyed by its position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_lowercase
from typing import Final

from migov.loaders.layouts.corrections import Corrections
from migov.loaders.rows import Row
from migov.ontology.errors import DocumentError

TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "roles": ("agency", "role", "themes", "what"),
    "collaborations": ("agencies", "relation", "status", "themes", "countries", "regions", "what", "start", "end"),
}


def rows_of(place: str, key: str, corrections: Corrections, document: str, lines: str) -> Iterator[Row]:
    """The rows of the item at a place: one a reading, none where a reading only says why (its note).

    A reading names its agency or agencies; `role` makes it a row of roles, `relation` one of collaborations.
    The id of an act ends with the item's key, and with a letter where the item speaks of several acts.
    """
    readings = corrections.readings(place)
    acts = [reading for reading in readings if reading["relation"]]
    letters = iter(ascii_lowercase if len(acts) > 1 else [""])
    for reading in readings:
        if bool(reading["role"]) == bool(reading["relation"]):
            if reading["role"] or not reading["note"]:
                raise DocumentError(f"{corrections.name}: the reading of “{place}” names no row, or two, and no reason")
            continue
        table = "roles" if reading["role"] else "collaborations"
        cells = {column: reading.get(column) or "" for column in TABLES[table]}
        if table == "roles":
            cells["agency"] = reading["agencies"]
        else:
            cells["id"] = f"{corrections.name}-{key}{next(letters)}"
        evidence = {
            "document": document,
            "lines": lines,
            "also": reading["also"],
            "certainty": reading["certainty"] or "stated",
            "note": reading["note"],
        }
        yield Row(table, {column: text for column, text in {**cells, **evidence}.items() if text})
