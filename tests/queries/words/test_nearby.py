"""What is offered where a reading finds nothing, on the landscape that ships."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.graph.store import Store
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.nearby import SEEKING, Found, nearby
from migov.queries.words.understanding import Reading, Understanding, understand

OUTSIDE = Path(__file__).parent / "paraphrases.csv"


@pytest.fixture(scope="module")
def store(shipped: Landscape) -> Store:
    """The shipped landscape."""
    return shipped.store


@pytest.fixture(scope="module")
def known(store: Store) -> NameIndex:
    """The names of the shipped landscape."""
    return names(store)


def near(text: str, store: Store, known: NameIndex) -> tuple[Found, ...]:
    return nearby(store, understand(text, known, catalogue()), catalogue())


def test_a_title_that_nobody_knows_is_found_in_what_is_said(store: Store, known: NameIndex) -> None:
    """A handbook whose name is declined is offered as a text that is said, with the number of rows."""
    text = "Which documents mention the Handbook on Establishing Effective Labour Migration Policies?"
    assert understand(text, known, catalogue()).unknown
    found = near(text, store, known)
    assert found
    assert all(one.reading.question.name in SEEKING and one.rows > 0 for one in found)


def test_a_name_within_another_word_is_not_found(store: Store, known: NameIndex) -> None:
    """NATO is not in “signatory”: a text counts as found only where it stands as whole words."""
    assert not near("Is Moldova a member of NATO?", store, known)


def test_near_readings_keep_what_the_chosen_one_was_narrowed_by(store: Store) -> None:
    """A reading that drops a value is not what was meant, and one that finds nothing is not offered."""
    questions, values = catalogue(), {"country": ("MDA",), "instrument": ("C189",)}
    others = (
        Reading(questions["ratifications"], {"instrument": ("C189",)}, ""),
        Reading(questions["who-says"], values, ""),
        Reading(questions["countries-by-document"], {"country": ("MDA",), "instrument": ("C097",)}, ""),
    )
    read = Understanding("", questions["ratifications"], {"country": ("MDA",), "instrument": ("C097",)}, others=others)
    assert [one.reading.question.name for one in nearby(store, read, questions)] == ["countries-by-document"]


def test_the_text_sought_is_looked_for_elsewhere(store: Store, known: NameIndex) -> None:
    """Where no disagreement is about a study, the places that name it are offered."""
    text = (
        "How many people were interviewed for the Tricked and Trapped study, and does document 001 agree with itself?"
    )
    read = understand(text, known, catalogue())
    assert read.values["words"] == ("Tricked and Trapped",)
    assert "who-says" in [one.reading.question.name for one in nearby(store, read, catalogue())]


def outside() -> list[str]:
    with OUTSIDE.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if not row["question"]]


@pytest.mark.parametrize("text", outside())
def test_what_no_document_tells_is_near_nothing(text: str, store: Store, known: NameIndex) -> None:
    """Salaries, forecasts, opinions and bodies that no line names get no answer by a side door."""
    assert not near(text, store, known)
