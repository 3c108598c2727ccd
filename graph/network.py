"""The network that pictures are made of: a projection of the graph onto networkx.

Nodes are named `segment/key` (`agency/iom`) and carry a `Node`; edges are keyed by the local name of their
property (`collaboratesWith`), so that parallel relations stay apart, and carry a `Tie`. Both stand in the attribute `data`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx

from migov.graph.evidence import Source

__all__ = ["Caption", "Network", "Node", "Source", "Tie", "new_network"]

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, slots=True)
class Node:
    """A node: short and long label, local name of its most exact class, slugs of the themes it is tied to, facts to show."""

    label: str
    name: str
    kind: str
    themes: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: local name of the property, its status (empty when not stated), theme slugs, and the claims behind it."""

    kind: str
    status: str = ""
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says about itself: a finding as title, what it shows, where it comes from."""

    title: str
    subtitle: str = ""
    source: str = ""


def new_network(caption: Caption) -> Network:
    """An empty network with its caption in the graph attribute `caption`."""
    network: Network = nx.MultiDiGraph()
    network.graph["caption"] = caption
    return network
