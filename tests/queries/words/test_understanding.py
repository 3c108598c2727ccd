"""Plain words understood on the landscape that ships, over the whole catalogue."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.queries.names import NameIndex, names
from migov.queries.questions import Question, catalogue
from migov.queries.words import model
from migov.queries.words.lexicon import table
from migov.queries.words.matching import matcher_of
from migov.queries.words.understanding import Understanding, read, understand

PARAPHRASES = Path(__file__).parent / "paraphrases_dev.csv"
FOLDS = 5
FIRST, AMONG_THREE, VALUES = 0.91, 0.98, 0.975
"""Least rates on the paraphrases; raised when the matcher gets better, never lowered."""


@pytest.fixture(scope="module")
def known(shipped: Landscape) -> NameIndex:
    """The names of the shipped landscape."""
    return names(shipped.store)


def paraphrases() -> list[Mapping[str, str]]:
    with PARAPHRASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wanted(row: Mapping[str, str]) -> dict[str, set[str]]:
    parts = [part.partition("=") for part in row["values"].split(";") if part]
    return {name: folded(values.split("|")) for name, _, values in parts}


def folded(values: Iterable[str]) -> set[str]:
    return {value.casefold() for value in values}


def ways(found: Understanding) -> list[tuple[Question, Mapping[str, tuple[str, ...]]]]:
    first = [(found.question, found.values)] if found.question else []
    return [*first, *((other.question, other.values) for other in (*found.readings, *found.others))]


def apart(known: NameIndex) -> Iterator[tuple[Mapping[str, str], Understanding]]:
    """Each paraphrase as understood by a matcher that has not learned from it."""
    rows = [row for row in paraphrases() if row["question"]]
    texts = [row["text"] for row in table("asked")]
    ways, own = model.learned_from(known), model.told(catalogue(), known)
    for fold in range(FOLDS):
        held = {row["text"] for row in rows[fold::FOLDS]}
        learned = [way for text, way in zip(texts, ways, strict=True) if text not in held]
        using = matcher_of(catalogue(), [*learned, *own])
        yield from ((row, read(row["text"], known, using)) for row in rows[fold::FOLDS])


def test_paraphrases_find_their_question_and_values(known: NameIndex) -> None:
    """Of the ways to put each question, held out in turn, most find it at once, nearly all among three, with the values said."""
    first = among = right = number = 0
    for row, found in apart(known):
        number += 1
        first += found.question is not None and found.question.name == row["question"]
        match = [values for question, values in ways(found)[:3] if question.name == row["question"]]
        among += bool(match)
        right += bool(match) and {name: folded(values) for name, values in match[0].items()} == wanted(row)
    rates = (first / number, among / number, right / among)
    assert all(rate >= least for rate, least in zip(rates, (FIRST, AMONG_THREE, VALUES), strict=True)), rates


def test_the_shipped_matcher_is_made_of_the_catalogue_as_it_is() -> None:
    """`language/model.json` is newer than the questions and the words; else run `bench/learn_asking.py`."""
    assert model.shipped()["of"] == model.digest()


def test_every_question_was_asked_in_many_ways() -> None:
    """No question of the catalogue lacks ways of asking to learn from, and none is of a question that is gone."""
    asked = Counter(row["question"] for row in table("asked"))
    assert set(asked) == set(catalogue())
    assert min(asked.values()) >= 10


def test_names_are_the_same_from_a_file(known: NameIndex) -> None:
    """Names written as JSON and read again mean the same."""
    again = NameIndex.from_json(known.to_json())
    text = "Which projects did Ireland fund in Albania on trafficking, since 2005, above 2 million USD?"
    assert understand(text, again, catalogue()) == understand(text, known, catalogue())
    assert again.key("agency", "IOM") == "iom"
    assert again.last == known.last > "2012"


def test_an_end_without_a_beginning_is_a_time(known: NameIndex) -> None:
    """“until 2010” bounds an answer, whether or not the question has a year of its own."""
    for text in ("projects ending before 2010", "what was recorded until 2010 on Moldova", "ratifications up to 2008"):
        assert understand(text, known, catalogue()).sentence


def test_years_after_the_documents_are_not_recorded(known: NameIndex) -> None:
    """A year that no record reaches is said, not answered with an empty table."""
    assert understand("ILO projects in Ukraine that started in 2024", known, catalogue()).unknown == ("2024",)


def test_every_question_has_two_paraphrases() -> None:
    """Each question of the catalogue is asked in at least two other ways, and no paraphrase asks for one that is gone."""
    asked = [row["question"] for row in paraphrases() if row["question"]]
    assert set(asked) <= set(catalogue())
    assert not [name for name in catalogue() if asked.count(name) < 2]


@pytest.mark.parametrize("text", [row["text"] for row in paraphrases() if not row["question"]])
def test_what_nobody_recorded_is_never_answered(known: NameIndex, text: str) -> None:
    """Salaries, phone numbers, forecasts, unknown bodies and other fields get no question, and it is said why."""
    found = understand(text, known, catalogue())
    assert found.question is None
    assert found.outside or found.unknown or found.readings
    assert found.sentence


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Does the Japan Foundation fund projects?", "Japan Foundation"),
        ("what salary do domestic workers earn in Qatar?", "salaries and earnings"),
        ("Which NATO projects are there in Albania?", "NATO"),
        ("Which countries ratified Convention 999?", "Convention 999"),
    ],
)
def test_what_was_looked_for_is_named(known: NameIndex, text: str, unknown: str) -> None:
    """“Not recorded” names what was looked for."""
    found = understand(text, known, catalogue())
    assert unknown in found.unknown
    assert unknown in found.sentence


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "What share of the budget in table 5 goes to the African Region?",
            {"table": {"5"}, "row": {"african region"}},
        ),
        ("how many countries stand under institutional capacity?", {"column": {"institutional capacity"}}),
        ("countries where Spain and Italy both act as donors", {"donor": {"gov-esp"}, "with": {"gov-ita"}}),
        ("Project entries that lack a start date", {"lacks": {"start"}}),
        ("list the fundamental Conventions named", {"group": {"fundamental"}, "kind": {"convention"}}),
        ("trafficking projects above 1 million USD, largest first", {"minimum": {"1000000"}}),
        ("all that each place prints of the project LUTRENA", {"words": {"lutrena"}}),
    ],
)
def test_values_said_in_words_find_their_parameter(known: NameIndex, text: str, values: dict[str, set[str]]) -> None:
    """Printed headings, what is missing, payers, kinds, amounts and words of titles become values of the question."""
    found = understand(text, known, catalogue())
    assert {name: folded(held) for name, held in found.values.items()}.items() >= values.items()


@pytest.mark.parametrize(
    "text", ["what is the weather in Paris", "who won the world cup", "write me a poem about migrants"]
)
def test_questions_of_another_field_are_declined(known: NameIndex, text: str) -> None:
    """What has nothing to do with the governance of migration is declined as such."""
    assert understand(text, known, catalogue()).outside


def test_what_was_understood_is_said_in_labels(known: NameIndex) -> None:
    """The sentence names the question and the labels of the values, and what it could not apply."""
    found = understand("which agencies work with the ILO on trafficking in South-East Asia?", known, catalogue())
    assert found.question is not None
    assert found.values["theme"] == ("trafficking",)
    assert "ILO" in found.sentence
    assert "Trafficking in persons" in found.sentence
    assert "region" in found.question.params or "“South East Asia” could not be applied" in found.sentence


def test_the_scope_is_told_from_the_values(known: NameIndex) -> None:
    """Document, section and times narrow the answer and stand apart from the parameters of the question."""
    found = understand(
        "Which projects does the EU fund in Annex 9 of the 2008 evaluation since 2005?", known, catalogue()
    )
    assert found.question is not None
    assert found.scope.items() >= {"section": ("Annex 9",), "from": ("2005",)}.items()
    assert found.values["document"] == ("eval2008",)
    assert found.values["donor"] == ("eu",)


def test_the_same_words_are_understood_the_same(known: NameIndex) -> None:
    """Understanding depends on nothing but the words, the names and the catalogue."""
    text = "funders of projects in Albania"
    assert understand(text, known, catalogue()) == understand(text, known, dict(catalogue()))


def test_nothing_is_no_question(known: NameIndex) -> None:
    """Empty words are declined, not answered with the first question there is."""
    assert understand("  ", known, catalogue()).outside


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("which countries did not ratify C97?", "not"),
        ("which countries didn't ratify C97?", "not"),
        ("which countries have neither ratified C97 nor C143?", "neither"),
        ("which countries ratified C97?", ""),
        ("which members of SADC did not ratify C143?", ""),
        ("which projects have no budget?", ""),
    ],
)
def test_a_denial_that_the_question_does_not_share_is_said(text: str, denied: str, known: NameIndex) -> None:
    """Who did not ratify is not answered by who did without a word; a question about what is missing needs none."""
    sentence = understand(text, known, catalogue()).sentence
    assert (f"“{denied}” could not be applied" in sentence) == bool(denied)
    assert ("could not be applied" in sentence) == bool(denied)
