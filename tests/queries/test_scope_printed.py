"""Scope over claims: what a document or section prints of a project, not what was chosen among all documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.queries.answer import Answer
from migov.queries.ask import ask
from migov.queries.questions import catalogue, question
from migov.queries.scope import LINE

PRINTED = sorted(
    {(asked.name, line[1]) for asked in catalogue().values() for line in LINE.finditer(asked.query) if line[2]}
)


@pytest.fixture(scope="module")
def told_twice(make: Callable[..., Row]) -> Landscape:
    """A project that two rows of one document and a row of another print, each with a budget and dates of its own."""
    one = {"project": "p1", "title": "Routes", "donors": "gov-swe", "currency": "USD"}
    rows = [
        make("documents", document="eval2008", title="Annexes", date="2008-09"),
        make("documents", document="eval2013", title="Evaluation", date="2013-10"),
        make("agencies", agency="ilo", acronym="ILO", kind="ilo"),
        make("agencies", agency="migrant", acronym="MIGRANT", kind="ilo-unit", parent="ilo"),
        make("agencies", agency="sap-fl", acronym="SAP-FL", kind="ilo-unit", parent="ilo"),
        make("agencies", agency="gov-swe", name="Sweden", kind="government", country="SWE"),
        make("projects", **one, budget="500", start="2008-01", end="2012-03", units="migrant", countries="MDA;UKR",
             partners="ilo", themes="trafficking", symbols="S/1", document="eval2013", section="Case study 3"),
        make("projects", **one, budget="300", start="2008", end="2011-06-30", units="migrant", countries="MDA",
             symbols="S/1", section="Annex 9, row 1", lines="20"),
        make("projects", **one, budget="100", start="2007", end="2010", units="sap-fl", countries="MDA",
             symbols="S/1", section="Annex 9, row 2", lines="21"),
        make("projects", project="p1", title="Routes for all", section="Annex 5", lines="5",
             note="no title printed; label of our own"),
    ]  # fmt: skip
    return assemble(rows)


def _cell(answer: Answer, column: str) -> list[tuple[str, ...]]:
    at = answer.columns.index(column)
    return [tuple(str(value) for value in row.cells[at]) for row in answer.rows]


@pytest.mark.parametrize(
    ("name", "scope", "column", "values"),
    [
        ("projects-ending", {}, "To", [("2012-03",)]),
        ("projects-ending", {"document": "eval2008"}, "To", [("2011-06-30",)]),
        ("projects-ending", {"section": "Annex 9", "unit": "sap-fl"}, "To", [("2010",)]),
        ("projects-ending", {"document": "eval2008", "year": "2012"}, "To", []),
        ("projects-ending", {"document": "eval2008", "until": "2010"}, "To", [("2010",)]),
        ("projects-starting", {"document": "eval2008"}, "From", [("2007",)]),
        ("projects", {"section": "Annex 9"}, "Countries", [("Moldova",)]),
        ("projects", {"section": "Annex 9"}, "Budget", [("300",)]),
        ("projects", {"section": "Annex 5"}, "Budget", [()]),
        ("projects", {"section": "Annex 9", "as-of": "2011-12"}, "To", []),
        ("longest-projects", {"section": "Annex 9", "unit": "migrant"}, "Months", [("42",)]),
        ("largest-projects", {"section": "Annex 9", "unit": "sap-fl"}, "Budget", [("100",)]),
        ("projects-by-year", {"document": "eval2008", "year": "2012"}, "Running", []),
        ("projects-by-year", {"year": "2012"}, "Running", [("1",)]),
        ("funding-sum", {}, "Total", [("500",)]),
        ("funding-sum", {"document": "eval2008"}, "Total", [("300",)]),
        ("funding-sum", {"document": "eval2008", "unit": "sap-fl"}, "Total", [("100",)]),
        ("funding-totals", {"document": "eval2008"}, "Total", [("300",)]),
        ("funding-totals", {"document": "eval2008"}, "Without a budget", [("0",)]),
        ("money-by-place", {"document": "eval2008"}, "Alone", [("300",)]),
        ("money-by-place", {"document": "eval2013"}, "Alone", [("0",), ("0",)]),
        ("money-by-unit", {"section": "Annex 9", "unit": "sap-fl"}, "Total", [("100",)]),
        ("money-by-year", {"document": "eval2008"}, "Year", [("2008",), ("2007",)]),
        ("money-by-theme", {"document": "eval2008"}, "Theme", []),
        ("single-country-projects", {}, "Country", []),
        ("single-country-projects", {"section": "Annex 9"}, "Country", [("Moldova",)]),
    ],
)  # fmt: skip
def test_a_project_has_what_is_printed_in_scope(
    told_twice: Landscape, name: str, scope: Mapping[str, str], column: str, values: list[tuple[str, ...]]
) -> None:
    """Without a scope the chosen values hold; within one those of the rows there that meet the conditions, once a project."""
    found = ask(told_twice.store, question(name), {param: (value,) for param, value in scope.items()})
    assert sorted(_cell(found, column)) == sorted(values)


@pytest.mark.parametrize("name", sorted({name for name, _ in PRINTED}))
def test_sources_are_those_in_scope(shipped: Landscape, name: str) -> None:
    """Projects narrowed to a document and section rest on claims of that place alone."""
    asked = question(name)
    values = {param: asked.defaults[param] for param in asked.needs} | {
        "document": ("eval2008",),
        "section": ("Annex 9",),
    }
    rows = ask(shipped.store, asked, values).rows
    assert rows
    assert {source.document for row in rows for source in row.sources} - {""} == {"eval2008"}
    assert all(source.locator.startswith("Annex 9") for row in rows for source in row.sources if source.document)


@pytest.mark.parametrize(("name", "record"), PRINTED)
def test_what_is_taken_from_claims_is_written_triple_by_triple(name: str, record: str) -> None:
    """A `;` after `?project a :Project` would keep the chosen value, since only `?project :column` is seen."""
    body = question(name).query.split("SELECT", 1)[1]
    assert not re.search(rf"(^|[.{{}}]) *\?{record} [^.{{}}()]*;", body, re.MULTILINE)


def test_titles_of_our_own_are_not_printed(told_twice: Landscape) -> None:
    """“Printed as” leaves out a title whose note says that none is printed."""
    assert _cell(ask(told_twice.store, question("projects-ending"), {}), "Printed as") == [("Routes",)]


def test_a_claim_of_several_documents_counts_where_it_is_asked_for(make: Callable[..., Row]) -> None:
    """A claim that cites a second document beside the section asked for is shown with the document of the section alone."""
    rows = [
        make("documents", document="eval2008", title="Annexes", date="2008-09"),
        make("documents", document="eval2013", title="Evaluation", date="2013-10"),
        make("agencies", agency="ilo", acronym="ILO", kind="ilo"),
        make("agencies", agency="iom", acronym="IOM", kind="intergovernmental"),
        make("collaborations", id="c1", agencies="ilo;iom", what="a handbook", countries="MDA", themes="trafficking",
             section="Annex 6", also="eval2013:7"),
    ]  # fmt: skip
    store = assemble(rows).store
    for name in ("countries-by-document", "who-says", "named-in", "said-in", "themes-by-document"):
        asked = question(name)
        assert {("Annexes",), ("Evaluation",)} <= set(_cell(ask(store, asked, {}), "Document")), name
        assert set(_cell(ask(store, asked, {"section": ("Annex 6",)}), "Document")) == {("Annexes",)}, name


@pytest.mark.parametrize(
    ("moment", "found"), [("2006-04", []), ("2006-05", ["Seminar"]), ("2006-06", []), ("2010", [])]
)
def test_an_event_without_an_end_is_over_when_it_has_begun(
    make: Callable[..., Row], moment: str, found: list[str]
) -> None:
    """A seminar of May 2006 was under way in that month and at no other time, also as the meeting of two bodies."""
    rows = [
        make("documents", document="eval2008", title="Annexes", date="2008-09"),
        make("agencies", agency="ilo", acronym="ILO", kind="ilo"),
        make("agencies", agency="iom", acronym="IOM", kind="intergovernmental"),
        make("events", id="e1", title="Seminar", start="2006-05", organisers="ilo;iom", country="MDA"),
    ]
    store = assemble(rows).store
    for name, column in (("events", "Event"), ("joint-work", "What"), ("chronology", "What")):
        titles = _cell(ask(store, question(name), {"as-of": (moment,)}), column)
        assert titles == [(title,) for title in found], name
