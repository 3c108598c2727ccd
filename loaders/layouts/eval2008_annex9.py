"""Annex 9 of the 2008 evaluation: the list of projects, one table of a hundred rows over many pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from migov.loaders.layouts import dates, money
from migov.loaders.layouts.cells import Record, part, records
from migov.loaders.layouts.corrections import Corrections
from migov.loaders.layouts.entry import Entry
from migov.loaders.layouts.parties import beside_units, parties, party, units_in
from migov.loaders.layouts.places import countries_in, regions_in, unplaced
from migov.loaders.layouts.themes import themes_in
from migov.loaders.rows import Row

DOCUMENT: Final = "eval2008"
LAYOUT: Final = "annex9"
FIRST: Final = "Annex 9:"
LAST: Final = "Annex 10:"
TABLES: Final = ("projects", "contributions")

HEADER: Final = "Technical and Admin Unit"
SYMBOL: Final = re.compile(r"[A-Z]{3}/\w+/\w+/\w+")
BASED: Final = re.compile(r"based (?:in|at ILO) (?P<town>\w+)")
PARTNERS: Final = re.compile(r"\(with (?P<names>[^)]+)\)")
# What the unit cells say besides the units; anything else is refused.
UNIT_WORDS: Final = frozenset(
    ("and", "backstopped", "backstopping", "cooperation", "core", "direct", "support", "technical", "with")
)
PLACE_WORDS: Final = frozenset({"and", "of", "the"})
# One title runs into a remark of the administration that ends with the name of a member of staff.
STAFF: Final = re.compile(r" Decentralized project:.*")


def rows(lines: Sequence[str], corrections: Corrections) -> Iterator[Row]:
    """A project a printed row, and a contribution for each share of a budget that is given by donor."""
    first, last = part(lines, FIRST, LAST)
    for number, record in enumerate(records(lines, first, last, HEADER), start=1):
        yield from _project(number, record, corrections)
    corrections.finish()


def _project(number: int, record: Record, corrections: Corrections) -> Iterator[Row]:
    unit, country, donor, symbol, title, budget, start, end = (record.text(column) for column in range(8))
    project = f"{DOCUMENT}-{LAYOUT}-{number:03}"
    entry = Entry(str(number), corrections)
    entry.cells["project"] = project
    entry.cells["title"] = title = STAFF.sub("", title)
    entry.read("symbols", symbol, _symbols)
    entry.read("donors", donor, _donors)
    entry.read("units", unit, _units)
    entry.read("partners", unit, _partners)
    entry.read("countries", country, _countries)
    entry.read("regions", country, regions_in)
    if town := BASED.search(unit):
        entry.cells["based_in"] = town["town"]
    shares = money.shares(budget)
    if money.odd(budget):
        entry.keep("budget", budget)
    if entry.read("budget", "" if shares else budget, money.amount):
        entry.cells["currency"] = money.currency(budget)
    for column, printed in (("start", start), ("end", end)):
        if dates.odd(printed):
            entry.keep(column, printed)
        entry.read("end" if printed.startswith("By ") else column, printed, dates.when)
    entry.found("themes", themes_in(title))
    yield entry.row("projects", DOCUMENT, record.first, record.last)
    for name, amount in shares:
        share = Entry(str(number), corrections)
        share.cells["project"] = project
        share.read("donor", name, party)
        share.read("amount", amount, money.amount)
        share.cells["currency"] = money.currency(amount)
        yield share.row("contributions", DOCUMENT, record.first, record.last)


def _symbols(printed: str) -> str:
    found: list[str] = SYMBOL.findall(printed)
    if bool(found) != bool(printed):
        raise ValueError("no symbol")
    return ";".join(found)


def _donors(printed: str) -> str:
    return party(printed) if printed else ""


def _units(printed: str) -> str:
    """The units; refuses words that are neither a unit, nor a known remark, nor in brackets."""
    outside = re.sub(r"\([^)]*\)|CTA (?:was )?based in \w+", "", printed)
    if unknown := set(beside_units(outside).split()) - UNIT_WORDS:
        raise ValueError(f"unknown words: {', '.join(sorted(unknown))}")
    return units_in(outside)


def _partners(printed: str) -> str:
    match = PARTNERS.search(printed)
    return parties(match["names"]) if match else ""


def _countries(printed: str) -> str:
    """The countries; refuses words that name neither country nor region."""
    if unknown := set(unplaced(printed).split()) - PLACE_WORDS:
        raise ValueError(f"unknown words: {', '.join(sorted(unknown))}")
    return countries_in(printed)
