"""What may be meant where a reading finds nothing: near readings that find something, instead of a bare “not recorded”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal

from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.ontology.folding import fold
from migov.queries.questions import Question
from migov.queries.words.filling import OWN
from migov.queries.words.lexicon import lexicon
from migov.queries.words.understanding import Reading, Understanding
from migov.queries.words.wording import WORDS

SEEKING: Final = ("who-says", "project-details", "figures", "disagreements")
"""The questions that look for a text in all that is said, in projects, in figures, and in what does not agree."""
MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A reading and the number of rows that answer it."""

    reading: Reading
    rows: int


def nearby(store: Store, read: Understanding, questions: Mapping[str, Question]) -> tuple[Found, ...]:
    """Readings that find something, the likeliest first; to be asked only where the one chosen finds nothing.

    They keep all that the chosen one was narrowed by, but the body whose documents these are. A name that nobody knows
    may be part of a title or of what is said, so it is looked for as a text; of anything else that was declined nothing
    is near.
    """
    found: list[Found] = []
    held = {value for values in read.values.values() for value in values} - {OWN}
    near = (other for other in read.others if held and held <= {v for values in other.values.values() for v in values})
    for reading, text in (*((other, "") for other in near), *_seeking(read, questions)):
        if len(found) < MOST and (rows := _rows(store, reading, text)):
            found.append(Found(reading, rows))
    return tuple(found)


def _seeking(read: Understanding, questions: Mapping[str, Question]) -> Iterator[tuple[Reading, str]]:
    """The questions that look for each text of a sentence, with that text."""
    names = (name for name in read.unknown if name in read.text and name[0].isupper() and not _ordinary(name))
    for text in (*read.values.get(WORDS, ()), *names):
        for name in SEEKING:
            if name in questions and (read.question is None or name != read.question.name):
                yield Reading(questions[name], {WORDS: (text,)}, ""), text


def _ordinary(name: str) -> bool:
    """Whether a name is but a word that many names hold, as “Council” is."""
    return fold(name) in lexicon().words["organisation"] | lexicon().words["ordinary"] | lexicon().words["work"]


def _rows(store: Store, reading: Reading, text: str) -> int:
    """The rows that answer a reading; with a text, those that show it as whole words: “NATO” is not in “signatory”."""
    try:
        rows = store.select(reading.question.bind(reading.values)).rows
    except QueryError:  # a reading that lacks what its question needs
        return 0
    whole = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    shown = (term for row in rows for term in row if isinstance(term, Literal))
    return len(rows) if not text or any(whole.search(term.value) for term in shown) else 0
