"""Three paraphrases a question, and texts outside, by writers who saw the descriptions of the questions and not the matcher.

`paraphrases.csv` was written by those and judged by one more before the matcher was run on it; it is for measuring, not for
tuning. ` or ` separates labels that a careful reader holds equally right, `-` is no value.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.understanding import understand

FILE = Path(__file__).parent / "paraphrases.csv"
FIRST, THREE, VALUES = 0.94, 0.98, 0.95
"""What was measured, rounded down: the right question first, among the first three, and its values right."""


@dataclass(frozen=True)
class Found:
    """How one paraphrase was understood."""

    first: bool
    three: bool
    values: bool


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def known(shipped: Landscape) -> NameIndex:
    """The names of the shipped landscape."""
    return names(shipped.store)


def _wanted(values: str) -> list[dict[str, list[str]]]:
    """The values that are right, each way of labelling them."""
    ways = ([part.partition("=") for part in way.strip().split(";") if "=" in part] for way in values.split(" or "))
    return [{name.strip(): sorted(value.casefold().split("|")) for name, _, value in pairs} for pairs in ways]


def _found(row: dict[str, str], known: NameIndex) -> Found:
    read = understand(row["text"], known, catalogue())
    offered = [(read.question, read.values)] if read.question else []
    offered += [(reading.question, reading.values) for reading in (read.readings or read.others)]
    right = row["question"].split(" or ")
    at = next((n for n, (question, _) in enumerate(offered[:3]) if question.name in right), None)
    if at is None:
        return Found(False, False, False)
    got = {name: sorted(value.casefold() for value in found) for name, found in offered[at][1].items()}
    return Found(at == 0 and read.question is not None, True, got in _wanted(row["values"]))


def test_every_question_is_said_in_three_ways() -> None:
    """The file measures the whole catalogue alike, and at least thirty texts that it cannot answer."""
    counts = Counter(row["question"].partition(" or ")[0] for row in _rows())
    outside = counts.pop("", 0)
    assert counts == dict.fromkeys(catalogue(), 3)
    assert outside >= 30


def test_paraphrases_find_their_question_and_values(known: NameIndex) -> None:
    """The right question comes first, and among the first three, as often as was measured; so do its values."""
    found = [_found(row, known) for row in _rows() if row["question"]]
    three = [one for one in found if one.three]
    assert sum(one.first for one in found) / len(found) >= FIRST
    assert len(three) / len(found) >= THREE
    assert sum(one.values for one in three) / len(three) >= VALUES


@pytest.mark.parametrize("text", [row["text"] for row in _rows() if not row["question"]])
def test_what_cannot_be_answered_gets_no_answer(text: str, known: NameIndex) -> None:
    """A text outside the documents or the field is declined, said not to be recorded, or asked back."""
    assert understand(text, known, catalogue()).question is None
