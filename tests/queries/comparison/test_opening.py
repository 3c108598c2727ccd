"""What stands behind one thing of an overlap."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.ontology.errors import NothingFound, QueryError
from migov.queries.comparison.compare import Overlap, compare
from migov.queries.comparison.opening import behind, chosen
from migov.queries.names import names


@pytest.fixture(scope="module")
def pair(small: Landscape) -> Overlap:
    """ILO and IOM in the small landscape."""
    return compare(small.store, "ilo", "iom")


def _again(*words: str) -> str:
    return " ".join(("migov", *words))


def test_every_record_behind_a_number_is_listed_with_whose_it_is(small: Landscape, pair: Overlap) -> None:
    """What both have first; as many rows of each body as the overlap counts records of it; each with its places."""
    items = chosen(pair, "health workers", names(small.store))
    answer = behind(small.store, pair, items, _again)
    assert [(tuple(map(str, row.cells[0])), row.cells[1]) for row in answer.rows] == [
        (("ILO", "IOM"), ("joint programming",)),
        (("IOM",), ("health workers",)),
    ]
    (item,) = items
    assert item.left is not None
    assert item.right is not None
    assert (len(item.left.said), len(item.right.said)) == (1, 2)
    assert answer.question == "Health workers (theme): records 1 of ILO and 2 of IOM"
    assert all(row.sources for row in answer.rows)


def test_the_claims_of_a_record_are_one_command_away(small: Landscape, pair: Overlap) -> None:
    """A joint act that derives from a project is opened by the project, of which something is claimed."""
    answer = behind(small.store, pair, chosen(pair, "Trafficking in persons", names(small.store)), _again)
    assert {str(row.cells[3][0]) for row in answer.rows} == {"project/p2"}
    assert answer.note.startswith("migov evidence project/p2 ")


def test_a_name_means_what_the_two_have_by_it(small: Landscape, pair: Overlap) -> None:
    """Moldova is the country here, not its government; an id is taken as it stands."""
    known = names(small.store)
    assert [item.thing.id for item in chosen(pair, "Moldova", known)] == ["country/MDA"]
    assert [item.thing.id for item in chosen(pair, "country/MDA", known)] == ["country/MDA"]


def test_what_neither_has_is_told_from_what_nobody_knows(small: Landscape, pair: Overlap) -> None:
    """A theme that nothing ties to them, and a word that names nothing."""
    known = names(small.store)
    with pytest.raises(QueryError, match="nothing recorded ties “remittances” to ILO or to IOM"):
        chosen(pair, "remittances", known)
    with pytest.raises(NothingFound):
        chosen(pair, "qwerty", known)
