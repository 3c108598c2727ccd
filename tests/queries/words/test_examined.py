"""Sentences as an examiner of the documents puts them: of annexes and rows, of two places, of a project by its name.

`examined.csv` was labelled by reading the catalogue; a third of it was not looked at before the rates below were measured.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.understanding import understand

FILE = Path(__file__).parent / "examined.csv"
FIRST, THREE, VALUES = 0.95, 0.98, 0.95
"""What was measured, rounded down: the right question first, among the first three, and its values right."""


@pytest.fixture(scope="module")
def known(shipped: Landscape) -> NameIndex:
    """The names of the shipped landscape."""
    return names(shipped.store)


def ways(values: str) -> list[dict[str, set[str]]]:
    """The values that are right, each way of labelling them."""
    rows = ([part.partition("=") for part in way.strip().split(";") if "=" in part] for way in values.split(" or "))
    return [{name.strip(): set(value.casefold().split("|")) for name, _, value in row} for row in rows]


def test_sentences_of_an_examiner_find_their_question_and_values(known: NameIndex) -> None:
    """Rows of an annex, both of two places, two columns, agreement of documents: most are understood at once."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = three = right = 0
    for row in rows:
        read = understand(row["text"], known, catalogue())
        offered = [(read.question, read.values)] if read.question else []
        offered += [(reading.question, reading.values) for reading in (read.readings or read.others)]
        meant = [values for question, values in offered[:3] if question.name in row["question"].split(" or ")]
        first += read.question is not None and read.question.name in row["question"].split(" or ")
        three += bool(meant)
        right += bool(meant) and {n: {v.casefold() for v in held} for n, held in meant[0].items()} in ways(
            row["values"]
        )
    rates = (first / len(rows), three / len(rows), right / three)
    assert all(rate >= least for rate, least in zip(rates, (FIRST, THREE, VALUES), strict=True)), rates


@pytest.mark.parametrize(
    "text",
    [
        "When were agreements between sending and receiving countries signed?",
        "Which unions of receiving countries signed agreements?",
        "Which agencies take part in the Joint Migration and Development Initiative?",
        "Which documents name the Tricked and Trapped study?",
    ],
)
def test_what_is_recorded_is_not_declined(text: str, known: NameIndex) -> None:
    """A word that only says which countries are meant demands nothing, and a title that a project bears is no unknown name."""
    assert not understand(text, known, catalogue()).unknown


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("What salary do workers earn in receiving countries?", "salaries and earnings"),
        ("Which documents name the Wicked and Stranded study?", "Wicked"),
    ],
)
def test_what_is_not_recorded_is_declined(text: str, unknown: str, known: NameIndex) -> None:
    """The demand itself, and a title that nothing bears, are still said to be missing."""
    assert any(unknown in said for said in understand(text, known, catalogue()).unknown)
