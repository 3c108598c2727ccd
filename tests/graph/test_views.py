"""Views: each shows what it is for, and every way of narrowing it keeps what it says."""

from __future__ import annotations

from collections import Counter

import pytest

from migov.graph.assemble import Landscape
from migov.graph.network import LAYOUTS, Caption, Network, Node, Tie
from migov.graph.project import Narrowing, project
from migov.graph.viewing import catalogue, view
from migov.ontology.errors import QueryError

PAIR = ("agency/ilo", "agency/iom")


def test_every_view_says_what_it_is_for() -> None:
    """A summary, a description, a layout there is, and an example with as many names as it needs."""
    for found in catalogue().values():
        assert found.summary
        assert found.description
        assert found.layout in LAYOUTS
        assert found.needs <= len(found.example) <= len(found.takes)


# overlap


def test_an_overlap_tells_shared_from_alone(shipped: Landscape) -> None:
    """Five columns: alone, the one, shared, the other, alone; what is shared is tied to both, what is not to one."""
    network = project(shipped.store, "overlap", PAIR)
    nodes = _nodes(network)
    assert (nodes[PAIR[0]].layer, nodes[PAIR[1]].layer) == (1, 3)
    for name, node in nodes.items():
        if name not in PAIR:
            tied = {side for side in PAIR if network.has_edge(side, name)}
            assert tied == {0: {PAIR[0]}, 2: set(PAIR), 4: {PAIR[1]}}[node.layer]


def test_an_overlap_tells_joint_work_from_none(shipped: Landscape) -> None:
    """A shared theme without joint work stands apart, and the title counts these."""
    network = project(shipped.store, "overlap", PAIR, most=10_000)
    shared = Counter(node.group.partition(":")[0] for node in _nodes(network).values() if node.layer == 2)
    apart = shared["Both, no joint work recorded"]
    assert min(shared.values()) > 0
    assert f"{apart} of them without recorded joint work" in _caption(network).title


def test_joint_work_is_that_of_projects_too(small: Landscape) -> None:
    """Joint programming on health workers is joint work there; both being in a project on trafficking is too."""
    nodes = _nodes(project(small.store, "overlap", PAIR))
    assert nodes["theme/health-workers"].group.startswith("Both, with joint work")
    assert nodes["theme/trafficking"].group.startswith("Both, with joint work")


def test_a_heading_says_how_many_there_are(shipped: Landscape) -> None:
    """Where a column is cut its heading gives the whole number and the number shown."""
    nodes = _nodes(project(shipped.store, "overlap", PAIR))
    alone = [node.group for node in nodes.values() if node.layer == 0]
    assert alone[0].endswith(f", shown {len(alone)}")
    assert int(alone[0].split(": ")[1].split(",")[0]) > len(alone)


# funding, framework, neighbourhood


def test_money_flows_from_left_to_right(shipped: Landscape) -> None:
    """Donors, projects and places stand in this order, and each project shown has a donor."""
    network = project(shipped.store, "funding")
    nodes = _nodes(network)
    assert all(nodes[source].layer < nodes[target].layer for source, target in network.edges())
    paid = {target for *_, target, tie in _ties(network) if tie.kind == "funds"}
    assert paid == {name for name in nodes if name.startswith("project/")}


def test_a_principle_shows_all_that_stands_behind_it(shipped: Landscape) -> None:
    """One principle: its instruments, its themes, and the case studies on these; the editors' links are marked as theirs."""
    network = project(shipped.store, "framework", ("principle/11",))
    kinds = Counter(name.partition("/")[0] for name in network)
    assert kinds["principle"] == 1
    assert min(kinds["instrument"], kinds["theme"], kinds["case-study"]) > 0
    own = [tie for source, _, tie in _ties(network) if source == "principle/11"]
    assert {tie.status for tie in own} == {"inferred"}


def test_a_neighbourhood_is_what_a_thing_is_tied_to(small: Landscape) -> None:
    """With one hop every tie has the thing at one end; with two there is more, and nothing is reached through a country."""
    near = project(small.store, "neighbourhood", ("agency/iom",))
    assert all("agency/iom" in ends for ends in near.edges())
    assert "agency/gov-swe" not in near
    far = project(small.store, "neighbourhood", ("agency/iom",), hops=2)
    assert set(near) < set(far)
    assert _nodes(far)["agency/ec"].layer == 2


def test_a_view_needs_its_names(small: Landscape) -> None:
    """Too few names are refused with the example, names for a view of the whole too."""
    with pytest.raises(QueryError, match="needs two names, as in migov draw overlap ILO IOM"):
        project(small.store, "overlap", ("agency/ilo",))
    with pytest.raises(QueryError, match="takes no names"):
        project(small.store, "landscape", ("agency/ilo",))


# narrowing


def test_a_theme_keeps_what_is_on_it(small: Landscape) -> None:
    """Ties by their records' themes, themes drawn by themselves; narrower themes count."""
    kept = project(small.store, "landscape", narrowing=Narrowing(themes=("trafficking",)))
    assert "project/p2" in kept
    assert "project/p1" not in kept
    drawn = project(small.store, "agency-theme", narrowing=Narrowing(themes=("trafficking",)))
    assert {name for name in drawn if name.startswith("theme/")} == {"theme/trafficking"}
    assert "on Trafficking in persons" in _caption(drawn).subtitle


def test_a_wider_theme_keeps_the_narrower_ones(shipped: Landscape) -> None:
    """What is on child trafficking is on trafficking."""
    drawn = project(shipped.store, "agency-theme", narrowing=Narrowing(themes=("trafficking",)), most=1000)
    assert {"theme/trafficking", "theme/child-trafficking"} <= set(drawn)
    assert "theme/remittances" not in drawn


