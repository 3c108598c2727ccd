"""Brokers, communities and bridges, on two groups of three that one tie joins, and on the landscape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.store import Store
from migov.loaders.rows import Row
from migov.queries.answer import Answer, Thing
from migov.queries.structure.bridges import bridges
from migov.queries.structure.brokers import brokers
from migov.queries.structure.communities import communities, communities_of
from migov.queries.structure.ties import Slice, network

Make = Callable[..., Row]
ASPECTS = (brokers, communities, bridges)


@pytest.fixture(scope="module")
def two_groups(make: Make) -> Store:
    """a, b, c work together, so do d, e, f; c and d join them. A unit of c works with a, and a plan joins b and e."""
    rows = [make("documents", document="eval2008", title="Annexes", date="2008", lines="99")]
    rows += [make("agencies", agency=name, name=name.upper(), kind="un-agency") for name in "abcdef"]
    rows.append(make("agencies", agency="c1", name="C1", kind="un-agency", parent="c"))
    ties = ["a;b", "b;c", "a;c1", "d;e", "e;f", "d;f", "c;d"]
    for number, agencies in enumerate(ties):
        themes = "trafficking" if set(agencies.split(";")) <= set("abc") else "health-workers"
        what = f"work {number}"
        rows.append(make("collaborations", id=f"t{number}", agencies=agencies, relation="other", themes=themes,
                         what=what, lines=str(20 + number)))  # fmt: skip
    rows.append(make("collaborations", id="plan", agencies="b;e", relation="other", status="planned", what="plan"))
    return assemble(rows).store


def _table(answer: Answer) -> list[list[str]]:
    return [[", ".join(map(str, cell)) for cell in row.cells] for row in answer.rows]


def test_brokers_are_those_between_the_groups(two_groups: Store) -> None:
    """Each of c and d stands between 6 of the 10 pairs of others; those that join nobody are not listed."""
    found = brokers(two_groups)
    assert [row[:4] for row in _table(found)] == [["C", "60.0", "3", "2"], ["D", "60.0", "3", "2"]]
    assert [row[5] for row in _table(found)] == ["A, B", "E, F"]
    assert {source.lines for source in found.rows[0].sources} == {"21", "22", "26"}
    assert "Betweenness is" in found.note


def test_communities_are_the_two_groups_with_what_they_work_on(two_groups: Store) -> None:
    """Each group is one community around its best tied member, with its themes."""
    found = communities(two_groups)
    assert [row[:3] for row in _table(found)] == [["C", "3", "C, A, B"], ["D", "3", "D, E, F"]]
    assert [row[3:6] for row in _table(found)] == [["3", "3", "1"], ["3", "3", "1"]]
    assert "modularity 0.36" in found.question


def test_the_one_tie_between_the_groups_is_the_bridge(two_groups: Store) -> None:
    """Without it three bodies would be cut off; no tie within a group is a bridge, and a plan is no way round."""
    found = bridges(two_groups)
    assert _table(found) == [["C", "D", "3", "D, E, F", "1"]]
    assert [source.lines for source in found.rows[0].sources] == ["26"]


def test_units_are_bodies_of_their_own_when_asked_for(two_groups: Store) -> None:
    """The part stands beside its body, and what it does still counts for both."""
    assert "agency/c1" not in network(two_groups, Slice())
    graph = network(two_groups, Slice(units=True))
    assert graph.has_edge("agency/a", "agency/c1")
    assert graph.has_edge("agency/a", "agency/c")


def test_leaving_out_a_body_takes_its_parts_and_is_told(two_groups: Store) -> None:
    """Without c the first group falls to one tie, and the note says what was left out."""
    part = Slice(without=("agency/c",), units=True)
    assert not {"agency/c", "agency/c1"} & set(network(two_groups, part))
    assert "left out, with all parts: C." in communities(two_groups, 10, part).note


def test_a_theme_narrows_to_acts_on_it_or_a_narrower_one(two_groups: Store) -> None:
    """Of the ties only those of acts on the theme stay; the wider theme finds them too."""
    for theme in ("trafficking", "exploitation"):
        assert set(network(two_groups, Slice(theme=theme)).edges) == {
            ("agency/a", "agency/b"),
            ("agency/b", "agency/c"),
        }


def test_where_nothing_is_recorded_it_says_so(two_groups: Store) -> None:
    """A theme nobody works on together gives no rows and the usual words."""
    for aspect in ASPECTS:
        none = aspect(two_groups, 10, Slice(theme="fishing"))
        assert not none.rows
        assert none.note.startswith("not recorded in the documents")


def test_top_shortens_and_says_of_how_many(shipped: Landscape) -> None:
    """Fewer rows are asked for than there are: the title gives the number of all."""
    for aspect in ASPECTS:
        found = aspect(shipped.store, 2)
        assert len(found.rows) == 2
        assert "2" in found.question
        assert all(row.sources for row in found.rows)


def test_the_ilo_is_central_in_its_own_documents_and_another_without_it(shipped: Landscape) -> None:
    """The note warns of it, and leaving the ILO out puts another first without the warning."""
    first = brokers(shipped.store, 1)
    assert first.rows[0].cells[0][0] == Thing("agency/ilo", "ILO")
    assert "central by construction" in first.note
    other = brokers(shipped.store, 1, Slice(without=("agency/ilo",)))
    assert other.rows[0].cells[0][0] == Thing("agency/iom", "IOM")
    assert "central by construction" not in other.note


def test_communities_hold_every_body_once(shipped: Landscape) -> None:
    """The communities part the network: none is left out, none stands twice."""
    graph = network(shipped.store, Slice())
    members = [name for group in communities_of(graph) for name in group]
    assert sorted(members) == sorted(graph)
