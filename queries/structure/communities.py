"""Communities: groups of bodies that work more with each other than with the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import networkx as nx

from migov.graph.labels import labels
from migov.graph.store import Store
from migov.graph.whole import Whole
from migov.queries.answer import Answer, AnswerRow, Thing
from migov.queries.ask import SILENCE, VOICE
from migov.queries.structure.ties import Slice, most_tied, named, network, places, themes, thing

COLUMNS: Final = ("Community around", "Bodies", "Members", "Ties inside", "Acts inside", "Ties to others", "On")
SEED: Final = 1
SHOWN: Final = 3
READING: Final = (
    "A community is a group with more joint acts among its members than chance would give (Louvain, seeded; "
    "a tie weighs as many acts as it rests on). It is named after its member with most partners. "
    "Nobody founded these groups; a body on a border could stand in either, and one act of many bodies makes a group by itself."
)


def communities(store: Store, top: int = 10, part: Slice | None = None) -> Answer:
    """The `top` communities by size, each with its members and the themes of what they do together."""
    part = part or Slice()
    graph = network(store, part)
    names = named(store, graph, part)
    found = communities_of(graph)
    if not found:
        return Answer("Communities", COLUMNS, [], f"{SILENCE}. {part.told(names)}")
    shown = found[:top]
    inside = [list(graph.subgraph(members).edges) for members in shown]
    said = places(store, inside, graph)
    rows = []
    for members, pairs, behind in zip(shown, inside, said, strict=True):
        acts = {record for pair in pairs for record in graph.edges[pair]["records"]}
        cells = (
            (thing(members[0], names),),
            (len(members),),
            tuple(thing(name, names) for name in members),
            (len(pairs),),
            (len(acts),),
            (len(list(nx.edge_boundary(graph, members))),),
            _themes(store, acts),
        )
        rows.append(AnswerRow(cells, behind))
    title = f"Communities: {len(found)} among {len(graph)} bodies, modularity {modularity(graph, found):.2f}"
    if len(shown) < len(found):
        title += f", the largest {len(shown)}"
    scale = "Modularity is 0 for groups no closer than chance, and rarely above 0.7."
    return Answer(title, COLUMNS, rows, f"{READING} {scale} {part.told(names)} {VOICE}")


def communities_of(graph: Whole) -> list[list[str]]:
    """The communities, the largest first, each with its most tied member first; the same for the same graph.

    Nodes are numbered by their ids, since the order of a set of texts differs between runs.
    """
    if not graph:
        return []
    order = sorted(graph)
    number = {name: n for n, name in enumerate(order)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(order)))
    pairs = sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in graph.edges)
    numbered.add_weighted_edges_from((a, b, graph.edges[order[a], order[b]]["weight"]) for a, b in pairs)
    found = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    members = [most_tied(graph, [order[n] for n in group]) for group in found]
    return sorted(members, key=lambda group: (-len(group), group[0]))


def modularity(graph: Whole, found: list[list[str]]) -> float:
    """How much closer the communities are than chance: 0 not at all, 1 entirely."""
    return float(nx.community.modularity(graph, [set(group) for group in found], weight="weight"))


def _themes(store: Store, acts: Iterable[str]) -> tuple[Thing, ...]:
    """The themes of most acts, each with their number."""
    held = themes(store, acts)
    most = sorted(held, key=lambda theme: (-len(held[theme]), theme))[:SHOWN]
    names = labels(store, most)
    return tuple(Thing(theme, f"{names.get(theme, theme)} ({len(held[theme])})") for theme in most)
