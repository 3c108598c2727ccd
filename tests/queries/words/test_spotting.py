"""Finding names in a sentence."""

from __future__ import annotations

import pytest

from migov.queries.names import NameIndex
from migov.queries.words.spotting import spot, words
from migov.queries.words.timing import counts, slices

KNOWN = NameIndex(
    {
        "agency": {
            "iom": frozenset({"iom"}),
            "who": frozenset({"who"}),
            "world bank": frozenset({"world-bank"}),
            "swe": frozenset(),
            "sweden": frozenset({"gov-swe"}),
            "statistics": frozenset({"stat"}),
            "asean": frozenset({"asean"}),
        },
        "country": {
            "sweden": frozenset({"SWE"}), "can": frozenset({"CAN"}),
            "moldova": frozenset({"MDA"}), "moldovan": frozenset({"MDA"}),
        },
        "region": {"south east asia": frozenset({"south-east-asia"}), "asia": frozenset({"asia"}), "asean": frozenset({"asean"})},
        "theme": {
            "trafficking": frozenset({"trafficking"}), "domestic workers": frozenset({"domestic-workers"}),
            "statistics": frozenset({"statistics"}),
        },
        "instrument": {"c189": frozenset({"C189"}), "c097": frozenset({"C097"}), "c143": frozenset({"C143"})},
        "principle": {"9": frozenset({"9"}), "11": frozenset({"11"})},
        "document": {"2008 evaluation": frozenset({"eval2008"})},
    }
)  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [
        (kind, key) for mention in spot(text, words(text), KNOWN) for kind, keys in mention.keys.items() for key in keys
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What does IOM do?", [("agency", "iom")]),
        ("iom's projects", [("agency", "iom")]),
        ("work in South-East Asia", [("region", "south-east-asia")]),
        ("Moldovan migrants", [("country", "MDA")]),
        ("the World Bank", [("agency", "world-bank")]),
        ("trafficked persons", [("theme", "trafficking")]),
        ("a domestic worker", [("theme", "domestic-workers")]),
        ("ASEAN", [("agency", "asean"), ("region", "asean")]),
        ("money of Sweden", [("agency", "gov-swe"), ("country", "SWE")]),
        ("in the 2008 evaluation", [("document", "eval2008")]),
    ],
)
def test_names_adjectives_and_endings_are_found(text: str, named: list[tuple[str, str]]) -> None:
    """A name is found in any case, with another ending, and the longest one wins."""
    assert found(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("who can help us", []),
        ("WHO and CAN", [("agency", "who"), ("country", "CAN")]),
        ("agencies with statistics as their field", [("theme", "statistics")]),
    ],
)
def test_ordinary_words_are_names_in_capitals_only(text: str, named: list[tuple[str, str]]) -> None:
    """“who” is no agency, WHO is; the department of statistics gives way to the theme."""
    assert found(text) == named


@pytest.mark.parametrize("text", ["C189", "C.189", "Convention 189", "Convention No. 189", "conventions 189"])
def test_conventions_are_found_by_number(text: str) -> None:
    """A Convention may be written by code or number."""
    assert found(text) == [("instrument", "C189")]


def test_several_numbers_follow_one_noun() -> None:
    """“Conventions 97 and 143”, “principles 9 and 11” and “Tables 5 and 12” name two things each."""
    assert found("Conventions Nos. 97 and 143") == [("instrument", "C097"), ("instrument", "C143")]
    assert found("principles 9 and 11") == [("principle", "9"), ("principle", "11")]
    assert found("Tables 5 and 12") == [("table", "5"), ("table", "12")]


def test_an_instrument_that_is_not_held_is_unknown() -> None:
    """A number without an instrument is told, not dropped."""
    assert found("Convention 999") == [("unknown", "C999")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("traficking", [("theme", "trafficking")]),
        ("Moldowa", [("country", "MDA")]),
        ("Wrold Bnak", []),
        ("iomm", []),
        ("moldering", []),
    ],
)
def test_slips_are_forgiven_in_long_words_only(text: str, named: list[tuple[str, str]]) -> None:
    """One wrong letter in a long name is forgiven; short words and other words are not bent into names."""
    assert found(text) == named


def test_quoted_text_stays_a_text() -> None:
    """What stands between quotation marks is a text to look for, whatever words it holds."""
    (mention,) = spot('where is "good practice" said', words('where is "good practice" said'), KNOWN)
    assert mention.keys == {"quoted": ("good practice",)}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("since 2005", {"from": "2005"}),
        ("between 2004 and 2007", {"from": "2004", "to": "2007"}),
        ("2004-2007", {"from": "2004", "to": "2007"}),
        ("before 2008", {"to": "2007"}),
        ("after 2008", {"from": "2009"}),
        ("until 2008", {"to": "2008"}),
        ("as of 2010", {"as-of": "2010"}),
        ("in 2006-07", {"from": "2006", "to": "2007"}),
        ("in May 2013", {"from": "2013-05", "to": "2013-05"}),
        ("on 17 May 2013", {"from": "2013-05-17", "to": "2013-05-17"}),
        ("in the 1990s", {"from": "1990", "to": "1999"}),
    ],
)
def test_times_are_read(text: str, bounds: dict[str, str]) -> None:
    """Years, months, days, biennia and decades become the bounds of a slice of time."""
    assert [slice_.bounds for slice_ in slices(text, {})] == [bounds]


def test_a_year_that_belongs_to_a_name_is_no_time() -> None:
    """The year of “the 2008 evaluation” bounds nothing."""
    assert not slices("the 2008 evaluation", {4: 19})


def test_counts_are_bounds_of_the_answer() -> None:
    """“at least three” and “more than 2” mean the same; a year after “more than” is none."""
    assert [count.value for text in ("at least three", "more than 2", "3 or more") for count in counts(text)] == [
        3,
        3,
        3,
    ]
    assert not counts("later than 2008")
