"""Dates as the documents print them, to ISO at the printed precision: `01.12.06`, `3.07`, `End 05`, `to Sep 02`, `??`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
USUAL: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}|\d{4}")
NO_DATE: Final = re.compile(r"|\?+|\d+ (?:years?|months?)")
YEARS: Final = re.compile(r"(\d{4})[-–/](\d{2}|\d{4})")


def when(printed: str) -> str:
    """The date, empty when none is stated (a duration is none). Raises `ValueError` for anything unknown."""
    if NO_DATE.fullmatch(printed):
        return ""
    for pattern, read in _FORMS.items():
        if match := re.fullmatch(pattern, printed):
            return read(match)
    raise ValueError("no date")


def odd(printed: str) -> bool:
    """Whether the printed form says more or other than the date and deserves keeping."""
    return bool(printed) and (not USUAL.fullmatch(printed) or _month_first(printed))


def years(printed: str) -> tuple[str, str] | None:
    """First and last year of a span of years (`2007-09`, `2012/2014`), or None."""
    match = YEARS.fullmatch(printed)
    return (match[1], match[1][: 4 - len(match[2])] + match[2]) if match else None


def _year(printed: str) -> str:
    """A year in full; the documents know projects of 1992 and none of 2050."""
    if len(printed) == 4:
        return printed
    return ("19" if int(printed) >= 50 else "20") + printed


def _month_first(printed: str) -> bool:
    """One row prints 12.31.04 where all others put the day first."""
    day, _, rest = printed.partition(".")
    return bool(rest) and int(rest.partition(".")[0]) > 12 >= int(day)


def _day(match: re.Match[str]) -> str:
    day, month, year = match["day"], match["month"], match["year"]
    if _month_first(f"{day}.{month}"):
        day, month = month, day
    return date(int(_year(year)), int(month), int(day)).isoformat()


def _month(match: re.Match[str]) -> str:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    if not 1 <= number <= 12:
        raise ValueError("no month")
    return f"{_year(match['year'])}-{number:02}"


_DAY: Final = r"(?:By )?(?P<day>\d{1,2})([./])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d{2})"
_FORMS: Final[Mapping[str, Callable[[re.Match[str]], str]]] = {
    _DAY: _day,
    r"(?P<month>\d{1,2})\.(?P<year>\d{2})": _month,
    rf"(?:to )?(?P<month>{'|'.join(MONTHS)})[a-z]* (?P<year>\d{{4}}|\d{{2}})": _month,
    r"(?:End |Mid )?(?P<year>\d{4}|(?<= )\d{2})": lambda match: _year(match["year"]),
}
