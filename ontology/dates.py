"""Dates at printed precision: the days that a year, a month or a day begins and ends on."""

from __future__ import annotations

from calendar import monthrange


def first_day(date: str) -> str:
    """The first day of a year, month or day: `2007-03` begins on `2007-03-01`."""
    return date + "-01-01"[len(date) - 10 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day of a year, month or day: `2007` ends on `2007-12-31`."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02d}"
    return date
