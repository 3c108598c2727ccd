"""Times and counts in a sentence: “since 2005”, “between 2004 and 2007”, “as of 2010”, “at least three”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from migov.queries.words.lexicon import table

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NUMBERS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
MONTH: Final = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
DATES: Final = re.compile(
    rf"\b(?:(?:(?:\d{{1,2}}\s+)?(?:{MONTH})\.?,?\s+)?(?:19|20)\d\d(?:[-/]\d\d(?!\d))?(?:-\d\d(?!\d))?|(?:19|20)\d0s)(?!\w)",
    re.IGNORECASE,
)
TIMES: Final[Mapping[str, int]] = {"million": 10**6, "thousand": 10**3, "billion": 10**9, "m": 10**6, "k": 10**3}
MARK, FILL = "\x02", "\x03"
"""Stand for a date in the text, so that the patterns of `times.csv` stay short."""
AMOUNT: Final = 1000
"""From here on numbers are amounts of money: “more than 1 million” is bounded by the million itself."""
FIRST_YEARS, LAST_YEARS = 1900, 2099


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of time: from, to and as-of as printed in ISO 8601, and where in the text it is said."""

    bounds: Mapping[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it may be called among the parameters of a question (`least`)."""

    names: tuple[str, ...]
    value: int
    start: int
    end: int


def slices(text: str, free: Mapping[int, int]) -> tuple[Slice, ...]:
    """The times in a text, where they do not touch the spans (start to end) that names hold already."""
    dates = {match.start(): match[0] for match in DATES.finditer(text)}
    masked = DATES.sub(lambda match: MARK + FILL * (len(match[0]) - 1), text)
    found: list[Slice] = []
    for pattern, bounds in _times() if dates else ():
        for match in pattern.finditer(masked):
            touches = any(match.start() < end and start < match.end() for start, end in free.items())
            if touches or any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            read = sorted(_iso(dates[match.start(n)]) for n in range(1, len(match.groups()) + 1))
            found.append(Slice({name: _bound(how, name, read) for name, how in bounds.items() if how}, *match.span()))
    return tuple(sorted(found, key=lambda slice_: slice_.start))


def counts(text: str) -> tuple[Count, ...]:
    """The counts in a text that bound an answer."""
    found: list[Count] = []
    for row in table("numbers") if any(as_number(word) for word in re.findall(r"\d+|[a-z]+", text.lower())) else ():
        number = rf"(\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{'|'.join(NUMBERS)})(?:\s?({'|'.join(TIMES)})\b)?"
        for match in re.finditer(rf"\b{row['pattern'].replace('N', number)}\b", text, re.IGNORECASE):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                said = match[1].lower().replace(",", "")
                value = int(said) if said.isdigit() else NUMBERS.index(said)
                value *= TIMES[match[2].lower()] if match[2] else 1
                if not FIRST_YEARS <= value <= LAST_YEARS:
                    add = int(row["add"]) if value < AMOUNT else 0
                    found.append(Count(tuple(row["params"].split(";")), value + add, *match.span()))
    return tuple(found)


def as_number(word: str) -> str:
    """The digits of a number written in digits or words up to twenty; empty for any other word."""
    return word if word.isdigit() else str(NUMBERS.index(word)) if word in NUMBERS else ""


def as_place(word: str) -> str:
    """The digits of an ordinal in words or as `10th`; empty for any other word."""
    if word in ORDINALS:
        return str(ORDINALS.index(word) + 1)
    return word[:-2] if word[:-2].isdigit() and word.endswith(("st", "nd", "rd", "th")) else ""


@cache
def _times() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple(
        (
            re.compile(
                rf"(?<![\w{FILL}]){row['pattern'].replace('Y', f'({MARK}){FILL}*')}(?![\w{FILL}])", re.IGNORECASE
            ),
            {name: row[name] for name in ("from", "to", "as-of")},
        )
        for row in table("times")
    )


def _bound(how: str, name: str, dates: list[tuple[str, str]]) -> str:
    """One bound: `1` is the first date, `1+` the year after it, `1-` the year before."""
    first, last = dates[int(how[0]) - 1]
    if how.endswith("+"):
        return str(int(last[:4]) + 1)
    if how.endswith("-"):
        return str(int(first[:4]) - 1)
    return first if name == "from" else last


def _iso(said: str) -> tuple[str, str]:
    """First and last date of what is written: a day, a month, a year, a biennium (2006-07) or a decade (the 1990s)."""
    said = said.lower()
    if said.endswith("0s"):
        decade = re.sub(r"\D", "", said)
        return decade, str(int(decade) + 9)
    year = re.search(r"(?:19|20)\d\d", said)
    assert year is not None
    if (month := re.search(MONTH, said)) is not None:
        number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month[0][:3]))
        day = re.match(r"\d{1,2}(?=\s)", said)
        date = f"{year[0]}-{number:02}" + (f"-{int(day[0]):02}" if day else "")
        return date, date
    span = re.fullmatch(r"(\d{4})[-/](\d\d)", said)
    if span and (int(span[2]) > int(span[1][2:]) or int(span[2]) > 12):
        return span[1], span[1][:2] + span[2]
    return said.replace("/", "-"), said.replace("/", "-")
