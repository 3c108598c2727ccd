"""Headings over nodes that stand together: their words, and where they go in the units of the layout."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from migov.graph.network import Network
from migov.viz.lettering import LINE_HEIGHT
from migov.viz.style import Mark, marks, nodes_of

TYPE: Final = 14.0
WIDEST: Final = 36
ABOVE: Final = 6.0


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines of a heading; `x` is their middle, `y` their upper end."""

    lines: tuple[str, ...]
    x: float
    y: float
    font: float = TYPE


def headings(
    network: Network, positions: Mapping[str, tuple[float, float]], drawn: Mapping[str, Mark] | None = None
) -> tuple[Heading, ...]:
    """One heading above each group, from left to right."""
    drawn = drawn or marks(network)
    groups: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, node in nodes_of(network).items():
        if node.group:
            groups[node.layer, node.group].append(name)
    found = []
    for (_, group), names in sorted(groups.items()):
        across = [positions[name][0] for name in names]
        top = min(positions[name][1] - drawn[name].radius for name in names)
        lines = tuple(textwrap.wrap(group, WIDEST))
        found.append(Heading(lines, (min(across) + max(across)) / 2, top - ABOVE - len(lines) * TYPE * LINE_HEIGHT))
    return tuple(found)
