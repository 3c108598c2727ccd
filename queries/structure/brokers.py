"""Brokers: the bodies that stand between others in the network of who works with whom."""

from __future__ import annotations

from itertools import combinations
from typing import Final

import networkx as nx

from migov.graph.store import Store
from migov.graph.whole import Whole
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import SILENCE, VOICE
from migov.queries.structure.communities import communities_of
from migov.queries.structure.ties import Slice, few, most_tied, named, network, places, thing

COLUMNS: Final = (
    "Body",
    "Betweenness (%)",
    "Partners",
    "Pairs of partners it joins",
    "Communities it joins (around)",
    "Reached only through it",
)
READING: Final = (
    "Betweenness is the share of all shortest chains between two other bodies that run through this one, "
    "100 where all do. A pair is joined by it when no tie of their own is recorded."
)
CENTRAL: Final = (
    "The ILO, whose documents these are, is central by construction: leave it out to see who joins the others."
)


def brokers(store: Store, top: int = 10, part: Slice | None = None) -> Answer:
    """The `top` bodies by betweenness; those that join nobody are not listed."""
    part = part or Slice()
    graph = network(store, part)
    names = named(store, graph, part)
    between = {name: round(100 * share, 2) for name, share in nx.betweenness_centrality(graph).items()}
    ranked = sorted((n for n, share in between.items() if share), key=lambda n: (-between[n], -graph.degree(n), n))
    if not ranked:
        return Answer("Brokers", COLUMNS, [], f"{SILENCE}. {part.told(names)}")
    around = {member: found[0] for found in communities_of(graph) for member in found}
    said = places(store, [list(graph.edges(name)) for name in ranked[:top]], graph)
    rows = []
    for name, behind in zip(ranked[:top], said, strict=True):
        joined = most_tied(graph, {around[partner] for partner in graph[name]})
        cells = (
            (thing(name, names),),
            (between[name],),
            (graph.degree(name),),
            (sum(not graph.has_edge(*pair) for pair in combinations(graph[name], 2)),),
            few(joined, names),
            few(most_tied(graph, _cut_off(graph, name)), names),
        )
        rows.append(AnswerRow(cells, behind))
    title = f"Brokers: {len(ranked)} of {len(graph)} bodies stand between others"
    if len(rows) < len(ranked):
        title += f"; the {len(rows)} that do so most"
    note = [READING, *([] if part.without else [CENTRAL]), part.told(names), VOICE]
    return Answer(title, COLUMNS, rows, " ".join(note))


def _cut_off(graph: Whole, name: str) -> set[str]:
    """The bodies that would lose touch with the largest rest without this one."""
    inside = nx.node_connected_component(graph, name) - {name}
    rest = sorted(nx.connected_components(graph.subgraph(inside)), key=lambda found: (-len(found), min(found)))
    return set().union(*rest[1:])
