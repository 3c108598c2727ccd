"""The connectors of a picture: one for each pair of nodes, however many ties there are between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from migov.graph.evidence import Source
from migov.graph.network import Network, Tie
from migov.ontology.drawing import Drawing
from migov.viz.colours import COLOURS, line_colour
from migov.viz.style import pattern, ties_of

DASHES: Final = {"solid": "solid", "dashdot": "lgDashDot", "dashed": "dash", "dotted": "sysDot"}
JOINED: Final = ("solid", "sysDashDot", "sysDashDotDot")
"""Patterns of thick lines: each set of several relations has its own, the commonest first."""
SEVERAL: Final = "several relations, which the notes name"
THIN, THICK = 1.25, 2.75


@dataclass(frozen=True, slots=True)
class Look:
    """A line: colour, pattern (as DrawingML names it), width in points, and arrows at its beginning and end."""

    colour: str
    dash: str
    width: float
    arrow: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """All ties between two nodes as one line; `label` says what they are, `both` that the arrow has two heads."""

    source: str
    target: str
    label: str
    look: Look
    both: bool
    said: str
    sources: tuple[Source, ...]


Relation = tuple[str, str]
"""A kind of tie, and the pattern of its line: its own, that of what is not yet done, or that of what is inferred."""
STANDING: Final = {"dashed": " (planned or explored)", "dashdot": " (inferred)"}


def strands(network: Network, shown: Collection[str], drawing: Drawing) -> list[Strand]:
    """One line for each pair of these nodes that is tied, sorted by name."""
    between: dict[tuple[str, str], list[tuple[str, Tie]]] = {}
    for source, target, _, tie in ties_of(network):
        if source in shown and target in shown and source != target:
            between.setdefault((min(source, target), max(source, target)), []).append((source, tie))
    sets = Counter(_relations(all_, drawing) for all_ in between.values())
    several = sorted((s for s in sets if len(s) > 1), key=lambda s: (-sets[s], sorted(s)))
    looks = {one: _look(one, several.index(one) if one in several else -1, drawing) for one in sets}
    return [_strand(pair, all_, looks, drawing, network) for pair, all_ in sorted(between.items())]


def _strand(
    pair: tuple[str, str],
    all_: list[tuple[str, Tie]],
    looks: dict[frozenset[Relation], tuple[str, Look]],
    drawing: Drawing,
    network: Network,
) -> Strand:
    label, look = looks[_relations(all_, drawing)]
    begins = {source for source, tie in all_ if not drawing.edge(tie.kind).undirected}
    source, target = pair if len(begins) != 1 or pair[0] in begins else pair[::-1]
    names = {name: network.nodes[name]["data"].label for name in pair}
    said = [
        f"{names[start]} {drawing.edge(tie.kind).label} {names[pair[1] if start == pair[0] else pair[0]]}"
        + (f" ({tie.status})" if tie.status else "")
        for start, tie in all_
    ]
    sources = dict.fromkeys(place for _, tie in all_ for place in tie.sources)
    return Strand(source, target, label, look, len(begins) == 2, "; ".join(dict.fromkeys(said)), tuple(sources))


def _relations(all_: list[tuple[str, Tie]], drawing: Drawing) -> frozenset[Relation]:
    return frozenset((tie.kind, pattern(drawing.edge(tie.kind), tie)) for _, tie in all_)


def _look(relations: frozenset[Relation], number: int, drawing: Drawing) -> tuple[str, Look]:
    """The words and the line of a set of relations: that of the firmest, thick when there are several."""
    ordered = sorted(relations, key=lambda relation: (list(DASHES).index(relation[1]), relation))
    words = [
        drawing.edge(kind).label + (STANDING.get(line, "") if line != drawing.edge(kind).line else "")
        for kind, line in ordered
    ]
    kind, line = ordered[0]
    style = drawing.edge(kind)
    arrow = any(not drawing.edge(kind).undirected for kind, _ in ordered)
    if number < 0:
        return words[0], Look(line_colour(style.colour), DASHES[line], THIN, arrow)
    if number >= len(JOINED):
        return SEVERAL, Look(COLOURS["muted"], JOINED[-1], THICK, arrow)
    return " + ".join(words), Look(line_colour(style.colour), JOINED[number], THICK, arrow)
