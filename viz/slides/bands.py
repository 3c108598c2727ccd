"""The overlap of two: what only one has, what both have with and without joint work, what only the other has.

The two stand above the gutters between three panels, so that each line runs in a gutter or between the two, under no box.
A panel is tied to the two as a whole: one line for all ties of its boxes. Units are points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final

from migov.graph.network import Caption, Network, Node, new_network
from migov.ontology.drawing import Drawing
from migov.viz.slides.boxes import MOST_NODES
from migov.viz.slides.lettering import height, wrapped
from migov.viz.slides.marks import PANEL_INSET
from migov.viz.slides.panels import (
    APART,
    GAP,
    GUTTER,
    JOINT,
    LEFT,
    MIDDLE,
    RIGHT,
    SIZES,
    TOP,
    Form,
    end_box,
    ends_of,
    formed,
    head_height,
    heading,
    heading_size,
    is_shared,
    members_of,
    panel_of,
    rows_of,
    tall_of,
    tallest,
    top_height,
)
from migov.viz.slides.paper import Rect
from migov.viz.slides.placed import Panel, Placed, Stand, Way, Words
from migov.viz.slides.strands import Strand, strands
from migov.viz.style import INFERRED, nodes_of, sentence, ties_of

LOOSEST: Final = 1.5
WORDS: Final = 11.0
FIRST: Final = 6
"""Boxes that a panel holds before another gets more."""
MOST_ALONE: Final = 18
"""Boxes in a panel of what only one has."""
PALE: Final = "Pale: only one of the two has it"
LIFT: Final = 5.0  # of the words above the line
NO_JOINT_WORK: Final = "no joint work is recorded"


def _chosen(network: Network, style: Drawing, space: tuple[float, float]) -> list[str]:
    """As many as can be read: of each panel those with most records, a few of each first, so that a small panel is shown
    whole; then what both have; of what only one has no more than leave room for that."""
    ends = ends_of(network)
    members = members_of(network, by_records(network))
    both = _in_turn([names[FIRST:] for panel, names in members.items() if is_shared(panel)])
    single = _in_turn([names[FIRST:MOST_ALONE] for panel, names in members.items() if not is_shared(panel)])
    order = [*_in_turn([names[:FIRST] for names in members.values()]), *both, *single][: MOST_NODES - len(ends)]
    for count in range(len(order), 0, -1):
        if formed(network, order[:count], style, space, SIZES[-1:]):
            return [*ends, *order[:count]]
    return list(ends)


def by_records(network: Network) -> list[str]:
    """All but the two, by how many records tie them to the two, most first; those with as many by their labels."""
    nodes, ends, held = nodes_of(network), set(ends_of(network)), Counter[str]()
    for source, target, _, tie in ties_of(network):
        if (source in ends) != (target in ends):
            held[target if source in ends else source] += tie.records
    return sorted(nodes.keys() - ends, key=lambda name: (-held[name], nodes[name].label.casefold(), name))


def _in_turn(parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """One of each part in turn."""
    for turn in range(max(map(len, parts), default=0)):
        yield from (part[turn] for part in parts if turn < len(part))


def _lines(network: Network, shown: Sequence[str], style: Drawing) -> list[Strand]:
    """One line between the two, and one from each of them to each panel; a part that is inferred is told by its box."""
    ends, kept = ends_of(network), set(shown)
    members = members_of(network, shown)
    caption: Caption = network.graph["caption"]
    whole = new_network(caption)
    nodes = nodes_of(network)
    for name in ends:
        whole.add_node(name, data=nodes[name])
    for panel, names in members.items():
        whole.add_node(panel, data=Node(heading(network, panel, len(names)), panel, ""))
    for source, target, key, tie in ties_of(network):
        if source in kept and target in kept:
            one, other = (name if name in ends else panel_of(nodes[name]) for name in (source, target))
            status = "" if tie.status == INFERRED and {one, other} != set(ends) else tie.status
            said = type(tie)(tie.kind, status, tie.themes, tie.sources, tie.records)
            whole.add_edge(one, other, key=f"{key} {source} {target}", data=said)
    return strands(whole, [*ends, *members], style)


def _placed(
    network: Network, shown: Sequence[str], lines: Sequence[Strand], style: Drawing, space: tuple[float, float]
) -> Placed:
    ends = ends_of(network)
    names = [name for name in shown if name not in ends]
    form = formed(network, names, style, space) or Form(SIZES[-1], (MIDDLE,) * 3, (1, 1, 1))
    members, head = members_of(network, names), top_height(network) + TOP
    tall = min(space[1] - head, LOOSEST * tallest(network, members, style, form))
    where = _panels(network, members, style, form, head, tall)
    panels = [
        Panel(p, heading(network, p, len(members[p])), heading_size(p), where[p], is_shared(p) and bool(members[p]))
        for p in members
    ]
    stands = [stand for p in members for stand in _grid(network, p, members[p], style, form, where[p])]
    middles = (where[LEFT].x + where[LEFT].width + GUTTER / 2, where[RIGHT].x - GUTTER / 2)
    for name, middle in zip(ends, middles, strict=True):
        box = end_box(network, name)
        stands.append(
            Stand(box, Rect(max(0.0, middle - box.width / 2), head - TOP - box.height, box.width, box.height))
        )
    first, second = stands[-2].where, stands[-1].where
    between = Rect(
        first.x + first.width + 6, 0, second.x - first.x - first.width - 12, first.y + first.height / 2 - LIFT
    )
    return Placed(stands, [_sites(line, ends) for line in lines], panels, _words(network, style, between))


def _panels(
    network: Network, members: Mapping[str, list[str]], style: Drawing, form: Form, head: float, tall: float
) -> dict[str, Rect]:
    """The place of each panel; the two in the middle share the height by what they need, an empty one is no higher than its
    heading."""
    x = 0.0
    needs = {panel: tall_of(network, panel, members[panel], style, form) for panel in members}
    where = {}
    for panel in (LEFT, JOINT, RIGHT):
        most = LOOSEST * needs[panel] if members[panel] else needs[panel]
        where[panel] = Rect(x, head, form.panel(panel), min(tall, most))
        x += form.panel(panel) + GUTTER
    spare = max(0.0, tall - TOP - needs[JOINT] - needs[APART])
    rows = {panel: ceil(len(members[panel]) / form.of(panel)) for panel in (JOINT, APART)}
    each = spare / max(1, sum(rows.values()))
    joint = where[JOINT]._replace(height=needs[JOINT] + each * rows[JOINT])
    where[JOINT] = joint
    where[APART] = joint._replace(y=joint.y + joint.height + TOP, height=needs[APART] + each * rows[APART])
    return where


def _grid(
    network: Network, panel: str, names: Sequence[str], style: Drawing, form: Form, where: Rect
) -> Iterator[Stand]:
    """The boxes of a panel, with more room between them where there is some."""
    rows = rows_of(network, panel, names, style, form)
    wide, guessed = form.wide(panel), _guessed(network)
    y = where.y + head_height(network, panel, len(names), form)
    room = where.y + where.height - PANEL_INSET[1] - y
    stretch = min(room / max(1.0, sum(tall + GAP for _, tall in rows)), LOOSEST)
    for row, tall in rows:
        high = tall * stretch if is_shared(panel) else tall
        for place, box in enumerate(row):
            x = where.x + PANEL_INSET[0] + place * (wide + GAP)
            yield Stand(box, Rect(x, y, wide, high), box.name in guessed, not is_shared(panel))
        y += (tall + GAP) * stretch


def _guessed(network: Network) -> set[str]:
    """What is there by inference alone on one side at least."""
    ends = set(ends_of(network))
    firm: dict[tuple[str, str], bool] = {}
    for source, target, _, tie in ties_of(network):
        for end, name in ((source, target), (target, source)):
            if end in ends and name not in ends:
                firm[end, name] = firm.get((end, name), False) or tie.status != INFERRED
    return {name for (_, name), is_firm in firm.items() if not is_firm}


def _sites(line: Strand, ends: Sequence[str]) -> tuple[int, int]:
    """The two are tied side to side; a panel is tied to the foot of one of them, at the side that faces its gutter."""

    def of(name: str, other: str) -> int:
        if name in ends:
            return 2 if other not in ends else 3 if name == ends[0] else 1
        return 3 if name == LEFT or (name != RIGHT and other == ends[1]) else 1

    return of(line.source, line.target), of(line.target, line.source)


def _words(network: Network, style: Drawing, where: Rect) -> list[Words]:
    """How the two are tied, and on how many records that rests: above their line, what has no room there below it."""
    ends = ends_of(network)
    said: Counter[str] = Counter()
    for source, target, _, tie in ties_of(network):
        if {source, target} == set(ends):
            said[style.edge(tie.kind).label] += tie.records
    parts = [f"{label}: {n} record{'s' * (n != 1)}" if n else label for label, n in said.most_common()]
    text = sentence("; ".join(parts) or NO_JOINT_WORK)
    tall = height(1, WORDS) + 1
    above = where._replace(y=where.y + where.height - tall, height=tall)
    if len(wrapped(text, where.width - 4, WORDS)) == 1:
        return [Words(text, WORDS, above)]
    lines = wrapped("; ".join(parts[1:]), where.width - 4, WORDS, most=2)
    below = where._replace(y=where.y + where.height + 2 * LIFT, height=height(len(lines), WORDS) + 1)
    first = wrapped(sentence(parts[0]) if parts else text, where.width - 4, WORDS, most=1)[0]
    return [Words(first, WORDS, above), *([Words(" ".join(lines), WORDS, below)] if lines else [])]


def _slanted(network: Network, shown: Sequence[str]) -> bool:
    return bool(_guessed(network) & set(shown))


def _pale(network: Network, shown: Sequence[str]) -> str:
    members = members_of(network, [name for name in shown if name not in ends_of(network)])
    return PALE if members[LEFT] or members[RIGHT] else ""


BANDS: Final = Way(_chosen, _lines, _placed, _slanted, _pale, "in each panel those with most records first", below=True)
