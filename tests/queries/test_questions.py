"""The catalogue: every question is well formed, answers its example, and shows its places."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.build import build
from migov.graph.builds import open_current
from migov.graph.endpoint import EndpointStore
from migov.graph.store import Store
from migov.loaders.rows import Row
from migov.ontology.errors import DeclarationError, NothingFound, QueryError
from migov.queries.answer import Answer, Thing
from migov.queries.ask import SILENCE, ask
from migov.queries.names import names
from migov.queries.questions import Question, catalogue, question, read
from migov.queries.sparql.vetting import vet

QUESTIONS = sorted(catalogue())
OPEN = {("fields-without-tie", "with"), ("overlap", "right"), ("table-change", "until"), ("projects-ending", "until")}
"""Parameters that exclude, that set an upper end, or whose pair also holds when only one side is given."""


@pytest.fixture(scope="module", params=["memory", "disk", "server"])
def store(
    request: pytest.FixtureRequest,
    shipped: Landscape,
    shipped_rows: list[Row],
    tmp_path_factory: pytest.TempPathFactory,
) -> Store:
    """The shipped landscape on each kind of store."""
    if request.param == "memory":
        return shipped.store
    if request.param == "server":
        return EndpointStore(request.getfixturevalue("server"))
    folder = tmp_path_factory.mktemp("store")
    build(shipped_rows, folder)
    return open_current(folder)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_answers_its_example_with_places(store: Store, name: str) -> None:
    """Every question has rows for its example, and every row says where it stands."""
    asked = question(name)
    answer = ask(store, asked, asked.defaults)
    assert answer.rows
    assert all(row.sources for row in answer.rows)
    assert all(len(row.cells) == len(answer.columns) for row in answer.rows)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_row_stands_twice(shipped: Landscape, name: str) -> None:
    """What two documents state alike is one row: a triple in two graphs matches twice in Oxigraph."""
    rows = ask(shipped.store, question(name), _needed(question(name))).rows
    assert len({(row.cells, row.sources) for row in rows}) == len(rows)


def _needed(asked: Question) -> dict[str, tuple[str, ...]]:
    """The values of the example that the question cannot do without."""
    return {name: asked.defaults[name] for name in asked.needs}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_parameter_narrows(shipped: Landscape, name: str) -> None:
    """A value that nothing bears leaves no row: a condition that binds only an OPTIONAL would be no condition."""
    asked = question(name)
    for param, type_ in asked.params.items():
        if (name, param) not in OPEN:
            query = asked.bind(
                {**_needed(asked), param: ({"number": "987654321", "year": "9876"}.get(type_, "no-such-thing"),)}
            )
            assert not shipped.store.select(query).rows, param


def test_a_unit_that_is_asked_for_stands_for_itself(shipped: Landscape) -> None:
    """Donors of all bodies are listed by body; those of a unit are found when it is named."""
    asked = question("who-funds-whom")
    of_all = {
        cell.label for row in ask(shipped.store, asked, {}).rows for cell in row.cells[1] if isinstance(cell, Thing)
    }
    of_unit = ask(shipped.store, asked, {"agency": ("ipec",)}).rows
    assert "ILO" in of_all
    assert "IPEC" not in of_all
    assert of_unit
    assert all(str(row.cells[1][0]) == "IPEC" for row in of_unit)


@pytest.mark.parametrize("name", QUESTIONS)
def test_one_missing_value_empties_no_cell(shipped: Landscape, name: str) -> None:
    """In Oxigraph one unbound value in a GROUP_CONCAT would silently lose the others of its row."""
    query = question(name).bind(_needed(question(name)))
    filled = re.sub(r"GROUP_CONCAT\((DISTINCT )?STR\((\?\w+)\)", r'GROUP_CONCAT(\1COALESCE(STR(\2), "")', query)
    if filled != query:
        assert _words(shipped.store, query) == _words(shipped.store, filled)


def _words(store: Store, query: str) -> list[list[list[str]]]:
    return [[sorted(str(getattr(term, "value", "")).split()) for term in row] for row in store.select(query).rows]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_uses_only_terms_of_the_ontology(shipped: Landscape, name: str) -> None:
    """A misspelt term gives no rows and no warning, so each is looked up in the ontology."""
    assert not vet(shipped.store, question(name).query).warnings


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_how_to_see_it_and_can_be_told_from_others(name: str) -> None:
    """Each declares its picture, and no two have one title."""
    asked = question(name)
    assert "#+ view:" in asked.query
    assert set(asked.needs) <= set(asked.defaults)
    assert set(asked.defaults) <= set(asked.takes)
    assert [other.name for other in catalogue().values() if other.summary == asked.summary] == [name]


@pytest.mark.parametrize("name", [name for name in QUESTIONS if question(name).scoped])
def test_a_scope_narrows(shipped: Landscape, name: str) -> None:
    """Before all time there is nothing, and all time together leaves something."""
    asked = question(name)
    assert not shipped.store.select(asked.bind({**_needed(asked), "to": ("1500",)})).rows
    assert shipped.store.select(asked.bind({**asked.defaults, "from": ("1500",)})).rows


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_holds_no_constant_of_an_answer(name: str) -> None:
    """No query text names an agency, a country, a theme or a project: these come in as parameters."""
    body = question(name).query.split("SELECT", 1)[1]
    for segment in ("agency", "country", "theme", "project", "instrument"):
        assert f"id/{segment}/" not in body


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_valid_as_it_stands(small: Landscape, name: str) -> None:
    """The file itself is SPARQL, before any value is put in, and every declared column exists."""
    found = small.store.select(question(name).query)
    assert set(question(name).columns) == set(found.variables) - {"evidence"}


def test_each_store_gives_the_same_rows(store: Store, shipped: Landscape) -> None:
    """Memory, disk and server answer every question alike, row for row."""
    for asked in catalogue().values():
        assert ask(store, asked, asked.defaults) == ask(shipped.store, asked, asked.defaults)


def _column(answer: Answer, name: str) -> list[str]:
    at = answer.columns.index(name)
    return sorted(str(value) for row in answer.rows for value in row.cells[at])


def test_a_wider_theme_finds_what_is_on_narrower_ones(small: Landscape) -> None:
    """Asking for exploitation finds the project on trafficking."""
    found = ask(small.store, question("projects"), {"theme": ("exploitation",)})
    assert _column(found, "Project") == ["Against trafficking"]


def test_a_donor_stands_for_the_bodies_below_it(small: Landscape) -> None:
    """Asking for the EU finds what the Commission pays for."""
    assert _column(ask(small.store, question("projects"), {"donor": ("eu",)}), "Donors") == ["EC"]


def test_several_values_of_a_parameter_are_alternatives(small: Landscape) -> None:
    """Two countries find the projects of either."""
    found = ask(small.store, question("projects"), {"country": ("SWE", "MDA")})
    assert len(found.rows) == 2


def test_planned_acts_and_tensions_are_told_apart(small: Landscape) -> None:
    """A plan is no collaboration, and a tension is none either."""
    standing = {
        (str(row.cells[1][0]), str(row.cells[2][0]))
        for row in ask(small.store, question("partners"), {"agency": ("ilo",)}).rows
    }
    assert standing == {("IOM", "collaborates with"), ("IOM", "in tension with"), ("EU", "planned with")}


def test_money_is_counted_once(few: list[Row], small: Landscape) -> None:
    """A donor's total is the sum of its projects' chosen budgets."""
    found = ask(small.store, question("funding-totals"), {})
    assert dict(zip(_pairs(found, "Donors"), _pairs(found, "Total"), strict=True)) == {"Sweden": 509634, "EC": 1000.5}


def test_a_second_printing_adds_no_money(few: list[Row], make: Callable[..., Row]) -> None:
    """Another claim about the same project leaves every total as it is, and a different budget makes it doubtful."""
    again = make(
        "projects", project="p1", title="Equal access", donors="gov-swe", budget="509634", currency="USD", lines="33"
    )
    other = make(
        "projects", project="p1", title="Equal access", donors="gov-swe", budget="1", currency="USD", lines="34"
    )
    for rows, sure in ([*few, again], 509634), ([*few, again, other], 0):
        (found,) = [
            row for row in ask(assemble(rows).store, question("funding-sum"), {}).rows if row.cells[0] == ("USD",)
        ]
        assert (found.cells[1], found.cells[2], found.cells[4]) == ((1,), (509634,), (sure,))


def _pairs(answer: Answer, name: str) -> list[object]:
    at = answer.columns.index(name)
    values = [row.cells[at][0] for row in answer.rows]
    return [value.label if isinstance(value, Thing) else value for value in values]


def test_nothing_found_says_so(small: Landscape) -> None:
    """An empty answer says that the documents are silent."""
    found = ask(small.store, question("projects"), {"country": ("JPN",)})
    assert not found.rows
    assert found.note == SILENCE


def test_an_unknown_parameter_or_question_is_refused() -> None:
    """A question without such a parameter, and a name that is no question, are refused with what there is."""
    with pytest.raises(QueryError, match="it has"):
        question("projects").bind({"colour": ("red",)})
    with pytest.raises(QueryError, match="agencies-by-theme"):
        question("why")


def test_a_question_without_header_or_values_line_is_refused(tmp_path: Path) -> None:
    """A file that lacks a title, or the line of a parameter it declares, fails when read."""
    file = tmp_path / "q.rq"
    file.write_text("SELECT * { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(DeclarationError, match="summary"):
        read(file)
    file.write_text("#+ summary: s\n#+ description: d\n#+ params: {x: theme}\nSELECT * { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(DeclarationError, match="VALUES"):
        read(file)


def test_names_are_found_as_people_write_them(store: Store) -> None:
    """Acronyms, names, aliases, labels and codes lead to one key; a slip is answered with what is near."""
    known = names(store)
    assert known.key("agency", "world bank") == "world-bank"
    assert known.key("country", "Moldova") == known.key("country", "MDA") == "MDA"
    assert known.key("theme", "human trafficking") == "trafficking"
    with pytest.raises(NothingFound) as fault:
        known.key("agency", "UNHCRR")
    assert "UNHCR" in fault.value.nearest


def test_a_theme_that_no_cited_line_names_is_inferred(small: Landscape) -> None:
    """The editors' own theme is told from one whose label stands in the document; agencies and countries are never marked."""
    (row,) = ask(small.store, question("projects"), {"donor": ("gov-swe",)}).rows
    assert not any(value.inferred for cell in row.cells for value in cell if isinstance(value, Thing))
    themes = ask(small.store, question("agencies-by-theme"), {}).rows
    assert all(thing.inferred for row in themes for thing in row.cells[0] if isinstance(thing, Thing))
