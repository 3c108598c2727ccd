"""Labels of figures: none over another or over a node, where fewest lines cross, as large as there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

import pytest

from migov.graph.network import Network
from migov.viz import positions
from migov.viz.figures.labels import HUBS, Box, Labels, Scene, lettered, overlap, place_labels, ranked
from migov.viz.figures.room import fit
from migov.viz.lettering import LINE_HEIGHT, text_width
from migov.viz.style import Mark, marks

FRAME = (0.0, 0.0, 730.0, 430.0)
SMALLEST = 6.0


def _mark(label: str, radius: float = 8.0) -> Mark:
    return Mark(radius, 10.0, (label,), text_width(label, 10.0), 12.0)


def _scene(drawn: Mapping[str, Mark], at: Mapping[str, tuple[float, float]], **more: object) -> Scene:
    radius = {name: mark.radius for name, mark in drawn.items()}
    return Scene(drawn, at, radius, **{"lines": [], "frame": FRAME, **more})  # type: ignore[arg-type]


def _box(scene: Scene, labels: Labels, node: str) -> Box:
    """The room of a label as it is written."""
    x, y, side = labels.spots[node]
    size, lines = labels.sizes[node], scene.drawn[node].lines
    wide = max(text_width(line, size) for line in lines)
    left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[side] * wide
    return left, y, left + wide, y + len(lines) * LINE_HEIGHT * size


@pytest.mark.parametrize("frame", [FRAME, (0.0, 0.0, 300.0, 220.0)])
def test_no_label_lies_over_another_or_over_a_node(landscape: Callable[..., Network], frame: Box) -> None:
    """At the size of a slide and of a figure in a column; only the best connected may cover a node."""
    network = landscape()
    drawn = marks(network)
    fitted = fit(network, positions(network), drawn, frame)
    radius = {name: fitted.scale * mark.radius for name, mark in drawn.items()}
    lines = [(fitted.at[source], fitted.at[target]) for source, target in network.edges()]
    scene = Scene(drawn, fitted.at, radius, lines, frame)
    labels = lettered(scene, fitted.scale, SMALLEST, 11.0)
    boxes = {node: _box(scene, labels, node) for node in labels.spots}
    assert len(boxes) > len(network) / 3
    assert not [pair for pair in combinations(boxes, 2) if overlap(boxes[pair[0]], boxes[pair[1]])]
    shapes = {n: (x - radius[n], y - radius[n], x + radius[n], y + radius[n]) for n, (x, y) in fitted.at.items()}
    for node in set(boxes) - set(ranked(scene)[:HUBS]):
        assert not [other for other, shape in shapes.items() if other != node and overlap(boxes[node], shape)]
    assert min(labels.sizes.values()) >= SMALLEST


def test_a_label_stands_where_fewest_lines_cross() -> None:
    """Below, unless lines run there; then where there are none."""
    drawn, at = {"a": _mark("Alpha")}, {"a": (300.0, 200.0)}
    assert place_labels(_scene(drawn, at), {"a": 10.0})["a"][2] == "center"
    below = [((280.0, 200.0 + y), (320.0, 200.0 + y)) for y in (11, 14, 17, 20)]
    x, y, side = place_labels(_scene(drawn, at, lines=below), {"a": 10.0})["a"]
    assert (side, x > 300, y < 210) == ("left", True, True)


def test_a_label_keeps_off_headings_and_stays_in_the_frame() -> None:
    """What is taken already and the edge of the frame send it to another side."""
    drawn, at = {"a": _mark("Alpha")}, {"a": (4.0, 200.0)}
    assert place_labels(_scene(drawn, at, taken=[(0.0, 205.0, 60.0, 240.0)]), {"a": 10.0})["a"][2] == "left"


def test_type_is_as_large_as_all_labels_allow() -> None:
    """Two nodes with much room get the size that is wanted and no more; two close ones keep a smaller."""
    drawn = {"a": _mark("Alpha and Omega"), "b": _mark("Beta and Gamma")}
    far = lettered(_scene(drawn, {"a": (200.0, 200.0), "b": (500.0, 200.0)}), 0.8, SMALLEST, 11.0)
    near = lettered(
        _scene(drawn, {"a": (200.0, 20.0), "b": (200.0, 39.0)}, frame=(160.0, 0.0, 240.0, 60.0)), 0.8, SMALLEST, 11.0
    )
    assert far.sizes["a"] == pytest.approx(10.4)
    assert near.sizes["a"] < far.sizes["a"]
    assert len(near.spots) == len(far.spots) == 2


def test_the_best_connected_are_larger_where_not_all_can_be() -> None:
    """A hub grows beyond a crowd that cannot; equals of what does not grow do not grow either."""
    crowd = {f"n{place}": _mark("A label of some length", 4.0) for place in range(12)}
    at = {name: (300.0 + 40 * (place % 2), 100.0 + 14 * place) for place, name in enumerate(crowd)}
    scene = _scene({**crowd, "hub": _mark("Hub", 20.0)}, {**at, "hub": (80.0, 200.0)})
    labels = lettered(scene, 0.7, SMALLEST, 14.0)
    assert labels.sizes["hub"] > max(labels.sizes[name] for name in crowd)
    assert len({labels.sizes[name] for name in crowd}) == 1
