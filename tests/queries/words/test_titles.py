"""Titles that a sentence names in part."""

from __future__ import annotations

import pytest

from migov.queries.names import NameIndex
from migov.queries.words.spotting import spot, words

KNOWN = NameIndex(
    {
        "project": {
            "tricked and trapped human trafficking in the middle east": frozenset({"p1"}),
            "the ec un joint migration and development initiative": frozenset({"p2"}),
            "tripartite action ilo triangle project": frozenset({"p3"}),
        },
        "title heading": {"handbook on good labour migration policies": frozenset({"t1"})},
        "agency": {"ilo": frozenset({"ilo"}), "iom": frozenset({"iom"}), "triangle": frozenset({"triangle-team"})},
        "theme": {"labour migration": frozenset({"migration"})},
    }
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("who was heard for the Tricked and Trapped study?", ["Tricked and Trapped"]),
        ("who leads the Joint Migration and Development Initiative?", ["Joint Migration and Development Initiative"]),
        (
            "does it name the Handbook on Good Labour Migration Policies?",
            ["Handbook on Good Labour Migration Policies"],
        ),
        ("what does the GMS TRIANGLE project cost?", ["GMS TRIANGLE"]),
        ("which ILO IOM project is there?", []),
        ("what does the Wicked and Stranded study say?", []),
        ("which Labour Migration project is there?", []),
        ("who was tricked and trapped in a study?", []),
    ],
)
def test_part_of_a_title_is_a_text_to_look_for(text: str, titles: list[str]) -> None:
    """Words with capitals that a noun calls a project or study are one text where a title holds them, and no other name is bent."""
    found = [mention.said for mention in spot(text, words(text), KNOWN) if "quoted" in mention.keys]
    assert found == titles


def test_a_title_is_sought_as_it_is_written() -> None:
    """Commas of a title stand in the text that is looked for."""
    known = NameIndex({"project": {"study on adolescents youth and migration in asia": frozenset({"p4"})}})
    text = "who wrote the Adolescents, Youth and Migration report?"
    assert [mention.said for mention in spot(text, words(text), known)] == ["Adolescents, Youth and Migration"]
