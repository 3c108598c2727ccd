"""The matcher that ships, worked out beforehand: `language/model.json`, made by `bench/learn_asking.py`.

It is made of the catalogue, of the files of `language/` and of the names of the landscape; `digest` tells whether the
first two have changed since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Final, TypedDict

from migov.queries import questions
from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.asked import Asked, tokens
from migov.queries.words.lexicon import FOLDER, table
from migov.queries.words.matching import Matcher, matcher_of, own_words
from migov.queries.words.postings import Postings, shortened
from migov.queries.words.sentences import take_apart
from migov.queries.words.trained import Trained, letters

FILE: Final = FOLDER / "model.json"
Way = tuple[str, frozenset[str], float]
"""A way of asking: the question, the tokens, and what it weighs."""


def matcher(catalogue: Mapping[str, Question]) -> Matcher:
    """The matcher of a catalogue: the one that ships where it is of the same questions, else one made of their words."""
    held = shipped()
    if held["asked"][1].keys() != set(catalogue):
        return matcher_of(catalogue, told(catalogue, NameIndex({})))
    says, lines, (counts, ways) = held["says"], held["lines"], held["asked"]
    asked = Asked(Postings(counts, list(ways)), ways)
    return Matcher(catalogue, Postings(says, list(ways)), Postings(lines), asked, Trained(*held["trained"]))


class Shipped(TypedDict):
    """What the file holds: the digest of what it was made of, and the postings of `Matcher`."""

    of: str
    says: dict[str, str]
    lines: dict[str, str]
    asked: tuple[dict[str, str], dict[str, float]]
    trained: tuple[list[str], float, dict[str, str]]


@cache
def shipped() -> Shipped:
    """The file as it stands."""
    found: Shipped = json.loads(FILE.read_bytes())
    return found


def made(catalogue: Mapping[str, Question], known: NameIndex) -> Matcher:
    """The matcher of a catalogue that has learned from the ways of asking that ship."""
    return matcher_of(catalogue, [*learned_from(known), *told(catalogue, known)])


def learned_from(known: NameIndex) -> list[Way]:
    """The ways of asking that ship."""
    return [_way(row["question"], row["text"], 1.0, known) for row in table("asked")]


def told(catalogue: Mapping[str, Question], known: NameIndex) -> list[Way]:
    """What the catalogue says of its questions, as ways of asking them."""
    return [_way(name, line, weight, known) for name, q in catalogue.items() for line, weight in own_words(q)]


def _way(name: str, text: str, weight: float, known: NameIndex) -> Way:
    return name, tokens(take_apart(text, known), known.bodies), weight


def spelt(catalogue: Mapping[str, Question], known: NameIndex) -> list[Way]:
    """All that `Trained` learns from: ways of asking and the catalogue's own words, with their runs of letters."""
    rows = [(row["question"], row["text"], 1.0) for row in table("asked")]
    rows += [(name, line, weight) for name, question in catalogue.items() for line, weight in own_words(question)]
    found = []
    for name, text, weight in rows:
        said = take_apart(text, known)
        found.append((name, tokens(said, known.bodies) | frozenset(letters(said)), weight))
    return found


def written(made_: Matcher, trained: Trained) -> str:
    """A matcher, and what it was trained to, as the text of its file."""
    ways = made_.asked.ways
    held = {
        "of": digest(),
        "says": shortened(made_.says, list(ways)),
        "lines": made_.lines.terms,
        "asked": [shortened(made_.asked.counts, list(ways)), ways],
        "trained": [trained.names, trained.step, trained.shelves],
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), indent=0) + "\n"


def digest() -> str:
    """Tells one state of the catalogue and of the files of `language/` from another."""
    import hashlib  # noqa: PLC0415 - only a test and `bench/learn_asking.py` ask for it

    found = hashlib.sha256()
    for path in (*sorted(questions.FOLDER.glob("*.rq")), *sorted(FOLDER.glob("*.csv"))):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
