"""How a network fills its frame: drawn apart along the shorter side, in the middle, within the frame."""

from __future__ import annotations

import pytest

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.viz.figures.labels import below
from migov.viz.figures.room import LARGEST_SCALE, STRETCH, fit
from migov.viz.style import marks

PLACES = {"a": (0.0, 0.0), "b": (400.0, 0.0), "c": (0.0, 300.0), "d": (400.0, 300.0)}


def _square() -> Network:
    network = new_network(Caption("t"))
    for name in PLACES:
        network.add_node(name, data=Node(name.upper(), "", "UnAgency"))
    network.add_edge("a", "b", key="funds", data=Tie("funds"))
    return network


@pytest.mark.parametrize("frame", [(0.0, 0.0, 900.0, 400.0), (50.0, 20.0, 350.0, 500.0), (0.0, 0.0, 2000.0, 100.0)])
def test_the_whole_stands_within_the_frame_and_fills_it(frame: tuple[float, float, float, float]) -> None:
    """Nodes with their labels are inside; both sides are used as far as the picture may be drawn apart."""
    network = _square()
    drawn = marks(network)
    fitted = fit(network, PLACES, drawn, frame)
    boxes = [
        below(at, drawn[n], fitted.scale * drawn[n].font, fitted.scale * drawn[n].radius) for n, at in fitted.at.items()
    ]
    extent = [
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    ]
    assert all(side >= edge - 0.5 for side, edge in zip(extent[:2], frame[:2], strict=True))
    assert all(side <= edge + 0.5 for side, edge in zip(extent[2:], frame[2:], strict=True))
    across, down = (fitted.at["b"][0] - fitted.at["a"][0]) / 400, (fitted.at["c"][1] - fitted.at["a"][1]) / 300
    assert max(across, down) / min(across, down) <= STRETCH + 0.01
    used = (extent[2] - extent[0]) / (frame[2] - frame[0]), (extent[3] - extent[1]) / (frame[3] - frame[1])
    assert max(used) > 0.97 or fitted.scale == LARGEST_SCALE
    assert min(used) > 0.9 or max(across, down) / min(across, down) > STRETCH - 0.05


def test_a_small_picture_is_not_blown_up() -> None:
    """On a large sheet a unit of the layout is never more than so many points, and the picture stands in the middle."""
    network = _square()
    fitted = fit(network, PLACES, marks(network), (0.0, 0.0, 5000.0, 5000.0))
    assert fitted.scale == LARGEST_SCALE
    assert sum(x for x, _ in fitted.at.values()) / 4 == pytest.approx(2500, abs=5)
