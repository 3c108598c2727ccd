"""The network that pictures are made of: a projection of the graph onto networkx.

Nodes are named `segment/key` (`agency/iom`) and carry a `Node`; edges are keyed by the local name of their
property (`collaboratesWith`), so that parallel relations stay apart, and carry a `Tie`. Both stand in the attribute `data`.
The graph attribute `caption` holds the `Caption`, `layout` how the network is to be laid out (`LAYOUTS`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import networkx as nx

from migov.graph.evidence import Source

__all__ = ["LAYOUTS", "Caption", "Network", "Node", "Source", "Tie", "new_network"]

LAYOUTS: Final = ("force", "layers", "rings")
"""Who is tied stands near; columns from left to right by `Node.layer`; rings around the middle by `Node.layer`."""

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, slots=True)
class Node:
    """A node: short and long label, local name of its most exact class, slugs of the themes it is tied to, facts to show.

    `layer` is its column or ring, from 0; `group` the heading under which it stands together with others of its layer.
    """

    label: str
    name: str
    kind: str
    themes: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    layer: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: local name of the property, its status, theme slugs, the claims behind it, and how many records those are.

    The status is empty when none is stated; `inferred` is a tie to a theme that no cited line names. `since` and `until` are the
    first and last printed day of its records, empty where none is printed.
    """

    kind: str
    status: str = ""
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    records: int = 0
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says about itself: a finding as title, what it shows, where it comes from.

    Where the picture had to be cut to be readable, `whole` is how many nodes there are, and `narrower` are options that show
    a part of it which can be read whole (`--min 3`).
    """

    title: str
    subtitle: str = ""
    source: str = ""
    whole: int = 0
    narrower: tuple[str, ...] = ()


def new_network(caption: Caption, layout: str = "force") -> Network:
    """An empty network with its caption and layout as graph attributes."""
    network: Network = nx.MultiDiGraph()
    network.graph["caption"] = caption
    network.graph["layout"] = layout
    return network
