"""Printed dates - a year, a month, a day, or two of them as in `2005/2007` - as first and last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from migov.ontology.dates import first_day, last_day
from migov.queries.scope import DATE


def days(printed: str) -> tuple[date, date] | None:
    """The first and the last day of what is printed; None for what is no date."""
    parts = printed.strip().split("/")
    if len(parts) > 2 or not all(DATE.fullmatch(part) for part in parts):
        return None
    try:
        return date.fromisoformat(first_day(parts[0])), date.fromisoformat(last_day(parts[-1]))
    except ValueError:
        return None


def reach(printed: Iterable[str]) -> tuple[date, date] | None:
    """First and last day of all that a column prints; two-year periods such as `2008-09`, if all are such, are no months."""
    texts = set(printed)
    if texts and all(_biennium(text) for text in texts):
        return date(min(int(text[:4]) for text in texts), 1, 1), date(max(int(text[:4]) for text in texts) + 1, 12, 31)
    found = [span for text in texts if (span := days(text))]
    if not found or len(found) < len(texts):
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def _biennium(text: str) -> bool:
    return len(text) == 7 and days(text) is not None and int(text[5:]) == (int(text[:4]) + 1) % 100


def years(low: date, high: date) -> str:
    """A range of years in words."""
    return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
