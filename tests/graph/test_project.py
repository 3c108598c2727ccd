"""Projection: the network holds the edges of the graph, with kinds, themes, standing and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.network import Caption, Network, Tie
from migov.graph.project import project, views
from migov.graph.viewing import view
from migov.loaders.rows import Row
from migov.ontology.errors import QueryError


def test_the_landscape_has_each_tie_once_with_its_sources(small: Landscape) -> None:
    """Funding, running, partnership and joint work are edges of their own, each with a claim behind it."""
    network = project(small.store, "landscape")
    ties = {(u, k, v) for u, v, k in network.edges(keys=True)}
    assert ("agency/ec", "funds", "project/p2") in ties
    assert ("agency/migrant", "responsibleFor", "project/p1") in ties
    assert ("agency/iom", "partnersIn", "project/p2") in ties
    assert ("agency/ilo", "collaboratesWith", "agency/iom") in ties
    assert ("agency/ilo", "inTension", "agency/iom") in ties
    assert ("agency/eu", "plannedWith", "agency/ilo") in ties
    assert all(data["data"].sources for *_, data in network.edges(data=True))


def test_nodes_say_what_they_are(small: Landscape) -> None:
    """A node carries its label, its narrowest class and the themes of its ties."""
    node = project(small.store, "landscape").nodes["agency/iom"]["data"]
    assert (node.label, node.kind) == ("IOM", "IntergovernmentalOrganisation")
    assert "trafficking" in node.themes


def test_what_a_unit_does_its_body_does(small: Landscape) -> None:
    """The ILO works on the themes of its unit's projects."""
    network = project(small.store, "agency-theme")
    assert network.has_edge("agency/ilo", "theme/trafficking")
    assert network.has_edge("agency/migrant", "theme/trafficking")
    assert not network.has_edge("agency/eu", "theme/governance")


def test_a_tie_says_how_it_stands(small: Landscape) -> None:
    """What is stated stands as stated, what is planned as planned, a theme that no cited line names as inferred; else nothing."""
    network = project(small.store, "landscape")
    assert _tie(network, "agency/ilo", "agency/iom", "collaboratesWith").status == "ongoing"
    assert _tie(network, "agency/eu", "agency/ilo", "plannedWith").status == "planned"
    assert _tie(network, "agency/ec", "project/p2", "funds").status == ""
    themes = project(small.store, "agency-theme")
    assert _tie(themes, "agency/iom", "theme/trafficking", "worksOn").status == "inferred"


def test_a_tie_counts_its_records(small: Landscape) -> None:
    """Joint programming and the project both are in make two; the tension is one."""
    network = project(small.store, "landscape")
    assert _tie(network, "agency/ilo", "agency/iom", "collaboratesWith").records == 2
    assert _tie(network, "agency/ilo", "agency/iom", "inTension").records == 1


@pytest.mark.parametrize("name", views())
def test_every_view_of_the_shipped_landscape_can_be_read(shipped: Landscape, name: str) -> None:
    """No view is empty or too large, and one that is cut says of how many and what would show a part whole."""
    network = project(shipped.store, name)
    assert 10 < len(network) <= view(name).most
    whole = project(shipped.store, name, most=10_000)
    caption = _caption(network)
    cut = len(network) < len(whole)
    assert (f"the {len(network)} of {len(whole)} with most" in caption.subtitle) == cut
    assert bool(caption.narrower) == cut
    assert caption.whole == (len(whole) if cut else 0)


@pytest.mark.parametrize("name", ["landscape", "collaboration"])
def test_what_is_shown_hangs_together(shipped: Landscape, name: str) -> None:
    """A view that is cut leaves no islands: everything is reached from everything."""
    network = project(shipped.store, name).to_undirected()
    first = next(iter(network))
    reached, waiting = {first}, [first]
    while waiting:
        for other in network[waiting.pop()]:
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    assert len(reached) == len(network)


def test_a_view_that_does_not_exist_is_refused(small: Landscape) -> None:
    """The views there are stand in the message."""
    with pytest.raises(QueryError, match="landscape"):
        project(small.store, "hairball")


def _tie(network: Network, source: str, target: str, kind: str) -> Tie:
    tie: Tie = network.edges[source, target, kind]["data"]
    return tie


def _caption(network: Network) -> Caption:
    caption: Caption = network.graph["caption"]
    return caption


def test_who_pays_for_most_is_drawn_and_named(shipped: Landscape) -> None:
    """However much is left out, the three donors of most projects stand in the title and in the picture, each with projects."""
    whole = project(shipped.store, "funding", most=10_000)
    paid = Counter(source for source, _, kind in whole.edges(keys=True) if kind == "funds")
    network = project(shipped.store, "funding")
    assert len(network) < len(whole)
    for donor, _ in paid.most_common(3):
        assert network.nodes[donor]["data"].label in _caption(network).title
        assert len(list(network.successors(donor))) >= 2


@pytest.mark.parametrize(
    ("relation", "tied"), [("technical-input", False), ("working-relation", False), ("joint-project", True)]
)
def test_those_whom_a_house_advises_are_not_tied_to_one_another(
    few: list[Row], make: Callable[..., Row], relation: str, tied: bool
) -> None:
    """A report of the ILO on its advice to two governments ties it to each; a joint project ties all three."""
    bodies = [
        make("agencies", agency=key, name=key, kind="government", lines=str(n))
        for n, key in enumerate(("gov-a", "gov-b"), 40)
    ]
    house = make("documents", document="eval2008", publisher="ilo", lines="42")
    act = make("collaborations", id="c9", agencies="ilo;gov-a;gov-b", relation=relation, what="advice", lines="43")
    network = project(assemble([*few, *bodies, house, act]).store, "collaboration")
    assert network.has_edge("agency/gov-a", "agency/ilo") or network.has_edge("agency/ilo", "agency/gov-a")
    assert (network.has_edge("agency/gov-a", "agency/gov-b")) == tied
