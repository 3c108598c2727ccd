"""The annex of the 2013 note: technical cooperation projects under regions, each a heading in capitals and a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from migov.loaders.layouts import dates
from migov.loaders.layouts.cells import part, plain
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.layouts.entry import Entry
from migov.loaders.layouts.parties import parties, party
from migov.loaders.layouts.places import countries_in, regions_in, unplaced
from migov.loaders.layouts.themes import themes_in
from migov.loaders.rows import Row

DOCUMENT: Final = "note2013"
LAYOUT: Final = "annex"
FIRST: Final = "ILO - Technical Cooperation Projects"
LAST: Final = ""
TABLES: Final = ("projects",)

HEADING: Final = re.compile(r"(?P<title>[^a-z]+) \((?P<years>\d{4}[-/]\d{4})\)(?: PARTNERS?: (?P<partners>.+))?")
PARTNERS: Final = re.compile(r"PARTNERS?: (?P<names>.+)")
DONOR: Final = re.compile(r"(?:is (?:financed|funded) by|Supported by) (?:the )?(?P<name>[^.,]+)[.,]")


@dataclass
class Block:
    """One project: its lines, the region it stands under, its heading, its partners and its text."""

    first: int
    last: int
    region: str
    heading: re.Match[str]
    partners: str
    text: list[str] = field(default_factory=list)


def rows(lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
    """A project a heading in capitals that ends with its years."""
    for number, block in enumerate(_blocks(lines, *part(lines, FIRST, LAST)), start=1):
        yield _project(number, block, corrections)
    corrections.finish()


def _blocks(lines: Sequence[str], first: int, last: int) -> Iterator[Block]:
    region, block = "", None
    for number in range(first + 1, last + 1):
        line = plain(lines[number - 1])
        if heading := HEADING.fullmatch(line):
            if block:
                yield block
            block = Block(number, number, region, heading, heading["partners"] or "")
        elif regions_in(line) and not unplaced(line):
            region = line
        elif block and (match := PARTNERS.fullmatch(line)):
            block.partners, block.last = match["names"], number
        elif block and line:
            block.text.append(line)
            block.last = number
    if block:
        yield block


def _project(number: int, block: Block, corrections: Corrections) -> Row:
    title, text = block.heading["title"], " ".join([block.heading["title"], *block.text])
    entry = Entry(str(number), corrections)
    entry.cells["project"] = f"{DOCUMENT}-{LAYOUT}-{number:02}"
    entry.cells["title"] = title
    entry.found("symbols", "")  # the list prints none; short names of the text are corrections
    entry.cells["units"] = "ilo"  # the list is headed as technical cooperation of the ILO and names no unit
    donor = DONOR.search(text)
    entry.read("donors", donor["name"] if donor else "", _donor)
    entry.read("partners", block.partners, parties)
    entry.found("countries", countries_in(text))
    entry.found("regions", regions_in(f"{block.region}. {text}"))
    entry.cells["start"], entry.cells["end"] = dates.years(block.heading["years"]) or ("", "")
    if "/" in block.heading["years"]:
        entry.keep("start", block.heading["years"])
    entry.found("themes", themes_in(title))
    return entry.row("projects", DOCUMENT, block.first, block.last)


def _donor(printed: str) -> str:
    if not printed:
        raise ValueError("no donor is named")
    return party(printed)
