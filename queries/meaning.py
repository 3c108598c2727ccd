"""What a name means when it may be of any kind: an agency first, else the one thing that bears it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from migov.ontology.errors import NothingFound, QueryError
from migov.queries.names import NameIndex

THINGS: Final = (
    "agency",
    "case-study",
    "component",
    "country",
    "instrument",
    "principle",
    "project",
    "region",
    "theme",
)
"""The kinds of things that ties join and pictures show."""
GOVERNMENT: Final = "government"


def meant(known: NameIndex, name: str, kinds: Iterable[str]) -> str:
    """The id (`agency/iom`) of what a name or id means among these kinds.

    A name of an agency means the agency, but that of a country the country and not its government (`Moldova`); a name that is the
    very key of one thing (`C189`) means that one.
    Raises `QueryError` with the ids when several are meant, and `NothingFound` with the nearest names when none is.
    """
    allowed = set(kinds)
    kind, slash, key = name.partition("/")
    if slash and kind in allowed:
        return f"{kind}/{known.key(kind, key)}" if kind in known.forms else name
    if "country" in allowed and (land := governed(known, name)):
        return land
    nearest: list[str] = []
    for group in (sorted(allowed & {"agency"}), sorted(allowed - {"agency"})):
        found = []
        for kind in group:
            try:
                found.append(f"{kind}/{known.key(kind, name)}")
            except NothingFound as fault:
                nearest += fault.nearest
        exact = [id_ for id_ in found if id_.partition("/")[2] == name]
        found = exact if len(exact) == 1 else found
        if len(found) > 1:
            raise QueryError(f"“{name}” may mean {' or '.join(found)}; write one of these")
        if found:
            return found[0]
    raise NothingFound(name, tuple(dict.fromkeys(nearest))[:3])


def governed(known: NameIndex, name: str) -> str:
    """The country (`country/MDA`) whose name is also used for its government; empty where the name is none such."""
    try:
        body, land = known.key("agency", name), known.key("country", name)
    except (NothingFound, QueryError):
        return ""
    return f"country/{land}" if known.bodies.get(body) == GOVERNMENT and body != name else ""


def meanings(known: NameIndex, name: str, kinds: Iterable[str]) -> tuple[str, ...]:
    """All that a name means where several may be meant at once: a country and its government, else what `meant` says."""
    found = meant(known, name, kinds)
    both = "/" not in name and governed(known, name)
    return (found, f"agency/{known.key('agency', name)}") if both else (found,)
