"""Names near to one that nobody bears."""

from __future__ import annotations

import pytest

from migov.queries.spelling import near

KNOWN = (
    "ec",
    "ilo",
    "iom",
    "oecd",
    "osce",
    "secsoc",
    "unhcr",
    "undesa",
    "world bank",
    "office of the high commissioner for refugees",
    "international organization for migration",
)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("osec", "osce"),
        ("unhrc", "unhcr"),
        ("undeas", "undesa"),
        ("world bnak", "world bank"),
        ("international organisation for migration", "international organization for migration"),
        ("commissioner for refugees", "office of the high commissioner for refugees"),
    ],
)
def test_a_slip_or_a_part_of_a_name_finds_it_first(name: str, first: str) -> None:
    """Two swapped letters are one slip; the words of a long name find it, an acronym that begins alike does not come first."""
    assert near(name, KNOWN)[0] == first


def test_what_is_like_nothing_finds_nothing() -> None:
    """No name is offered for its own sake, and a short word is no part of a longer name."""
    assert near("xyzq", KNOWN) == ()
    assert near("the", KNOWN) == ()


def test_at_most_three_are_offered_each_once() -> None:
    """The same for any order of the names."""
    found = near("ilo", ["ilo", "imo", "ilos", "silo", "iom"])
    assert found[0] == "ilo"
    assert len(found) == len(set(found)) == 3
    assert near("ilo", ["silo", "iom", "ilos", "imo", "ilo"]) == found
