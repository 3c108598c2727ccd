"""Sums of money as the documents print them: `1,468,646`, `5,5 mln`, `1'068'110`, `€ 935'615`, `to be decided`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

SUM: Final = re.compile(r"(?:€ ?)?(?P<digits>\d[\d.,']*)(?P<millions> mln)?(?: \([^)]*\))?")
GROUPED: Final = re.compile(r"\d{1,3}(?:(?:,\d{3})*|(?:'\d{3})*)(?:\.\d{1,2})?|\d+")
USUAL: Final = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?")
SHARE: Final = re.compile(r"(?P<donor>[A-Z][A-Za-z ]*?) contribution = (?P<amount>[\d,']+)")
UNDECIDED: Final = "to be decided"


def amount(printed: str) -> str:
    """The number in plain digits; empty when none is stated. Raises `ValueError` for digits grouped in an unknown way."""
    if not printed or printed.casefold() == UNDECIDED:
        return ""
    match = SUM.fullmatch(printed)
    if not match:
        raise ValueError("no sum of money")
    digits = match["digits"]
    if match["millions"]:
        return format(Decimal(digits.replace(",", ".")) * 1_000_000, "f").partition(".")[0]
    if not GROUPED.fullmatch(digits):
        raise ValueError("digits grouped in an unknown way")
    return re.sub(r"[,']", "", digits)


def currency(printed: str, usual: str = "USD") -> str:
    """The currency printed with a sum, else the usual one of its column."""
    return "EUR" if "€" in printed else usual


def odd(printed: str) -> bool:
    """Whether the printed form says more than the number and deserves keeping."""
    return bool(printed) and not USUAL.fullmatch(printed)


def shares(printed: str) -> list[tuple[str, str]]:
    """Donor and amount of each part of a sum given by donor (`EU contribution = 360,000 ...`); none for a plain sum."""
    return [(match["donor"].strip(), match["amount"]) for match in SHARE.finditer(printed)]
