"""The words of a SPARQL query, with strings and comments told apart, so that a name in a string is no name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from migov.ontology.errors import QueryError

_ESCAPE: Final = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LOCAL: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
KINDS: Final = {
    "comment": r"#[^\n\r]*",
    "string": r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|"(?:[^"\\\n\r]|\\.)*"',
    "iri": rf"<(?:[^<>\"{{}}|^`\\\x00-\x20]|{_ESCAPE})*>",
    "variable": r"[?$]\w+",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "blank": r"_:\w(?:[\w.\-·]*[\w\-·])?",
    "name": rf"(?:[^\W\d_](?:[\w.\-·]*[\w\-·])?)?:(?:(?:[\w:]|{_LOCAL})(?:(?:[\w\-·:.]|{_LOCAL})*(?:[\w\-·:]|{_LOCAL}))?)?",
    "number": r"\d[\d.]*(?:[eE][+\-]?\d+)?",
    "word": r"[^\W\d]\w*",
    "space": r"\s+",
    "other": r".",
}
TOKEN: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query: its kind (of `KINDS`), its text, and the index of the character after it."""

    kind: str
    text: str
    end: int


def tokens(query: str) -> Iterator[Token]:
    """All words but blanks and comments. Raises `QueryError` for a string that nothing closes."""
    for match in TOKEN.finditer(query):
        kind = match.lastgroup or "other"
        if kind in ("space", "comment"):
            continue
        if kind == "other" and match[0] in "'\"":
            raise QueryError(f"the text that begins at {place(query, match.start())} is not closed by {match[0]}")
        yield Token(kind, match[0], match.end())


def place(query: str, index: int) -> str:
    """A place in a query for people: `line 2, column 12`."""
    return f"line {query.count(chr(10), 0, index) + 1}, column {index - query.rfind(chr(10), 0, index)}"
