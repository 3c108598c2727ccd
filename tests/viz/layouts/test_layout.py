"""Places of nodes: equal on every run, apart from each other, wide as a slide."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import combinations, pairwise
from math import dist
from statistics import mean

import pytest

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.viz import positions
from migov.viz.style import LABEL_GAP, marks

Landscape = Callable[..., Network]
Box = tuple[float, float, float, float]

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


def _covering(boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, p), (b, q) in combinations(boxes.items(), 2)
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]
    ]


def _boxes(network: Network, placed: Mapping[str, tuple[float, float]] | None = None) -> dict[str, Box]:
    placed, drawn = placed or positions(network), marks(network)
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
    assert not _covering(boxes)


def test_few_new_nodes_move_the_old_ones_little(landscape: Landscape) -> None:
    """Three bodies more: four of five old nodes stay where they were, none goes far, and still nothing overlaps."""
    network = landscape()
    before = positions(network)
    for number in range(3):
        name = f"agency/new-{number}"
        network.add_node(name, data=Node(f"New body {number}", "", "UnAgency"))
        network.add_edge(name, "agency/ilo", key="collaboratesWith", data=Tie("collaboratesWith"))
    after = positions(network, start=before)
    wide = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    moved = sorted(dist(before[name], after[name]) / wide for name in before)
    assert moved[len(moved) * 4 // 5] == 0
    assert moved[-1] < 0.1
    assert not _covering(_boxes(network, after))
    assert (
        sum(dist(before[name], place) / wide > 0.1 for name, place in positions(network).items() if name in before) > 9
    )


def test_a_layout_started_from_itself_is_itself(landscape: Landscape) -> None:
    """The same network from its own places stands where it stood, to the last digit."""
    before = positions(landscape())
    assert positions(landscape(1), start=before) == before


def test_what_is_gone_leaves_its_place_empty(landscape: Landscape) -> None:
    """Without one node the others stand where they stood."""
    network = landscape()
    before = positions(network)
    network.remove_node("project/gulf-recruitment-dialogue")
    after = positions(network, start=before)
    assert after == {name: before[name] for name in after}


def test_a_picture_of_other_things_is_laid_out_anew(landscape: Landscape) -> None:
    """Where most nodes are new, old places do not count."""
    network = landscape()
    few = dict(list(positions(network, seed=1).items())[:20])
    assert positions(network, start=few) == positions(network)


def _arranged(layout: str, layers: list[int]) -> Network:
    """A chain of rows of nodes, each tied to all of the next row."""
    network = new_network(Caption("t"), layout)
    rows = [[f"agency/{row}-{n}" for n in range(count)] for row, count in enumerate(layers)]
    for row, names in enumerate(rows):
        for name in names:
            network.add_node(name, data=Node(f"Body {name}", "", "UnAgency", layer=row, group=f"Row {row}"))
        for source in names:
            for target in rows[row + 1] if row + 1 < len(rows) else ():
                network.add_edge(source, target, key="funds", data=Tie("funds"))
    return network


@pytest.mark.parametrize("layers", [[1, 1], [4, 18, 40], [1, 30, 1], [2, 1, 25, 1, 3]])
def test_layers_stand_from_left_to_right(layers: list[int]) -> None:
    """Every node of a layer is right of every node of the one before, and none covers another."""
    network = _arranged("layers", layers)
    placed = positions(network)
    across = [
        [placed[name][0] for name in placed if network.nodes[name]["data"].layer == row] for row in range(len(layers))
    ]
    assert all(max(one) < min(other) for one, other in pairwise(across))
    assert not _covering(_boxes(network, placed))


def test_columns_grow_downwards_when_something_is_new() -> None:
    """A node more in a column stands below the others there, and these stay where they were."""
    network = _arranged("layers", [2, 12, 3])
    before = positions(network)
    network.add_node("agency/new", data=Node("New body", "", "UnAgency", layer=1, group="Row 1"))
    network.add_edge("agency/0-0", "agency/new", key="funds", data=Tie("funds"))
    after = positions(network, start=before)
    assert {name: after[name] for name in before} == before
    column = [
        place for name, place in before.items() if name.startswith("agency/1-") and place[0] == after["agency/new"][0]
    ]
    assert column
    assert all(y < after["agency/new"][1] for _, y in column)
    assert not _covering(_boxes(network, after))


@pytest.mark.parametrize("layers", [[1], [1, 12], [1, 45], [1, 12, 20]])
def test_rings_stand_around_the_middle(layers: list[int]) -> None:
    """None covers another, and the outer ring is further out on the whole."""
    network = _arranged("rings", layers)
    placed = positions(network)
    assert not _covering(_boxes(network, placed))
    middle = placed["agency/0-0"]
    away = [
        mean(dist(middle, place) for name, place in placed.items() if network.nodes[name]["data"].layer == row)
        for row in range(len(layers))
    ]
    assert away == sorted(away)


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
