"""The header of a question: lines `#+ key: value`, each a text, a list `[a, b]` or a mapping `{a: b}`.

That is the plain part of YAML, so that grlc reads it too; a text with marks of YAML stands in double quotes. What YAML would
read otherwise is refused. YAML's own reader takes as long as several answers.
"""

from __future__ import annotations

import re
from typing import Any, Final

from migov.ontology.errors import DeclarationError

BEGINS: Final = "#+ "
QUOTED: Final = r'"[^"\\]*"'
FIRST: Final = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
LINE: Final = re.compile(r"([\w-]+): +(\S.*)")
TEXT: Final = re.compile(rf"{QUOTED}|{FIRST}(?:[^:#]|:(?=\S)|(?<=\S)#)*")
WITHIN: Final = rf"({QUOTED}|{FIRST}(?:[^:#,\[\]{{}}]|:(?=[^\s,\[\]{{}}])|(?<=\S)#)*)"
ITEM: Final = re.compile(rf" *{WITHIN}(?:,|$)")
PAIR: Final = re.compile(rf" *([\w-]+): +{WITHIN}(?:,|$)")


def header(text: str, name: str) -> dict[str, Any]:
    """The header of a query by key. Raises `DeclarationError`, with the `name` of the file, for a line it cannot read."""
    found = {}
    for line in text.splitlines():
        if line.startswith(BEGINS):
            said = LINE.fullmatch(line.removeprefix(BEGINS).rstrip())
            try:
                if said is None:
                    raise ValueError
                found[said[1]] = _value(said[2])
            except ValueError as fault:
                raise DeclarationError(
                    f"{name}: cannot read “{line}”; write #+ key: text, [a, b] or {{a: b}}, "
                    "with double quotes around a text that has marks of its own"
                ) from fault
    return found


def _value(said: str) -> object:
    match said[0], said[-1]:
        case "[", "]":
            return [_plain(item[1]) for item in _parts(ITEM, said[1:-1])]
        case "{", "}":
            return {item[1]: _plain(item[2]) for item in _parts(PAIR, said[1:-1])}
    if not TEXT.fullmatch(said):
        raise ValueError
    return _plain(said)


def _parts(pattern: re.Pattern[str], said: str) -> list[re.Match[str]]:
    """All parts of a list or mapping, nothing left between them."""
    found, at, said = [], 0, said.rstrip()
    while at < len(said):
        part = pattern.match(said, at)
        if part is None:
            raise ValueError
        found.append(part)
        at = part.end()
    return found


def _plain(said: str) -> str:
    return said[1:-1] if said.startswith('"') else said.rstrip()
