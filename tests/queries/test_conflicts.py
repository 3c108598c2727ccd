"""Conflicts: found by rule or entered, gone when one side is gone, and none where the sources agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.queries.conflicts import Conflict, conflicts

Make = Callable[..., Row]


def _found(rows: list[Row]) -> list[Conflict]:
    return conflicts(assemble(rows).store)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"budget": "500000", "currency": "USD"}, "budget"),
        ({"start": "2006"}, "dates"),
        ({"countries": "SWE;NOR"}, "countries"),
        ({"title": "Something else"}, "title"),
        ({"donors": "eu"}, "donors"),
    ],
)
def test_unlike_values_are_a_conflict_and_gone_with_one_side(
    few: list[Row], make: Make, cells: dict[str, str], kind: str
) -> None:
    """Another claim with another value is a conflict of its kind, with both places; without the claim there is none."""
    assert _found(few) == []
    (found,) = _found([*few, make("projects", **{"project": "p1", "lines": "40", **cells})])
    assert found.kind == kind
    assert {source.lines for side in found.sides for source in side.sources} == {"11", "40"}


@pytest.mark.parametrize(
    "cells",
    [
        {"start": "2005"},
        {"start": "2005-07"},
        {"title": "EQUAL ACCESS!"},
        {"budget": "509634.0", "currency": "USD"},
        {"countries": "SWE"},
    ],
)
def test_values_that_agree_as_far_as_they_go_are_none(few: list[Row], make: Make, cells: dict[str, str]) -> None:
    """A year and a day in it, capitals, and another way to write a number do not disagree."""
    assert _found([*few, make("projects", **{"project": "p1", "lines": "40", **cells})]) == []


def test_a_body_and_a_part_of_it_agree(few: list[Row], make: Make) -> None:
    """EU in one place and EC in another is no conflict about the donor."""
    assert _found([*few, make("projects", project="p2", donors="eu", lines="40")]) == []


def _cell(make: Make, row: str, value: str, line: int) -> Row:
    return make("observations", table="5", row=row, column="Projects", value=value, lines=str(line))


def test_a_total_that_its_rows_do_not_give_is_found(few: list[Row], make: Make) -> None:
    """A printed total is compared with the sum of its rows, and a right one is not reported."""
    cells = [_cell(make, "Africa", "1,200", 50), _cell(make, "Asia", "3", 51)]
    (found,) = _found([*few, *cells, _cell(make, "Total", "1,204", 52)])
    assert found.kind == "total"
    assert [side.says for side in found.sides] == ["total 1,204", "its parts add to 1,203"]
    assert _found([*few, *cells, _cell(make, "Total", "1203", 52)]) == []


def test_several_values_in_one_printed_cell_do_not_conflict(few: list[Row], make: Make) -> None:
    """Rows of one and the same place are several values, not a contradiction."""
    assert _found([*few, _cell(make, "Africa", "1", 50), _cell(make, "Africa", "2", 50)]) == []
    assert len(_found([*few, _cell(make, "Africa", "1", 50), _cell(make, "Africa", "2", 51)])) == 1


def test_an_entered_disagreement_needs_both_its_places(few: list[Row], make: Make) -> None:
    """What the editors entered is listed while rows cite both places, and gone with either."""
    entered = Row(
        "disagreements",
        {"id": "d1", "kind": "count", "about": "countries", "one": "seven", "one_place": "eval2008:60", "other": "eight",
         "other_place": "eval2008:61-62", "reason": "r"},
    )  # fmt: skip
    sides = [make("roles", agency="ilo", role="tool", what=f"side {line}", lines=str(line)) for line in (60, 61)]
    (found,) = _found([*few, entered, *sides])
    assert (found.kind, found.severity, [side.says for side in found.sides]) == ("count", "major", ["seven", "eight"])
    for side in sides:
        assert _found([*few, entered, side]) == []


def test_what_is_found_anyway_is_not_listed_a_second_time(few: list[Row], make: Make) -> None:
    """A disagreement that the editors entered and that two claims show too is one conflict, under both names; of another kind it
    is another."""
    claims = [*few, make("projects", project="p1", budget="7", currency="USD", lines="40")]
    told = {
        "about": "its budget",
        "one": "509634",
        "one_place": "eval2008:11",
        "other": "7",
        "other_place": "eval2008:40",
    }
    for kind, number in (("budget", 1), ("figure", 2)):
        entered = Row("disagreements", {"id": "d1", "kind": kind, "reason": "r", **told})
        found = _found([*claims, entered])
        assert len(found) == number
        assert any(conflict.mentions("its budget") for conflict in found)


def test_a_figure_is_called_by_its_row_and_column(few: list[Row], make: Make) -> None:
    """What has no label is not called by an id."""
    (found,) = _found([*few, _cell(make, "Africa", "3", 50), _cell(make, "Africa", "4", 51)])
    assert found.about == "5, Africa, Projects: value"


def test_words_are_looked_for_in_the_matter_the_sides_and_their_places(few: list[Row], make: Make) -> None:
    """A conflict is found by part of what it is about or of what a side says, whatever the case, and by nothing else."""
    (found,) = _found([*few, make("projects", project="p1", title="Something else", lines="40", section="Annex 3")])
    assert found.mentions("SOMETHING")
    assert found.mentions("equal access")
    assert found.mentions("annex 3")
    assert not found.mentions("trafficking")


def test_the_landscape_holds_conflicts_of_every_kind(shipped: Landscape) -> None:
    """The five documents disagree at least forty times, in every way the vocabulary names as major, each side with a place."""
    found = conflicts(shipped.store)
    assert len(found) >= 40
    kinds = {conflict.kind for conflict in found}
    assert {"count", "total", "dates", "budget", "countries", "ratification", "convention-number", "title"} <= kinds
    assert all(side.sources for conflict in found for side in conflict.sides)
