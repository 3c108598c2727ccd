"""The views of the shipped landscape as laid out: nothing covers anything, few lines cross, and little moves."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import dist
from time import process_time

import networkx as nx
import pytest

from migov.graph.assemble import Landscape
from migov.graph.network import Network, Node, Tie
from migov.graph.project import Narrowing
from migov.viz import positions
from migov.viz.style import LABEL_GAP, marks
from migov.viz.views import network

VIEWS = {
    "landscape": (),
    "collaboration": (),
    "agency-theme": (),
    "funding": (),
    "framework": (),
    "overlap": ("agency/ilo", "agency/iom"),
    "neighbourhood": ("agency/ilo",),
    "path": ("agency/unhcr", "agency/sadc"),
}
TANGLE = {
    "landscape": 1.0,
    "collaboration": 1.0,
    "agency-theme": 4.0,
    "funding": 6.0,
    "framework": 1.5,
    "overlap": 1.0,
    "neighbourhood": 0.5,
    "path": 0.0,
}
"""Crossings for each line at most; the landscape had five when all lines between its best tied hundred nodes were drawn."""
SLIDE = (720.0, 400.0)
"""Points on a slide that title and legend leave to the network."""
LEGIBLE = 7.0

Places = Mapping[str, tuple[float, float]]


@pytest.fixture(scope="module", params=VIEWS)
def drawn(request: pytest.FixtureRequest, shipped: Landscape) -> tuple[str, Network]:
    """A view by its name."""
    return request.param, network(shipped.store, request.param, VIEWS[request.param])


def test_nothing_covers_anything(drawn: tuple[str, Network]) -> None:
    """No shape with its label overlaps another."""
    assert not _covering(drawn[1], positions(drawn[1]))


def test_labels_are_legible_on_a_slide(drawn: tuple[str, Network]) -> None:
    """Scaled to fit a slide the smallest letters are still read."""
    boxes = _boxes(drawn[1], positions(drawn[1])).values()
    wide = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    tall = max(box[3] for box in boxes) - min(box[1] for box in boxes)
    scale = min(SLIDE[0] / wide, SLIDE[1] / tall)
    assert scale * min(mark.font for mark in marks(drawn[1]).values()) >= LEGIBLE


def test_few_lines_cross(drawn: tuple[str, Network]) -> None:
    """A picture that must be cut leaves the lines that rest on most records, and these can be followed."""
    name, net = drawn
    placed = positions(net)
    lines = sorted({(min(ends), max(ends)) for ends in net.edges() if ends[0] != ends[1]})
    crossings = sum(
        _cross(*(placed[end] for end in (*one, *other)))
        for one, other in combinations(lines, 2)
        if not {*one} & {*other}
    )
    assert crossings <= TANGLE[name] * len(lines), crossings


def test_two_things_more_leave_the_others_where_they_were(drawn: tuple[str, Network]) -> None:
    """Nine of ten nodes do not move when one or two are added, none moves by a tenth of the picture, and nothing overlaps."""
    _, net = drawn
    before = positions(net)
    grown: Network = net.copy()
    hub, model = (
        max(sorted(net), key=net.degree),
        max(sorted(net), key=lambda node: (net.nodes[node]["data"].layer, node)),
    )
    said: Node = net.nodes[model]["data"]
    for number in range(2 if len(net) > 10 else 1):
        new = f"project/new-{number}"
        grown.add_node(new, data=Node(f"Something new {number}", "", said.kind, layer=said.layer, group=said.group))
        grown.add_edge(hub, new, key="funds", data=Tie("funds"))
    after = positions(grown, start=before)
    wide = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    moved = sorted(dist(before[node], after[node]) / wide for node in before)
    assert moved[int(0.9 * len(moved))] == 0
    assert moved[-1] < 0.1
    assert not _covering(grown, after)


def test_a_wide_view_is_laid_out_while_one_waits(shipped: Landscape) -> None:
    """The three hundred best tied of the landscape stand within three seconds of work."""
    net = network(shipped.store, "landscape", (), Narrowing(top=300))
    begun = process_time()
    placed = positions(net)
    assert process_time() - begun < 3
    assert not _covering(net, placed)


def test_a_column_may_hold_hundreds(shipped: Landscape) -> None:
    """What is asked for with `--top` is laid out however much of it stands in one column."""
    net = network(shipped.store, "agency-theme", (), Narrowing(top=300))
    assert len(net) == 300
    assert not _covering(net, positions(net))


def test_an_order_is_found_in_which_nothing_crosses() -> None:
    """Two columns whose pairs are named crosswise are drawn as a ladder."""
    net: Network = nx.MultiDiGraph(layout="layers")
    for number in range(8):
        net.add_node(f"agency/{number}", data=Node(str(number), "", "Ngo", layer=0))
        net.add_node(f"theme/{7 - number}", data=Node(str(number), "", "Theme", layer=1))
        net.add_edge(f"agency/{number}", f"theme/{7 - number}", key="worksOn", data=Tie("worksOn"))
    placed = positions(net)
    left, right = (sorted((n for n in net if kind in n), key=lambda n: placed[n][1]) for kind in ("agency/", "theme/"))
    assert [next(iter(net[name])) for name in left] == right


def _boxes(net: Network, placed: Places) -> dict[str, tuple[float, float, float, float]]:
    drawn = marks(net)
    return {
        node: (x - m.width / 2, y - m.radius, x + m.width / 2, y + m.radius + LABEL_GAP + m.label_height)
        for node, (x, y) in placed.items()
        for m in (drawn[node],)
    }


def _covering(net: Network, placed: Places) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, p), (b, q) in combinations(_boxes(net, placed).items(), 2)
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]
    ]


def _cross(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> bool:
    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
