"""Bridges: the ties without which a part of the network would lose touch with the rest."""

from __future__ import annotations

from typing import Final

import networkx as nx

from migov.graph.store import Store
from migov.graph.whole import Whole
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import SILENCE, VOICE
from migov.queries.structure.ties import Slice, few, most_tied, named, network, places, thing

COLUMNS: Final = ("From", "To", "Bodies cut off", "Which", "Joint acts")
READING: Final = (
    "A bridge is a tie without which the bodies named would lose every recorded chain to the rest. "
    "Much hangs on one tie where little is recorded: a bridge shows where the record is thin as well as where cooperation is."
)


def bridges(store: Store, top: int = 10, part: Slice | None = None) -> Answer:
    """The `top` bridges by how many bodies they hold to the rest."""
    part = part or Slice()
    graph = network(store, part)
    names = named(store, graph, part)
    found = sorted(_cuts(graph), key=lambda cut: (-len(cut[2]), cut[:2]))
    if not found:
        return Answer("Bridges", COLUMNS, [], f"{SILENCE}: no single tie holds a part to the rest. {part.told(names)}")
    shown = found[:top]
    said = places(store, [[(one, other)] for one, other, _ in shown], graph)
    rows = [
        AnswerRow(
            (
                (thing(one, names),),
                (thing(other, names),),
                (len(cut),),
                few(most_tied(graph, cut), names),
                (graph.edges[one, other]["weight"],),
            ),
            behind,
        )
        for (one, other, cut), behind in zip(shown, said, strict=True)
    ]
    single = sum(len(cut) == 1 for *_, cut in found)
    title = f"Bridges: {len(found)} of {graph.number_of_edges()} ties, {single} of which hold a single body"
    if len(shown) < len(found):
        title += f"; the {len(shown)} that hold most"
    return Answer(title, COLUMNS, rows, f"{READING} {part.told(names)} {VOICE}")


def _cuts(graph: Whole) -> list[tuple[str, str, frozenset[str]]]:
    """Each bridge from the larger side to the smaller, with the bodies of the smaller; of equal sides the later ids."""
    found = []
    for pair in nx.bridges(graph):
        one, other = sorted(pair)
        near = nx.node_connected_component(nx.restricted_view(graph, [], [(one, other)]), one)
        far = nx.node_connected_component(graph, one) - near
        if len(near) < len(far):
            one, other, far = other, one, near
        found.append((one, other, frozenset(far)))
    return found
