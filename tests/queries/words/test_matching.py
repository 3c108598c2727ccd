"""Picking a question, and putting names into its parameters."""

from __future__ import annotations

import pytest

from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.filling import fill
from migov.queries.words.lexicon import stem, stems
from migov.queries.words.understanding import take_apart, understand

KNOWN = NameIndex(
    {
        "agency": {k: frozenset({k}) for k in ("ilo", "iom", "eu", "unhcr", "gov swe", "gov mda")}
        | {"gov swe": frozenset({"gov-swe"}), "sweden": frozenset({"gov-swe"}), "migrant": frozenset({"migrant"})},
        "country": {"sweden": frozenset({"SWE"}), "moldova": frozenset({"MDA"}), "ukraine": frozenset({"UKR"})},
        "theme": {"trafficking": frozenset({"trafficking"}), "ratified": frozenset({"standards"})},
        "region": {"asia": frozenset({"asia"})},
        "document": {"2008 evaluation": frozenset({"eval2008"})},
        "instrument": {"c189": frozenset({"C189"})},
    },
    bodies={"migrant": "ilo-unit", "gov-swe": "government", "iom": "intergovernmental"},
)  # fmt: skip

PROJECTS = Question(
    "projects", "Which projects are there, by donor and country?", "Projects with donors and budgets.", "# in scope: ?x",
    params={"donor": "agency", "country": "country", "theme": "theme", "unit": "agency", "partner": "agency"},
    words=("funded by",),
)  # fmt: skip
OVERLAP = Question(
    "overlap", "What do two agencies share, and what does each have alone?", "Themes and countries of two agencies.", "",
    params={"left": "agency", "right": "agency"}, words=("in common",),
)  # fmt: skip
PARTNERS = Question(
    "partners", "With whom does an agency work, and on what?", "Joint acts of one agency with others.", "",
    params={"agency": "agency", "with": "agency", "theme": "theme"}, words=("works with",),
)  # fmt: skip
RATIFIED = Question(
    "ratifications", "Which countries ratified which instruments?", "Ratifications on record.", "",
    params={"country": "country", "instrument": "instrument", "theme": "theme"},
)  # fmt: skip
ENDING = Question("ending", "Which projects end in a year?", "Projects with an end.", "", params={"year": "year"})
LEAST = Question("many", "Which countries have most results?", "Counted.", "", params={"least": "number"})
CATALOGUE = {question.name: question for question in (PROJECTS, OVERLAP, PARTNERS, RATIFIED, ENDING, LEAST)}


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        (PROJECTS, "projects funded by Sweden in Moldova", {"donor": ("gov-swe",), "country": ("MDA",)}),
        (PROJECTS, "which projects does the EU pay for?", {"donor": ("eu",)}),
        (PROJECTS, "projects in Sweden", {"country": ("SWE",)}),
        (PROJECTS, "projects in Moldova or Ukraine", {"country": ("MDA", "UKR")}),
        (PROJECTS, "MIGRANT projects with IOM", {"unit": ("migrant",), "partner": ("iom",)}),
        (PROJECTS, "projects since 2005 in the 2008 evaluation, Annex 9",
         {"document": ("eval2008",), "section": ("Annex 9",), "from": ("2005",)}),
        (OVERLAP, "what do the ILO and IOM have in common", {"left": ("ilo",), "right": ("iom",)}),
        (PARTNERS, "does the ILO work with IOM on trafficking", {"agency": ("ilo",), "with": ("iom",), "theme": ("trafficking",)}),
        (PARTNERS, "who works with IOM", {"agency": ("iom",)}),
        (RATIFIED, "which countries ratified C189", {"instrument": ("C189",)}),
        (ENDING, "projects that end in 2015", {"year": ("2015",)}),
        (LEAST, "countries with at least three results", {"least": ("3",)}),
    ],
)  # fmt: skip
def test_names_go_where_the_sentence_puts_them(
    question: Question, text: str, values: dict[str, tuple[str, ...]]
) -> None:
    """Payers, partners, pairs, places and times find their parameters; a word of the question itself is no theme."""
    assert fill(question, take_apart(text, KNOWN), KNOWN).values == values


def test_a_region_is_never_dropped_silently() -> None:
    """A question without regions says that the region could not be applied."""
    filled = fill(PARTNERS, take_apart("partners of IOM in Asia", KNOWN), KNOWN)
    assert [item.said for item in filled.left if hasattr(item, "said")] == ["Asia"]
    assert "“Asia” could not be applied" in understand("with whom does IOM work in Asia?", KNOWN, CATALOGUE).sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who co-operates with IOM?", "partners"),
        ("what have the ILO and IOM in common", "overlap"),
        ("moldova projects", "projects"),
        ("Which states are bound by C189?", "ratifications"),
        ("wich projcts does Sweden finance", "projects"),
    ],
)
def test_synonyms_keywords_and_slips_find_the_question(text: str, name: str) -> None:
    """Other words for the same, bare keywords and slips of the pen lead to the question."""
    found = understand(text, KNOWN, CATALOGUE)
    assert found.question is not None
    assert found.question.name == name


def test_the_nearest_other_questions_are_offered_with_their_values() -> None:
    """An answer comes with other questions the sentence might have meant."""
    others = understand("Which projects does Sweden fund?", KNOWN, CATALOGUE).others
    assert 0 < len(others) <= 3
    assert all(set(other.values) <= set(other.question.takes) for other in others)


def test_endings_and_spellings_share_a_stem() -> None:
    """Forms of a word and its American spelling have one stem."""
    assert len({stem(word) for word in ("ratify", "ratified", "ratifies", "ratification")}) == 1
    assert stems("labor programs organized") == stems("labour programme organised")