def test_a_country_keeps_what_concerns_it(small: Landscape) -> None:
    """Ties whose records name the country; of countries drawn only this one."""
    kept = project(small.store, "funding", narrowing=Narrowing(countries=("MDA",)))
    assert set(kept) == {"agency/ec", "project/p2", "country/MDA"}


def test_what_has_no_date_counts_by_its_document(small: Landscape) -> None:
    """A project from 2005 to 2008 is in a slice that it touches; one without dates counts in the year of its document, 2008."""
    slices = {
        span: set(project(small.store, "funding", narrowing=Narrowing(since=span[0], until=span[1])))
        for span in (("", "2006"), ("2008", "2008"), ("2009", ""))
    }
    assert [{"project/p1", "project/p2"} & found for found in slices.values()] == [
        {"project/p1"},
        {"project/p1", "project/p2"},
        set(),
    ]


def test_a_slice_of_time_keeps_what_fell_into_it(shipped: Landscape) -> None:
    """Later and earlier slices are parts of the whole; each tie rests on fewer records or as many."""
    whole = _counted(project(shipped.store, "landscape", most=10_000))
    late = _counted(project(shipped.store, "landscape", narrowing=Narrowing(since="2009"), most=10_000))
    early = _counted(project(shipped.store, "landscape", narrowing=Narrowing(until="2003-06"), most=10_000))
    assert 0 < len(early) < len(whole)
    assert 0 < len(late) < len(whole)
    assert all(count <= whole[tie] for tie, count in (late | early).items())
    assert set(early) != set(late)


def test_a_focus_keeps_what_is_one_tie_away(small: Landscape) -> None:
    """The thing, its neighbours, and the ties among these."""
    whole = project(small.store, "landscape")
    near = project(small.store, "landscape", narrowing=Narrowing(focus=("project/p2",)))
    assert set(near) == {"project/p2", *whole.predecessors("project/p2"), *whole.successors("project/p2")}
    assert near.has_edge("agency/iom", "project/p2")
    assert "project/p1" not in near


def test_a_focus_in_columns_keeps_the_whole_flow(small: Landscape) -> None:
    """A donor's projects and their countries; a country's projects and their donors; nobody else's."""
    flow = {"agency/ec", "project/p2", "country/MDA", "country/UKR"}
    assert set(project(small.store, "funding", narrowing=Narrowing(focus=("agency/ec",)))) == flow
    assert set(project(small.store, "funding", narrowing=Narrowing(focus=("country/MDA",)))) == flow - {"country/UKR"}


def test_few_records_can_be_left_out(small: Landscape) -> None:
    """Only ties that rest on so many records stay."""
    kept = project(small.store, "landscape", narrowing=Narrowing(least=2))
    assert {tie.kind for *_, tie in _ties(kept)} == {"collaboratesWith"}
    assert all(tie.records >= 2 for *_, tie in _ties(kept))


def test_top_keeps_the_best_tied(shipped: Landscape) -> None:
    """So many nodes at most, the hub among them, and the picture says that it is a part."""
    kept = project(shipped.store, "landscape", narrowing=Narrowing(top=12))
    assert "agency/ilo" in kept
    assert len(kept) <= 12
    assert "of 4" in _caption(kept).subtitle


def test_what_is_offered_as_narrower_can_be_read_whole(shipped: Landscape) -> None:
    """The options offered give a picture that is not cut."""
    for option in _caption(project(shipped.store, "landscape")).narrower:
        name, value = option.split()
        given = {
            "--focus": Narrowing(focus=(value,)),
            "--theme": Narrowing(themes=(value,)),
            "--min": Narrowing(least=int(value) if value.isdigit() else 1),
        }[name]
        assert _caption(project(shipped.store, "landscape", narrowing=given)).narrower == ()


def test_an_empty_picture_says_that_nothing_is_recorded(small: Landscape) -> None:
    """Nothing is drawn, and the title says so."""
    network = project(small.store, "landscape", narrowing=Narrowing(themes=("remittances",)))
    assert len(network) == 0
    assert "recorded in the documents" in _caption(network).title


def test_only_what_is_cited_is_stated(shipped: Landscape) -> None:
    """Among ties to themes some are named by a cited line and some inferred, and none stands twice."""
    standing = Counter(tie.status for *_, tie in _ties(project(shipped.store, "agency-theme", most=10_000)))
    assert set(standing) == {"", "inferred"}


@pytest.mark.parametrize("name", [name for name, found in catalogue().items() if found.query])
def test_two_runs_give_the_same_network(shipped: Landscape, name: str) -> None:
    """Nodes, ties and captions are equal, in the same order."""
    ends = {2: PAIR, 1: PAIR[:1], 0: ()}[view(name).needs]
    one, other = (project(shipped.store, name, ends) for _ in range(2))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
    assert _caption(one) == _caption(other)


def _nodes(network: Network) -> dict[str, Node]:
    return {name: data["data"] for name, data in network.nodes(data=True)}


def _ties(network: Network) -> list[tuple[str, str, Tie]]:
    return [(source, target, data["data"]) for source, target, data in network.edges(data=True)]


def _counted(network: Network) -> dict[tuple[str, str, str], int]:
    return {(source, target, tie.kind): tie.records for source, target, tie in _ties(network)}


def _caption(network: Network) -> Caption:
    caption: Caption = network.graph["caption"]
    return caption
