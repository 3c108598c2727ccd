"""Bodies named in another order, or with more words of their name beside an acronym."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.spotting import spot, words
from migov.queries.words.understanding import understand

KNOWN = NameIndex(
    {
        "agency": {
            "sdc": frozenset({"sdc"}),
            "swiss agency for development and cooperation": frozenset({"sdc"}),
            "ipu": frozenset({"ipu"}),
            "inter parliamentary union": frozenset({"ipu"}),
            "ilo": frozenset({"ilo"}),
            "ilo pretoria office": frozenset({"ilo-pretoria"}),
            "mol": frozenset({"mol-tha"}),
            "ministry of labour thailand": frozenset({"mol-tha"}),
        },
        "country": {"swiss": frozenset({"CHE"}), "thailand": frozenset({"THA"})},
    }
)


@pytest.fixture(scope="module")
def known(shipped: Landscape) -> NameIndex:
    """The names of the shipped landscape."""
    return names(shipped.store)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what does the Swiss agency SDC pay for?", [("agency", "sdc")]),
        ("who names the Parliamentary Union (IPU)?", [("agency", "ipu")]),
        ("does the ILO office in Pretoria help?", [("agency", "ilo-pretoria")]),
        ("does the ILO work in an office in Pretoria?", [("agency", "ilo")]),
        ("what does the Swiss ministry MOL do?", [("agency", "mol-tha")]),
        ("what does Thailand's agency, SDC, do?", [("country", "THA"), ("agency", "sdc")]),
        ("Does the ILO Pretoria office help?", [("agency", "ilo-pretoria")]),
        ("who works in Thailand MOL aside?", [("country", "THA"), ("agency", "mol-tha")]),
        ("what of the Swiss, SDC aside?", [("country", "CHE"), ("agency", "sdc")]),
    ],
)
def test_a_body_is_found_by_more_words_of_its_name(text: str, named: list[tuple[str, str]]) -> None:
    """Words of a body's name before its acronym are part of it, and small words within a name may be others."""
    mentions = spot(text, words(text), KNOWN)
    assert [(kind, key) for mention in mentions for kind, keys in mention.keys.items() for key in keys] == named


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Which documents name the Oxford centre COMPAS, and in what connection?", {"agency": ("compas",)}),
        ("Which projects of document 002 does the Swiss agency SDC pay for?", {"donor": ("sdc",)}),
        (
            "Which documents mention the Parliamentary Union (IPU), and which joint work with the ILO do they record?",
            {"agency": ("ipu",), "with": ("ilo",)},
        ),
        ("What does the ILO office in Pretoria do?", {"agency": ("ilo-pretoria",)}),
        ("Which countries does the ILO office in Pretoria cover?", {"group": ("ilo-pretoria",)}),
        ("Which projects does the UK department DFID pay for?", {"donor": ("dfid",)}),
        ("On how many interviews was the study Tricked and Trapped based?", {"words": ("Tricked and Trapped",)}),
        ("Which XB symbols are printed on more than one row of Annex 9?", {"section": ("Annex 9",)}),
        ("Which projects does the Human Security trust fund pay for?", {"donor": ("untfhs",)}),
        ("What joint work of the UN took place in the Inter-American region?", {"region": ("americas",)}),
    ],
)
def test_what_stands_beside_a_name_refuses_nothing(
    text: str, values: dict[str, tuple[str, ...]], known: NameIndex
) -> None:
    """A sentence is answered though a word of a name, a title or a code is no name by itself."""
    read = understand(text, known, catalogue())
    assert read.question is not None
    assert values.items() <= dict(read.values).items()
    assert "theme" not in read.values


@pytest.mark.parametrize("place", ["Vienna centre", "Vienna institute"])
def test_what_only_says_the_kind_of_a_body_is_said_to_be_unused(place: str, known: NameIndex) -> None:
    """A strange word that only tells of which kind a body is makes the body no other."""
    read = understand(f"What does the {place} UNHCR do?", known, catalogue())
    assert not read.unknown
    assert "unhcr" in {key for keys in read.values.values() for key in keys}


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("What does the ILO office in Kinshasa do?", "Kinshasa"),
        ("Which Frontex ILO projects are there?", "Frontex"),
        ("What does the Swedish migration agency do?", "Swedish migration agency"),
        ("On how many interviews was the study Wicked and Stranded based?", "Wicked"),
        ("Which member States have denounced C097 or C143?", "denunciations"),
        ("Which countries have withdrawn from the Convention C143?", "denunciations"),
    ],
)
def test_what_no_name_holds_is_still_refused(text: str, unknown: str, known: NameIndex) -> None:
    """Bodies, places, titles and acts that nothing records are said to be missing."""
    read = understand(text, known, catalogue())
    assert read.question is None
    assert any(unknown in said for said in read.unknown)


def test_a_name_is_sought_as_a_text_without_its_article(known: NameIndex) -> None:
    """Where a question has no place for an instrument, its name is looked for, and not the article before it."""
    read = understand("How many instruments of each kind does the Framework refer to?", known, catalogue())
    offered = [read.values, *(reading.values for reading in (*read.others, *read.readings))]
    assert not any(text.startswith("the ") for values in offered for text in values.get("words", ()))
