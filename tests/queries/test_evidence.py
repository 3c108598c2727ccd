"""Evidence: every claim about a thing, with what it states and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.ontology.errors import QueryError
from migov.queries.ask import SILENCE
from migov.queries.evidence import evidence


def test_claims_about_a_thing_and_those_that_name_it(small: Landscape) -> None:
    """An agency's own row, the project it is partner in and the acts it is party to are all shown with their places."""
    answer = evidence(small.store, "agency/iom")
    assert {str(row.cells[0][0]) for row in answer.rows} >= {"IOM", "Against trafficking", "joint programming"}
    assert all(row.sources for row in answer.rows)


def test_one_column_shows_who_says_what(few: list[Row], make: Callable[..., Row]) -> None:
    """Of two claims on a budget both are shown, and nothing else."""
    rows = [*few, make("projects", project="p1", budget="7", currency="USD", lines="40")]
    answer = evidence(assemble(rows).store, "project/p1", "budget")
    assert [row.cells[1] for row in answer.rows] == [("budget: 509634",), ("budget: 7",)]
    assert [source.lines for row in answer.rows for source in row.sources] == ["11", "40"]


def test_an_entered_disagreement_stands_at_both_places(few: list[Row], make: Callable[..., Row]) -> None:
    """The two places that the editors set beside each other are its sources, with their reason."""
    cells = {"one": "7", "one_place": "eval2008:11", "other": "8", "other_place": "poa2008:40-41"}
    rows = [*few, Row("disagreements", {"id": "d1", "kind": "count", "about": "it", "reason": "r", **cells})]
    (row,) = evidence(assemble(rows).store, "disagreement/d1").rows
    assert [(s.document, s.lines, s.what) for s in row.sources] == [("eval2008", "11", "r"), ("poa2008", "40-41", "r")]


def test_judged_claims_give_their_reason(few: list[Row], make: Callable[..., Row]) -> None:
    """A judgement has no place in a document; its reason stands instead."""
    rows = [*few, make("judgements", left="project/p1", right="project/p2", judgement="different", reason="two donors")]
    (said,) = [
        source
        for row in evidence(assemble(rows).store, "project/p1").rows
        for source in row.sources
        if not source.document
    ]
    assert said.what == "two donors"


def test_nothing_claimed_says_so(small: Landscape) -> None:
    """A thing nobody speaks of is answered with silence."""
    assert evidence(small.store, "agency/nobody").note == SILENCE


def test_a_column_may_be_named_in_singular_or_plural(small: Landscape) -> None:
    """`donor` means the column donors, in any case."""
    assert [row.cells[1] for row in evidence(small.store, "project/p2", "Donor").rows] == [("donors: EC",)]


def test_a_column_that_is_none_gets_the_near_ones_and_those_of_the_thing(small: Landscape) -> None:
    """Not all columns of all tables: what the claims about the thing itself state, and what may have been meant."""
    with pytest.raises(QueryError) as fault:
        evidence(small.store, "agency/iom", "acronim")
    assert str(fault.value) == (
        "there is no column “acronim”; the claims about agency/iom state acronym, aliases, kind - did you mean acronym?"
    )


def test_a_column_that_nothing_is_stated_in_says_what_there_is(small: Landscape) -> None:
    """A project without a word on its stage is silent there, and its other columns are named."""
    note = evidence(small.store, "project/p1", "stage").note
    assert note.startswith(SILENCE)
    assert "budget, countries" not in note
    assert "budget, country" in note


def test_a_thing_without_a_label_is_called_by_what_it_is_about(few: list[Row], make: Callable[..., Row]) -> None:
    """A membership by group and member, not by an id."""
    rows = [
        *few,
        make("agencies", agency="gmg", acronym="GMG"),
        make("memberships", group="gmg", member="iom", lines="45"),
    ]
    about = {str(row.cells[0][0]) for row in evidence(assemble(rows).store, "agency/gmg").rows}
    assert about == {"GMG", "GMG, IOM"}
