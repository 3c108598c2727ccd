"""What single questions of the catalogue answer, on rows made for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.queries.ask import ask
from migov.queries.questions import question


@pytest.fixture(scope="module")
def told(make: Callable[..., Row]) -> Landscape:
    """Two bodies with units, a group of two countries, a list of projects, consultations, roles and a table of two years."""
    return assemble(
        [
            make("documents", document="eval2008", title="Annexes", date="2008-09"),
            make("documents", document="eval2013", title="Evaluation", date="2013-10"),
            make("agencies", agency="ilo", acronym="ILO", kind="ilo"),
            make("agencies", agency="migrant", acronym="MIGRANT", kind="ilo-unit", parent="ilo"),
            make("agencies", agency="sap-fl", acronym="SAP-FL", kind="ilo-unit", parent="ilo"),
            make("agencies", agency="iom", acronym="IOM", kind="intergovernmental"),
            make("agencies", agency="iom-law", name="Law Department", kind="intergovernmental", parent="iom"),
            make("agencies", agency="unsd", acronym="UNSD", kind="un-agency"),
            make("agencies", agency="sadc", acronym="SADC", kind="regional-body"),
            make("memberships", group="sadc", member="LSO", role="member"),
            make("memberships", group="sadc", member="ZMB", role="member"),
            make("instruments", code="ICRMW", title="Convention on Migrant Workers", year="1990"),
            make("ratifications", country="LSO", instrument="ICRMW", section="paragraph 26", lines="70"),
            make("projects", project="p1", title="Routes", symbols="S/1", donors="iom-law", units="sap-fl", countries="LSO",
                 budget="100", currency="USD", start="2007", section="Annex 9, row 1", lines="20"),
            make("projects", project="p2", title="Roads", symbols="S/1", units="migrant", countries="LSO;KEN",
                 budget="200", currency="USD", start="2008-04", section="Annex 9, row 2", lines="21"),
            make("projects", project="p3", title="Paths", symbols="S/3", donors="iom", units="migrant", countries="KEN",
                 start="2008", printed="budget=to be decided", section="Annex 9, row 3", lines="22"),
            make("projects", project="p3", title="A study", donors="iom", section="Annex 5", lines="5"),
            make("consultations", organisation="iom", place="Geneva", persons="8", section="Annex 1", lines="30-39"),
            make("consultations", organisation="iom-law", place="Geneva", persons="1", section="Annex 1", lines="33"),
            make("consultations", organisation="iom-law", place="Bangkok", persons="2", section="Annex 1", lines="50"),
            make("consultations", organisation="unsd", place="Bangkok", section="Annex 1", lines="51"),
            make("roles", agency="iom", role="field-of-work", themes="trafficking", what="routes", section="Annex 6", lines="60"),
            make("roles", agency="iom", role="comparative-advantage", what="close to governments", section="Annex 6", lines="60"),
            make("roles", agency="unsd", role="field-of-work", themes="statistics", what="normative work", section="Annex 6", lines="61"),
            make("observations", table="10", row="C097", column="2005", value="45", document="eval2013", lines="80"),
            make("observations", table="10", row="C097", column="2013", value="49", document="eval2013", lines="80"),
        ]
    )  # fmt: skip


def _said(told: Landscape, name: str, column: str, **values: str) -> list[str]:
    found = ask(told.store, question(name), {param.replace("_", "-"): (value,) for param, value in values.items()})
    at = found.columns.index(column)
    return [" / ".join(str(value) for value in row.cells[at]) for row in found.rows]


def test_projects_begin_in_a_year_or_since_it(told: Landscape) -> None:
    """A year takes what begins in it, `since` what begins later too; the first stand first."""
    assert _said(told, "projects-starting", "Project") == ["Routes", "Paths", "Roads"]
    assert _said(told, "projects-starting", "Project", year="2007") == ["Routes"]
    assert _said(told, "projects-starting", "Project", since="2008") == ["Paths", "Roads"]


def test_members_of_a_group_are_found_in_project_lists(told: Landscape) -> None:
    """A member that no row names is left out, and the rows are counted."""
    assert _said(told, "members-projects", "Member", group="sadc") == ["Lesotho"]
    assert _said(told, "members-projects", "Rows", group="sadc") == ["2"]
    assert _said(told, "members-projects", "Rows", group="sadc", unit="sap-fl") == ["1"]
    assert not _said(told, "members-projects", "Rows", group="sadc", part="donor")


def test_bodies_in_two_places_count_with_their_units(told: Landscape) -> None:
    """IOM has a field of work in Annex 6; its department is a donor in Annex 9 and was consulted in Annex 1."""
    assert _said(told, "bodies-in-both", "Body", first="annex 6", second="ANNEX 9") == ["IOM"]
    assert _said(told, "bodies-in-both", "In the second", first="annex 6", second="annex 9") == ["project, as donor"]
    assert _said(told, "bodies-in-both", "Body", first="annex 6", second="annex 1", also="consultation") == [
        "IOM",
        "UNSD",
    ]
    assert not _said(told, "bodies-in-both", "Body", first="annex 6", second="nnex 9")


def test_units_of_one_body_in_two_places_are_not_the_body(told: Landscape) -> None:
    """That two units of the ILO run one row each does not put the ILO, or either unit, into both rows."""
    assert not _said(told, "bodies-in-both", "Body", first="row 1", second="row 2")


def test_countries_in_two_ways(told: Landscape) -> None:
    """Lesotho has a project and a ratification, Kenya a project alone."""
    assert _said(told, "countries-in-both", "Country") == ["Kenya", "Lesotho", "Zambia"]
    found = {"as": "project", "also": "ratification"}
    assert _said(told, "countries-in-both", "Country", **found) == ["Lesotho"]
    assert _said(told, "countries-in-both", "Records of the first", **found) == ["2"]


def test_a_symbol_of_two_rows_is_shown_with_both(told: Landscape) -> None:
    """The unit asked for may stand in one row; the row of the other unit is shown beside it."""
    assert _said(told, "shared-symbols", "Symbol") == ["S/1", "S/1"]
    assert sorted(_said(told, "shared-symbols", "Budget", unit="sap-fl")) == ["100", "200"]
    assert _said(told, "shared-symbols", "Different budgets", unit="sap-fl") == ["2", "2"]


def test_projects_of_one_country_alone(told: Landscape) -> None:
    """A project that names a second country is left out."""
    assert _said(told, "single-country-projects", "Project") == ["Paths", "Routes"]
    assert _said(told, "single-country-projects", "Project", country="LSO") == ["Routes"]


def test_a_role_that_is_not_printed(told: Landscape) -> None:
    """UNSD has a field of work and no comparative advantage; who has both is not listed."""
    assert _said(told, "agencies-without-role", "Agency", role="comparative-advantage") == ["UNSD"]
    assert not _said(told, "agencies-without-role", "Agency", role="field-of-work")


def test_persons_of_a_body_are_counted_once(told: Landscape) -> None:
    """Who stands within the lines of the body is one of its eight; who stands elsewhere is added."""
    assert _said(told, "consulted", "Persons of the whole body", agency="iom") == ["10", "10", "10"]
    assert _said(told, "consulted", "Part of", agency="iom-law") == ["IOM", "IOM"]
    assert _said(told, "consulted", "Persons", agency="unsd") == [""]


def test_one_year_of_a_table_gives_its_figures(told: Landscape) -> None:
    """From a year to the same year there is a figure and no change."""
    assert _said(told, "table-change", "Change") == ["4"]
    assert _said(told, "table-change", "Figure", since="2013", until="2013") == ["49"]
    assert _said(told, "table-change", "Change", since="2013", until="2013") == [""]


def test_words_are_sought_in_the_title_of_what_a_claim_is_about(told: Landscape) -> None:
    """A place that prints another title of the project is found by the title chosen for it."""
    assert sorted(_said(told, "who-says", "What it says", words="paths")) == ["A study", "Paths"]


def test_words_are_sought_in_odd_print_and_in_fields(told: Landscape) -> None:
    """“To be decided” finds the row and its donor, and “normative” the field of work."""
    assert _said(told, "incomplete-projects", "Donors", words="to be decided") == ["IOM"]
    assert sorted(_said(told, "project-details", "Printed as", words="To be decided")) == ["A study", "Paths"]
    assert _said(told, "fields-of-work", "Agency", words="normative") == ["UNSD"]


def test_a_region_holds_what_names_only_its_countries(few: list[Row], make: Callable[..., Row]) -> None:
    """A project in Kenya is found in Africa, one in Sweden is not; the answer says how, and not of a target's region."""
    rows = [*few, make("projects", project="p9", title="Nairobi", countries="KEN", lines="40")]
    store = assemble([*rows, make("targets", indicator="7.1", region="africa", target="2", lines="41")]).store
    found = ask(store, question("projects"), {"region": ("africa",)})
    assert [str(row.cells[0][0]) for row in found.rows] == ["Nairobi"]
    assert "regions it lies in" in found.note
    assert "regions it lies in" not in ask(store, question("targets"), {"region": ("africa",)}).note


