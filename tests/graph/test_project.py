"""Projection: the network holds the edges of the graph, with kinds, themes and places."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.graph.project import MOST, project, views
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


@pytest.mark.parametrize("view", views())
def test_every_view_of_the_shipped_landscape_can_be_read(shipped: Landscape, view: str) -> None:
    """No view is empty or too large, each says in its title what was found, and one that is cut says of how many."""
    network = project(shipped.store, view)
    assert 10 < len(network) <= MOST
    whole = project(shipped.store, view, most=10_000)
    caption = network.graph["caption"]
    assert f"the {whole.number_of_edges()} recorded ties" in caption.title
    assert (f"Shown: the {len(network)} of {len(whole)}" in caption.subtitle) == (len(network) < len(whole))


def test_a_view_that_does_not_exist_is_refused(small: Landscape) -> None:
    """The views there are stand in the message."""
    with pytest.raises(QueryError, match="landscape"):
        project(small.store, "hairball")
