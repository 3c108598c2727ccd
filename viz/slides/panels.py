"""The panels of an overlap: which boxes each holds, how large boxes are, and what the heading says. Units are points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from migov.graph.network import Network, Node
from migov.ontology.drawing import Drawing, NodeStyle
from migov.viz.lettering import text_width
from migov.viz.slides.boxes import CORNER, INSET, LINES, Box
from migov.viz.slides.lettering import BOLD, height, widest, wrapped
from migov.viz.slides.looks import outline
from migov.viz.slides.marks import PANEL_INSET
from migov.viz.slides.placed import kinds_of
from migov.viz.style import nodes_of

LEFT, JOINT, APART, RIGHT = "panel/left", "panel/joint", "panel/apart", "panel/right"
SIDES: Final = (LEFT, APART, JOINT, RIGHT)
LAYERS: Final[Mapping[int, str]] = {0: LEFT, 4: RIGHT}
GUTTER, TOP, GAP = 46.0, 16.0, 5.0
END: Final = 18.0
"""Type size of the two."""
WIDEST_END: Final = 150.0
HEADING: Final = 12.0
LARGER: Final = (2.0, 1.0, 0.0)
"""By so many points are the letters of what both have larger than those of what only one has: the first that can be drawn."""
HEADED: Final = 2.0
"""The same of the headings."""
SIZES: Final = (14.0, 13.0, 12.0, 11.0, 10.5, 10.0)
NARROWEST: Final = 74.0
"""Width of a box at least."""
LONGEST: Final = 150.0
"""Width of a box that no word needs to be wider than; and of one in a panel of only one of the two, at most."""
MIDDLE: Final = 166.0
"""Width of the panels of both, at least: the words between the two have room above them."""
SHARES: Final = ((0.42, 0.52, 0.62), (0.34, 0.26))
"""The part of the room that the panels of both take at least, if they hold anything: the first that can be drawn, the latter only
where the former cannot in any type size."""
EMPTY: Final = 112.0
"""Width of a panel that holds nothing."""
ACROSS: Final = (1, 2, 3, 4)
"""Boxes side by side in a panel."""
NONE: Final = "none recorded"


@dataclass(frozen=True, slots=True)
class Form:
    """How large panels and boxes are: type size of what only one has, for the left, middle and right panels their width
    and how many boxes stand side by side, and by how much the letters of what both have are larger."""

    size: float
    panels: tuple[float, ...]
    across: tuple[int, ...]
    larger: float = 0.0

    def of(self, panel: str) -> int:
        return self.across[_column(panel)]

    def panel(self, panel: str) -> float:
        return self.panels[_column(panel)]

    def wide(self, panel: str) -> float:
        """Width of a box."""
        across = self.of(panel)
        return (self.panel(panel) - 2 * PANEL_INSET[0] - (across - 1) * GAP) / across

    def type(self, panel: str) -> float:
        return self.size + (self.larger if is_shared(panel) else 0.0)


def is_shared(panel: str) -> bool:
    """Whether a panel holds what both have."""
    return panel in (JOINT, APART)


def _column(panel: str) -> int:
    return {LEFT: 0, RIGHT: 2}.get(panel, 1)


def ends_of(network: Network) -> tuple[str, ...]:
    """The two that are compared, the left one first; nothing for a network that compares none."""
    nodes = nodes_of(network)
    ends = [name for name in nodes if not nodes[name].group]
    if len(ends) != 2 or len(ends) == len(nodes) or {nodes[name].layer for name in ends} != {1, 3}:
        return ()
    return tuple(sorted(ends, key=lambda name: nodes[name].layer))


def panel_of(node: Node) -> str:
    return LAYERS.get(node.layer) or (APART if " no " in node.group else JOINT)


def members_of(network: Network, names: Sequence[str]) -> dict[str, list[str]]:
    """The names by panel; a panel may hold none."""
    nodes = nodes_of(network)
    found: dict[str, list[str]] = {panel: [] for panel in SIDES}
    for name in names:
        if nodes[name].group:
            found[panel_of(nodes[name])].append(name)
    return found


def formed(
    network: Network,
    names: Sequence[str],
    style: Drawing,
    space: tuple[float, float],
    sizes: Sequence[float] = SIZES,
) -> Form | None:
    """The largest boxes with which all panels are no higher than the room; none where no size does."""
    members = members_of(network, names)
    head = top_height(network) + TOP
    for size, larger, share in (tried for shares in SHARES for tried in product(sizes, LARGER, shares)):
        types = {panel: size + larger * is_shared(panel) for panel in SIDES}
        longest = {panel: _longest(network, members[panel], style, types[panel]) for panel in SIDES}
        tried = []
        for across in product(ACROSS, repeat=3):
            form = Form(size, _panels(members, across, space[0], share), across, larger)
            if _idle(members, form) or any(form.wide(panel) < longest[panel] for panel in SIDES):
                continue
            if (tall := tallest(network, members, style, form)) <= space[1] - head:
                tried.append((tall, sum(across), form))
        if tried:
            return min(tried, key=lambda found: found[:2])[2]
    return None


def _longest(network: Network, names: Sequence[str], style: Drawing, size: float) -> float:
    """The width of a box at least: no word of a label is cut, as long as no box need be wider for it than one may be."""
    found = NARROWEST if names else 0.0
    for name in names:
        corner = CORNER * outline(style.node(network.nodes[name]["data"].kind)).corners
        word = max((text_width(word, size) for word in _label(network, name).split()), default=0.0)
        found = max(found, word + 2 * INSET[0] + 3 + 2 * corner * (2 * size + 2 * INSET[1]))
    return min(LONGEST, found)


def _panels(members: Mapping[str, list[str]], across: Sequence[int], room: float, share: float) -> tuple[float, ...]:
    """The widths of the left, middle and right panels: what both have comes first, and takes what the others leave too."""
    middle = max(MIDDLE, share * room if members[JOINT] or members[APART] else 0.0)
    sides = {LEFT: across[0], RIGHT: across[2]}
    held = {panel: count for panel, count in sides.items() if members[panel]}
    rest = room - 2 * GUTTER - middle - EMPTY * (len(sides) - len(held))
    inner = rest - sum(2 * PANEL_INSET[0] + (count - 1) * GAP for count in held.values())
    each = min(LONGEST, inner / max(1, sum(held.values())))
    widths = {
        panel: 2 * PANEL_INSET[0] + count * each + (count - 1) * GAP if panel in held else EMPTY
        for panel, count in sides.items()
    }
    return widths[LEFT], room - 2 * GUTTER - sum(widths.values()), widths[RIGHT]


def _idle(members: Mapping[str, list[str]], form: Form) -> bool:
    """Whether a panel has room for more boxes side by side than there are."""
    most = (len(members[LEFT]), max(len(members[JOINT]), len(members[APART])), len(members[RIGHT]))
    return any(n > max(1, held) for n, held in zip(form.across, most, strict=True))


def tallest(network: Network, members: Mapping[str, list[str]], style: Drawing, form: Form) -> float:
    tall = {panel: tall_of(network, panel, names, style, form) for panel, names in members.items()}
    return max(tall[LEFT], tall[RIGHT], tall[JOINT] + TOP + tall[APART])


def tall_of(network: Network, panel: str, names: Sequence[str], style: Drawing, form: Form) -> float:
    rows = rows_of(network, panel, names, style, form)
    return head_height(network, panel, len(names), form) + sum(tall + GAP for _, tall in rows) + PANEL_INSET[1]


def rows_of(
    network: Network, panel: str, names: Sequence[str], style: Drawing, form: Form
) -> list[tuple[list[Box], float]]:
    """The boxes of a panel in rows, each with its height: kind by kind, each in the order of the names."""
    kinds, across = kinds_of(network, style), form.of(panel)
    counts = Counter(kinds[name].label for name in names)
    ordered = sorted(names, key=lambda n: (-counts[kinds[n].label], kinds[n].order))
    drawn = [_box(name, network, kinds[name], form.type(panel), form.wide(panel)) for name in ordered]
    rows = [drawn[at : at + across] for at in range(0, len(drawn), across)]
    return [(row, max(box.height for box in row)) for row in rows]


def head_height(network: Network, panel: str, shown: int, form: Form) -> float:
    room = form.panel(panel) - 2 * PANEL_INSET[0] - 2
    size = heading_size(panel)
    lines = wrapped(heading(network, panel, shown), room, size, BOLD)
    return height(len(lines), size) + 2 * PANEL_INSET[1]


def heading_size(panel: str) -> float:
    return HEADING + (HEADED if is_shared(panel) else 0.0)


def heading(network: Network, panel: str, shown: int) -> str:
    """What a panel holds, of how many, and how many of them are here."""
    nodes = nodes_of(network)
    said = next((node.group for node in nodes.values() if node.group and panel_of(node) == panel), "")
    left, right = (nodes[name].label for name in ends_of(network))
    plain = {LEFT: f"Only {left}", RIGHT: f"Only {right}", JOINT: "Both, with joint work"}
    words = said.partition(":")[0] or plain.get(panel, "Both, no joint work recorded")
    if not said:
        return f"{words}: {NONE}"
    found = re.search(r": ([\d,]+)", said)
    there = int(found[1].replace(",", "")) if found else shown
    return f"{words}: {there:,}" + (f", of which {shown} here" if shown < there else "")


def _box(name: str, network: Network, style: NodeStyle, size: float, wide: float) -> Box:
    corner = CORNER * outline(style).corners
    room = wide - 2 * INSET[0] - 2 - 2 * corner * (2 * size + 2 * INSET[1])
    label = _label(network, name)
    lines = wrapped(label, room, size, "", LINES)
    tall = (height(len(lines), size) + 2 * INSET[1]) / (1 - 2 * corner)
    text = " ".join(lines) if lines and lines[-1].endswith("…") else label
    return Box(name, text, size, False, wide, round(tall, 1))


def _label(network: Network, name: str) -> str:
    node: Node = network.nodes[name]["data"]
    return node.label


def top_height(network: Network) -> float:
    return max(end_box(network, name).height for name in ends_of(network))


def end_box(network: Network, name: str) -> Box:
    """The box of one of the two."""
    lines = wrapped(_label(network, name), WIDEST_END - 2 * INSET[0], END, BOLD, 2)
    tall = height(len(lines), END) + 6 * INSET[1]
    text = " ".join(lines)
    return Box(name, text, END, True, round(widest(lines, END, BOLD) + 4 * INSET[0], 1), round(tall, 1))
