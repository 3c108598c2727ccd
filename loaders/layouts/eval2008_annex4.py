"""Annex 4 of the 2008 evaluation: eleven projects, each a heading with its facts in brackets and a list of objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from migov.loaders.layouts import dates
from migov.loaders.layouts.cells import part, plain
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.layouts.entry import Entry
from migov.loaders.layouts.parties import parties, party
from migov.loaders.layouts.places import countries_in, regions_in
from migov.loaders.layouts.themes import themes_in
from migov.loaders.rows import Row

DOCUMENT: Final = "eval2008"
LAYOUT: Final = "annex4"
FIRST: Final = "Annex 4:"
LAST: Final = "Annex 5:"
TABLES: Final = ("projects",)

HEADING: Final = re.compile(r"(?P<number>\d+)\) (?P<donor>.+?)-funded [Pp]roject: (?P<title>.+?)[.:]?")
BRACKETS: Final = re.compile(r"(?P<before>.+?) \((?P<inside>[^()]+)\)")
BASED: Final = re.compile(r"based in (?P<town>\w+)(?: and implemented with (?P<partners>.+))?")


def rows(lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
    """A project a heading; it stands from its heading to the line before the next."""
    first, last = part(lines, FIRST, LAST)
    starts = [n for n in range(first, last + 1) if HEADING.fullmatch(plain(lines[n - 1]))]
    for start, following in zip(starts, [*starts[1:], last + 1], strict=True):
        end = max(n for n in range(start, following) if lines[n - 1].strip())
        yield _project(lines, start, end, corrections)
    corrections.finish()


def _project(lines: Sequence[str], first: int, last: int, corrections: Corrections) -> Row:
    heading = HEADING.fullmatch(plain(lines[first - 1]))
    assert heading, "the caller found it"
    entry = Entry(heading["number"], corrections)
    entry.cells["project"] = f"{DOCUMENT}-{LAYOUT}-{int(heading['number']):02}"
    partners = ""
    title = heading["title"].strip()
    while match := BRACKETS.fullmatch(title):
        inside = match["inside"]
        if years := dates.years(inside):
            entry.cells["start"], entry.cells["end"] = years
        elif inside == "terminated":
            entry.cells["stage"] = inside
        elif based := BASED.fullmatch(inside):
            entry.cells["based_in"] = based["town"]
            partners = based["partners"] or ""
        else:
            break
        title = match["before"]
    entry.cells["title"] = title
    entry.cells["units"] = "ilo"  # the list is headed as technical cooperation of the ILO and names no unit
    entry.read("donors", heading["donor"], party)
    entry.read("partners", partners, parties)
    entry.found("countries", countries_in(title))
    entry.found("regions", regions_in(title))
    entry.found("themes", themes_in(title))
    return entry.row("projects", DOCUMENT, first, last)
