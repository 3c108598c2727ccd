"""Places of nodes: equal on every run, apart from each other, wide as a slide."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.viz import positions
from migov.viz.style import LABEL_GAP, marks

Landscape = Callable[..., Network]

HASHED = """
from migov.graph.network import *
from migov.viz import positions
network = new_network(Caption("t"))
for name in {f"agency/{n}" for n in range(40)}:
    network.add_node(name, data=Node(name, name, "UnAgency"))
for s, t in {(f"agency/{n}", f"agency/{n * 7 % 40}") for n in range(40)}:
    network.add_edge(s, t, key="funds", data=Tie("funds"))
print(positions(network))
"""


def _boxes(network: Network) -> dict[str, tuple[float, float, float, float]]:
    placed, drawn = positions(network), marks(network)
    return {
        node: (x - m.width / 2, y - m.radius, x + m.width / 2, y + m.radius + LABEL_GAP + m.label_height)
        for node, (x, y) in placed.items()
        for m in (drawn[node],)
    }


def test_order_of_insertion_does_not_matter(landscape: Landscape) -> None:
    """The same nodes and edges put in in another order stand at the same places, to the last digit."""
    assert positions(landscape(0)) == positions(landscape(1)) == positions(landscape(2))


def test_order_of_sets_does_not_matter() -> None:
    """Two processes with different hash seeds agree."""
    told = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_another_seed_is_another_picture(landscape: Landscape) -> None:
    """The seed reaches the layout."""
    assert positions(landscape(), seed=1) != positions(landscape(), seed=2)


def test_no_node_or_label_covers_another(landscape: Landscape) -> None:
    """On some 150 nodes in several parts, no shape with its label overlaps another."""
    network = landscape(copies=2, projects=10)
    boxes = _boxes(network)
    assert len(boxes) > 150
    covering = [
        (a, b)
        for (a, p), (b, q) in combinations(boxes.items(), 2)
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]
    ]
    assert not covering


def test_the_picture_is_wide(landscape: Landscape) -> None:
    """The whole is about as wide as a slide, neither a column nor a ribbon."""
    boxes = _boxes(landscape()).values()
    wide = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    tall = max(b[3] for b in boxes) - min(b[1] for b in boxes)
    assert 1.4 < wide / tall < 2.2


def test_small_networks_have_places_too() -> None:
    """Nothing, one node, one edge and a chain are laid out without a special word."""
    network = new_network(Caption("small"))
    assert positions(network) == {}
    for number in range(4):
        network.add_node(f"agency/{number}", data=Node(f"Agency {number}", "", "UnAgency"))
        if number:
            network.add_edge(f"agency/{number - 1}", f"agency/{number}", key="funds", data=Tie("funds"))
        assert len(set(positions(network).values())) == number + 1