@pytest.mark.parametrize("name", ["donors-by-country", "donors-by-theme"])
def test_a_donor_that_is_part_of_another_body_is_found_by_its_own_name(
    few: list[Row], make: Callable[..., Row], name: str
) -> None:
    """What a development agency pays for is given under its government, and asked for under either."""
    part = make("agencies", agency="sida", acronym="SIDA", kind="development-agency", parent="gov-swe", lines="40")
    paid = make("projects", project="p9", donors="sida", countries="KEN", themes="trafficking", lines="41")
    store = assemble([*few, part, paid]).store
    for donor in ("sida", "gov-swe"):
        found = ask(store, question(name), {"donor": (donor,)})
        assert {str(value) for row in found.rows for value in row.cells[found.columns.index("Donor")]} == {"Sweden"}


@pytest.mark.parametrize("table", ["5", "Table 5", "table 5"])
def test_a_table_is_found_by_its_number_and_as_it_is_called(
    few: list[Row], make: Callable[..., Row], table: str
) -> None:
    """“Table 5” is the table 5, and not 15."""
    rows = [
        make("observations", table=number, row="Africa", column="Projects", value=number, lines=f"5{number}")
        for number in ("5", "15")
    ]
    found = ask(assemble([*few, *rows]).store, question("figures"), {"table": (table,)})
    assert [row.cells[found.columns.index("Figure")] for row in found.rows] == [("5",)]


def test_a_period_of_several_results_does_not_tell_which_one_a_country_counts_for(
    few: list[Row], make: Callable[..., Row]
) -> None:
    """With one result of a period its country is counted; with two results neither claims it."""
    action = make(
        "country_actions", id="c1", country="KEN", area="policy", what="a policy", period="2010/2011", lines="40"
    )
    first, second = (
        make("targets", indicator=code, period="2010/2011", target="5", result="5", lines=f"4{n}")
        for n, code in enumerate(("7a", "7b"), 1)
    )
    one, two = (assemble([*few, action, *goals]).store for goals in ([first], [first, second]))
    assert len(ask(one, question("printed-and-named"), {}).rows) == 1
    assert ask(two, question("printed-and-named"), {}).rows == []
