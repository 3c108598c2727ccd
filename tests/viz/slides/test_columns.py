"""Flows: columns from left to right, lines from side to side, and what the title names among what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing
from migov.viz.slides import deck, network_slides


@pytest.mark.parametrize("size", [(2, 3, 3), (6, 9, 8), (12, 30, 20)])
def test_a_flow_stands_in_columns(
    flow: Callable[..., Network], drawing: Drawing, read: Callable, size: tuple[int, int, int]
) -> None:
    """Each layer is one column, left of the next; there is no fault, and no more than 40 boxes and 60 lines."""
    seen = read(deck(network_slides(flow(*size)), style=drawing))[0]
    assert not list(seen.faults())
    assert len(seen.boxes) <= 40
    assert 0 < len(seen.connectors) <= 60
    lefts = [
        {round(box.left / 12_700) for box in seen.boxes.values() if box.name.startswith(word)}
        for word in ("Donor", "Project", "Country")
    ]
    assert [len(column) for column in lefts] == [1, 1, 1]
    first, second, third = (column.pop() for column in lefts)
    assert first < second < third


def test_lines_of_a_flow_go_from_right_side_to_left_side(
    flow: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """A line leaves the right side of a box and reaches the left side of one in the next column."""
    seen = read(deck(network_slides(flow(4, 6, 5)), style=drawing))[0]
    for line in seen.connectors:
        first, second = (seen.boxes[name] for name in seen.ends(line))
        assert line.begin_x == pytest.approx(first.left + first.width, abs=1300)
        assert line.end_x == pytest.approx(second.left, abs=1300)


def test_what_the_title_names_is_shown_with_what_it_is_tied_to(
    flow: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """A donor that is recorded least but stands in the title is drawn, and so is what it pays for."""
    network = flow(14, 40, 20, each=3)
    network.graph["caption"] = Caption("Donor 13 pays for 2 projects")
    seen = read(deck(network_slides(network), style=drawing))[0]
    labels = {box.name: name for name, box in seen.boxes.items()}
    assert "Donor 13" in labels
    assert any(labels["Donor 13"] in seen.ends(line) for line in seen.connectors)


def test_columns_of_many_have_headings(flow: Callable[..., Network], drawing: Drawing, read: Callable) -> None:
    """A heading above each column counts what stands in it."""
    seen = read(deck(network_slides(flow(5, 6, 4)), style=drawing))[0]
    assert seen.named("Words") == ["5 bodies", "6 projects", "4 countries"]


def test_the_fullest_column_keeps_the_room_it_needs(
    flow: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Beside a few long names, many long ones are given the width in which they all can be drawn."""
    network = flow(3, 11, 3)
    for data in network.nodes.values():
        first, number, *_ = data["data"].label.split()
        rest = "on the rights of migrants at work" if first == "Project" else "of the people who work in the south"
        data["data"] = replace(data["data"], label=f"{first} {number} {rest}")
    seen = read(deck(network_slides(network), style=drawing))[0]
    assert not list(seen.faults())
    assert len([box for box in seen.boxes.values() if box.name.startswith("Project")]) == 11
    assert not [box.name for box in seen.boxes.values() if box.name.endswith("…")]
