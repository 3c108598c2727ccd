"""Scope: a question narrowed to a document, a section or a slice of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.ontology.errors import QueryError
from migov.queries.ask import ask
from migov.queries.questions import Question, catalogue, read
from migov.queries.scope import UNDATED

TEXT = """#+ summary: Which acts?
#+ description: All joint acts and projects by their label.
PREFIX : <https://w3id.org/migov/ontology#>
SELECT ?what (?act AS ?evidence) WHERE {
  # in scope: ?act
  ?act :what|:title ?what .
  ?act a :Act .
}
ORDER BY ?what
"""


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Question:
    """A question on all acts, with a scope."""
    file = tmp_path_factory.mktemp("questions") / "acts.rq"
    file.write_text(TEXT, encoding="utf-8")
    return read(file)


@pytest.fixture(scope="module")
def timed(make: Callable[..., Row]) -> Landscape:
    """Acts of two documents: one of 2003-2004, one begun in 2006 without an end, and one undated in each document."""
    rows: list[Row] = [
        make("documents", document="eval2008", title="Annexes", date="2008-09"),
        make("documents", document="eval2013", title="Evaluation", date="2013-10"),
        make("agencies", agency="ilo", acronym="ILO", kind="ilo"),
        make("agencies", agency="iom", acronym="IOM", kind="intergovernmental"),
    ]
    acts = {
        "ended": {"start": "2003", "end": "2004-06"},
        "open": {"start": "2006", "document": "eval2013", "lines": "5"},
        "undated": {"section": "Annex 6"},
        "late": {"document": "eval2013", "section": "Annex 60"},
    }
    rows += [make("collaborations", id=what, agencies="ilo;iom", what=what, **cells) for what, cells in acts.items()]
    return assemble(rows)


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ({}, ["ended", "late", "open", "undated"]),
        ({"document": "eval2008"}, ["ended", "undated"]),
        ({"section": "annex 6"}, ["undated"]),
        ({"document": "eval2013", "section": "Annex 6"}, []),
        ({"from": "2005"}, ["late", "open", "undated"]),
        ({"from": "2008-10"}, ["late", "open"]),
        ({"to": "2003"}, ["ended"]),
        ({"to": "2008-09"}, ["ended", "open", "undated"]),
        ({"from": "2004-06", "to": "2004"}, ["ended"]),
        ({"as-of": "2004-06"}, ["ended"]),
        ({"as-of": "2004-07"}, []),
        ({"as-of": "2010"}, ["open", "undated"]),
        ({"as-of": "2014"}, ["late", "open", "undated"]),
    ],
)
def test_a_scope_keeps_what_stands_there_and_counted_then(
    acts: Question, timed: Landscape, scope: Mapping[str, str], found: list[str]
) -> None:
    """Printed dates count from their first to their last day, an open end stays open, no date counts at its document's."""
    answer = ask(timed.store, acts, {name: (value,) for name, value in scope.items()})
    assert [row.cells[0][0] for row in answer.rows] == found


def test_a_slice_of_time_says_how_undated_acts_count(acts: Question, timed: Landscape) -> None:
    """The note tells that a date was borrowed from a document, and only when time was asked for."""
    assert UNDATED in ask(timed.store, acts, {"as-of": ("2010",)}).note
    assert UNDATED not in ask(timed.store, acts, {"document": ("eval2008",)}).note


def test_a_date_that_is_none_is_refused(acts: Question) -> None:
    """“spring” is no date."""
    with pytest.raises(QueryError, match="no date"):
        acts.bind({"from": ("spring",)})


def test_text_of_a_section_is_matched_as_it_stands(acts: Question, timed: Landscape) -> None:
    """Signs that mean something in a pattern, and quotes, mean themselves."""
    assert not ask(timed.store, acts, {"section": ('Annex .) "',)}).rows


def test_a_question_without_records_takes_no_scope() -> None:
    """Only questions with the line offer the parameters, and every question that offers them has records with dates."""
    for question in catalogue().values():
        assert question.scoped == ("from" in question.takes)
