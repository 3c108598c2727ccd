"""Paths: the shortest chains of ties, what they may pass through, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.whole import Bond, Whole, joined, parts, whole
from migov.loaders.rows import Row
from migov.ontology.errors import NothingFound, QueryError
from migov.queries.answer import Answer
from migov.queries.meaning import meanings, meant
from migov.queries.names import names
from migov.queries.structure.hops import readings
from migov.queries.structure.paths import Way, paths, shortest

Make = Callable[..., Row]
KINDS = ("agency", "country", "instrument", "theme")


def _chains(answer: Answer) -> list[list[str]]:
    """Each path as the labels of its nodes."""
    found: dict[str, list[str]] = {}
    for row in answer.rows:
        path, _, one, _, other = (str(cell[0]) for cell in row.cells)
        found.setdefault(path, [one]).append(other)
    return list(found.values())


def test_each_hop_says_how_in_the_direction_walked_and_where(small: Landscape) -> None:
    """A donor and a partner meet in a project; walked the other way, the words turn round."""
    there = paths(small.store, "agency/ec", "agency/iom", 1)
    back = paths(small.store, "agency/iom", "agency/ec", 1)
    assert [row.cells[3] for row in there.rows] == [("funds",), ("has as a partner",)]
    assert [row.cells[3] for row in back.rows] == [("is a partner in",), ("is funded by",)]
    assert all({source.lines for source in row.sources} == {"12-13"} for row in there.rows)


def test_a_unit_and_a_part_are_hops_of_their_own(small: Landscape) -> None:
    """The unit that runs a project leads to its body, and the Commission to the Union."""
    assert ["MIGRANT", "ILO"] in _chains(paths(small.store, "agency/migrant", "agency/ilo"))
    assert _chains(paths(small.store, "agency/ec", "agency/eu", 1)) == [["EC", "EU"]]


def test_plans_and_tensions_count_only_when_asked_for_and_it_is_told(small: Landscape) -> None:
    """ILO and EU are one hop apart by a plan, and further by what is done."""
    done = paths(small.store, "agency/ilo", "agency/eu", 1)
    assert len(done.rows) > 1
    assert "planned ties and tensions are no hops" in done.note
    planned = paths(small.store, "agency/ilo", "agency/eu", 1, Way(planned=True))
    assert [row.cells[3] for row in planned.rows] == [("plans with",)]
    assert "planned ties and tensions count as hops" in planned.note


def test_where_no_path_is_recorded_it_says_what_would_join_them(few: list[Row], make: Make) -> None:
    """Two bodies that share a theme alone are not joined, but would be through it."""
    rows = [
        *few,
        make("agencies", agency="who", acronym="WHO", kind="un-agency"),
        make("roles", agency="who", role="field-of-work", themes="health-workers", what="health", lines="20"),
    ]
    store = assemble(rows).store
    none = paths(store, "agency/who", "agency/iom")
    assert none.rows == []
    assert none.note.startswith("not recorded in the documents")
    assert "through themes in 2 hops (WHO - Health workers - IOM)" in none.note
    through = paths(store, "agency/who", "agency/iom", 1, Way(avoid=("country", "region")))
    assert _chains(through) == [["WHO", "Health workers", "IOM"]]


def test_a_body_left_out_takes_its_units_with_it(small: Landscape) -> None:
    """Without the ILO no path runs through its unit, and a project that the unit runs still joins donor and partner."""
    left = paths(small.store, "agency/gov-swe", "agency/iom", 3, Way(without=("agency/ilo",)))
    assert left.rows == []
    assert "through what is left out" in left.note
    assert paths(small.store, "agency/ec", "agency/iom", 3, Way(without=("agency/ilo",))).rows


def test_a_government_ratifies_as_its_country(few: list[Row], make: Make) -> None:
    """A government reaches an instrument through its own country, though countries are not passed through."""
    rows = [
        *few,
        make("instruments", code="C097", title="Migration for Employment", kind="convention", lines="18"),
        make("ratifications", country="SWE", instrument="C097", lines="19"),
    ]
    found = paths(assemble(rows).store, "agency/gov-swe", "instrument/C097", 1)
    assert [row.cells[3][-1] for row in found.rows] == ["is a government body of", "ratified"]


def test_ends_that_make_no_path_are_refused(small: Landscape) -> None:
    """A path needs two ends, and neither of them can be left out."""
    with pytest.raises(QueryError, match="needs two things"):
        paths(small.store, "agency/ilo", "agency/ilo")
    with pytest.raises(QueryError, match="cannot be left out"):
        paths(small.store, "agency/ilo", "agency/iom", 3, Way(without=("agency/iom",)))


def _graph(*pairs: str) -> Whole:
    """A graph of pairs of letters; `ab3` rests on three records."""
    graph: Whole = nx.Graph()
    for pair in pairs:
        one, other, records = pair[0], pair[1], int(pair[2:] or 1)
        bond = Bond(one, "collaboratesWith", other, f"edge/{pair}", frozenset(f"{pair}{n}" for n in range(records)))
        graph.add_edge(one, other, ties=(bond,))
    return graph


def test_shorter_comes_first_then_better_evidenced_then_the_alphabet() -> None:
    """Of three paths of two hops the one whose weakest hop is strongest leads; a longer one comes last."""
    graph = _graph("ac", "cz", "ab", "bz", "ad5", "dz2", "ae9", "ez1", "ef9", "fz9")
    found, counts = shortest(graph, "a", "z", 5)
    assert ["".join(path) for path in found] == ["adz", "aez", "abz", "acz", "aefz"]
    assert counts == {2: 4, 3: 1}


def test_no_path_passes_a_node_twice_and_none_is_counted_twice() -> None:
    """In a ring with a chord each loopless path is found once."""
    found, counts = shortest(_graph("ab", "bc", "cz", "za", "bz"), "a", "z", 10)
    assert ["".join(path) for path in found] == ["az", "abz", "abcz"]
    assert counts == {1: 1, 2: 1, 3: 1}


def test_what_a_name_means(small: Landscape) -> None:
    """An agency goes first, but a country before its government; a key means its own thing, an id is itself, nothing is guessed."""
    known = names(small.store)
    assert meant(known, "IOM", KINDS) == "agency/iom"
    assert meant(known, "Sweden", KINDS) == "country/SWE"
    assert meant(known, "Sweden", ("agency",)) == "agency/gov-swe"
    assert meanings(known, "Sweden", KINDS) == ("country/SWE", "agency/gov-swe")
    assert meanings(known, "IOM", KINDS) == ("agency/iom",)
    assert meant(known, "Sweden", ("country",)) == "country/SWE"
    assert meant(known, "country/SWE", KINDS) == "country/SWE"
    assert meant(known, "trafficking", KINDS) == "theme/trafficking"
    with pytest.raises(NothingFound):
        meant(known, "Atlantis", KINDS)
    with pytest.raises(NothingFound):
        meant(known, "agency/atlantis", KINDS)


def test_parts_are_found_at_any_depth(small: Landscape) -> None:
    """A body left out is left out with all that is below it."""
    assert parts(whole(small.store), ["agency/eu"]) == {"agency/eu", "agency/ec"}


def test_every_property_of_the_landscape_has_words(shipped: Landscape) -> None:
    """No hop is shown by the bare name of a property."""
    kinds = {bond.kind for *_, ties in joined(whole(shipped.store)) for bond in ties}
    assert kinds <= set(readings())


def test_skipping_properties_changes_no_other(shipped: Landscape) -> None:
    """What is read without some properties is the whole graph less these."""
    everything = {bond for *_, ties in joined(whole(shipped.store)) for bond in ties}
    skipped = {bond for *_, ties in joined(whole(shipped.store, ["worksOn"])) for bond in ties}
    assert skipped == {bond for bond in everything if bond.kind != "worksOn"}
    assert len(skipped) < len(everything)


def test_every_hop_of_the_landscape_has_a_place(shipped: Landscape) -> None:
    """Paths between well-known bodies cite their documents at each hop."""
    for one, other in (("agency/unhcr", "agency/sadc"), ("agency/gov-swe", "agency/gov-mda")):
        found = paths(shipped.store, one, other, 5)
        assert len(_chains(found)) == 5
        assert all(row.sources for row in found.rows)
