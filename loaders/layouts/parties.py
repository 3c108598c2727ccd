"""Printed names of bodies, resolved through the agencies that ship: every printed form is an alias there."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from migov.loaders.csvfile import read_csv
from migov.loaders.declaration import declaration
from migov.loaders.layouts.phrases import Phrases
from migov.loaders.tables import SHIPPED
from migov.ontology.folding import fold

IN_BRACKETS: Final = re.compile(r"(?P<name>.+?) ?\((?P<acronym>[^()]+)\)")
BETWEEN: Final = re.compile(r", | (?:AND|and) (?:(?:THE|the) )?")


def party(name: str) -> str:
    """The id of one body. Raises `ValueError` when no agency, or more than one, goes by the name.

    `Full Name (ACRONYM)` is known by the whole, by the name or by the acronym.
    """
    forms = [name]
    if match := IN_BRACKETS.fullmatch(name):
        forms += [match["name"], match["acronym"]]
    for form in forms:
        if found := _known(form):
            return found
    raise ValueError(f"no agency, or more than one, is called “{name}”")


def parties(names: str) -> str:
    """The ids of the bodies of a printed list, as a cell of several values. Raises `ValueError`."""
    if not names:
        return ""
    return _known(names) or ";".join(map(party, BETWEEN.split(names)))


def units_in(text: str) -> str:
    """The ILO units named in a text, as a cell of several values."""
    return ";".join(_units().find(text))


def beside_units(text: str) -> str:
    """The words (folded) of a text that name no ILO unit."""
    return _units().rest(text)


def _known(form: str) -> str:
    ids = _ids().get(fold(form), frozenset())
    return next(iter(ids)) if len(ids) == 1 else ""


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    """Id, kind and form of every name that ships; one row of an agency says its kind for all."""
    rows = list(read_csv(SHIPPED / "agencies.csv", declaration().tables["agencies"]))
    kinds = {row["agency"]: row["kind"] for row in rows if row["kind"]}
    return tuple(
        (row["agency"], kinds.get(row["agency"], ""), form)
        for row in rows
        for form in (row["acronym"], row["name"], *row.many("aliases"))
        if form
    )


@cache
def _ids() -> dict[str, frozenset[str]]:
    ids: dict[str, frozenset[str]] = {}
    for agency, _, form in _names():
        ids[fold(form)] = ids.get(fold(form), frozenset()) | {agency}
    return ids


@cache
def _units() -> Phrases[str]:
    return Phrases({form: agency for agency, kind, form in _names() if kind == "ilo-unit"})
