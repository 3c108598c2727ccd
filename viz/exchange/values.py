"""Attribute values that every format can hold: what is odd is made plain here, once, so that no writer has to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import isinf, isnan
from numbers import Integral, Real
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | float | bool | tuple[str, ...]"

# Neither XML 1.0 nor UTF-8 can hold these, and most CSV readers stop at the first.
ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
EXACT: Final = 2**53  # above it a reader that counts in doubles changes the number
SEPARATOR: Final = "; "


def clean(text: str) -> str:
    """The text with `\\n` for every line end and U+FFFD for each character that no file may hold."""
    return ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def value(thing: object) -> Value | None:
    """Anything as a value; None for what says nothing: None, empty text, an empty list, not-a-number."""
    if thing is None or isinstance(thing, bool):
        return thing
    if isinstance(thing, Integral):
        return int(thing) if abs(int(thing)) <= EXACT else str(int(thing))
    if isinstance(thing, Real):
        number = float(thing)
        return None if isnan(number) else str(number) if isinf(number) else number
    if isinstance(thing, Mapping):
        return tuple(f"{text(key)}: {text(part)}" for key, part in thing.items()) or None
    if isinstance(thing, Iterable) and not isinstance(thing, str | bytes):
        parts = [part for part in map(text, thing) if part]
        return tuple(sorted(parts) if isinstance(thing, set | frozenset) else parts) or None
    return clean(str(thing)) or None


def text(thing: object) -> str:
    """Anything as text: lists joined by a semicolon, truth as `true` and `false`; empty for what says nothing."""
    found = value(thing)
    if found is None:
        return ""
    if isinstance(found, tuple):
        return SEPARATOR.join(found)
    return str(found).lower() if isinstance(found, bool) else str(found)


def unique(names: Iterable[str]) -> list[str]:
    """The names in their order; one that came before gets a number behind it."""
    taken: set[str] = set()
    found = []
    for name in names:
        free, number = name, 2
        while free in taken:
            free, number = f"{name}~{number}", number + 1
        taken.add(free)
        found.append(free)
    return found
