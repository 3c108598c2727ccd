"""The kinds of value a cell may hold: how each is cleaned, and what is said when it cannot be.

Cleaning gives one text for one value (`1.50` and `1.5` are one number), so that equal claims are equal bytes.
References (entity, concept, country) are taken as they stand; whether they exist is the shapes' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

import pycountry

DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
LINES: Final = re.compile(r"(\d+)(?:-(\d+))?")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class BadValue(ValueError):
    """A cell that its column's type does not allow; the message says why, `remedy` what to write instead."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(fault)
        self.remedy = remedy


def text(raw: str) -> str:
    """Trimmed text in Unicode normal form C with plain line ends."""
    value = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if CONTROL.search(value):
        raise BadValue("holds a control character", "delete the invisible character")
    return value


def identifier(raw: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", raw):
        raise BadValue("is no id", "use letters, digits, dots and hyphens only")
    return raw


def decimal(raw: str) -> str:
    if not re.fullmatch(r"-?\d+(\.\d+)?", raw):
        raise BadValue("is no number", "write digits with a point for decimals, as in 1468646 or 16399.42")
    value = format(Decimal(raw), "f")
    if "." in value:
        value = value.rstrip("0").rstrip(".")
    return "0" if value == "-0" else value


def integer(raw: str) -> str:
    if not re.fullmatch(r"-?\d+", raw):
        raise BadValue("is no whole number", "write digits only")
    return str(int(raw))


def currency(raw: str) -> str:
    if pycountry.currencies.get(alpha_3=raw) is None:
        raise BadValue("is no ISO 4217 currency code", "write USD, EUR, CHF ...")
    return raw


def when(raw: str) -> str:
    match = DATE.fullmatch(raw)
    if not match:
        raise BadValue("is no date", "write 2006, 2006-11 or 2006-11-14")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise BadValue("is no date of the calendar", "write 2006, 2006-11 or 2006-11-14") from None
    return raw


def span(raw: str) -> str:
    first, slash, last = raw.partition("/")
    when(first)
    if slash:
        when(last)
        if first[: min(len(first), len(last))] > last[: min(len(first), len(last))]:
            raise BadValue("ends before it starts", "write the earlier date first, as in 2006/2007")
    return raw


def lines(raw: str) -> str:
    match = LINES.fullmatch(raw)
    if not match or not int(match[1]) or int(match[2] or match[1]) < int(match[1]):
        raise BadValue("is no line or range of lines", "write 955 or 955-957")
    first, last = int(match[1]), int(match[2] or match[1])
    return str(first) if first == last else f"{first}-{last}"


def place(raw: str) -> str:
    document, colon, where = raw.rpartition(":")
    if not colon or not document:
        raise BadValue("is no place", "write document:lines, as in poa2008:41")
    return f"{document}:{lines(where)}"


def thing(raw: str) -> str:
    segment, slash, key = raw.partition("/")
    if not (segment and slash and key):
        raise BadValue("names no thing", "write kind/id, as in agency/iom or theme/trafficking")
    return raw


_CLEAN: Final[Mapping[str, Callable[[str], str]]] = {
    "id": identifier,
    "decimal": decimal,
    "integer": integer,
    "currency": currency,
    "date": when,
    "from": when,
    "to": when,
    "span": span,
    "lines": lines,
    "places": place,
    "thing": thing,
}


@cache
def clean(type_: str, raw: str) -> str:
    """The one text of a value. Raises `BadValue`. The cache holds the few thousand distinct values of a landscape."""
    value = text(raw)
    return _CLEAN[type_](value) if type_ in _CLEAN else value


def line_range(cleaned: str) -> tuple[int, int]:
    """First and last line of a cleaned `lines` value."""
    first, _, last = cleaned.partition("-")
    return int(first), int(last or first)
