"""Networks whose boxes stand free: how many are drawn, what their lines mean, and where the others are."""

from __future__ import annotations

from collections.abc import Callable

from pptx.oxml.ns import qn

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.colours import contrast
from migov.viz.slides import deck, network_slides


def test_at_most_forty_boxes_and_the_others_in_tables(
    landscape: Callable[..., Network], drawing: Drawing, made: bytes, read: Callable
) -> None:
    """The picture holds up to 40 nodes and 60 lines; every other node stands once in tables of up to 14 rows."""
    network = landscape()
    first, *others = read(made)
    assert 10 < len(first.boxes) <= 40
    assert len(first.connectors) <= 60
    assert all(len(seen.table) <= 15 for seen in others)
    names = ", ".join(row[-1] for seen in others for row in seen.table[1:])
    drawn = {box.name for box in first.boxes.values()}
    left = {network.nodes[node]["data"].label for node in network} - drawn
    assert sorted(names.split(", ")) == sorted(left)
    assert sum(int(row[-2]) for seen in others for row in seen.table[1:]) == len(left)


def test_forty_sparsely_tied_nodes_are_all_drawn(
    tied: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Forty nodes with few ties fill one slide, and no connector runs under a box it does not belong to."""
    ties = [(f"agency/b{n // 3}", f"agency/b{n}", "collaboratesWith", "") for n in range(1, 40)]
    slides = read(deck(network_slides(tied(*ties)), style=drawing))
    assert len(slides) == 1
    assert len(slides[0].boxes) == 40
    assert not list(slides[0].faults())


def test_text_stands_out_from_its_box(made: bytes, read: Callable) -> None:
    """Letters and fill of each box differ by 4.5:1 or more."""
    for box in read(made)[0].boxes.values():
        text = box.text_frame.paragraphs[0].runs[0].font.color.rgb
        assert contrast(f"#{text}", f"#{box.fill.fore_color.rgb}") >= 4.5


def test_parallel_ties_are_one_line_that_the_legend_explains(
    tied: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Two relations between the same two are one thick connector; planned is dashed; the legend names what is drawn, no more."""
    network = tied(
        ("agency/a", "agency/b", "collaboratesWith", ""),
        ("agency/b", "agency/a", "funds", ""),
        ("agency/b", "agency/c", "collaboratesWith", "planned"),
    )
    seen = read(deck(network_slides(network), style=drawing))[0]
    assert len(seen.connectors) == 2
    both, planned = sorted(seen.connectors, key=lambda line: -line.line.width)
    assert both.line.width > planned.line.width
    assert both._element.find(f".//{qn('a:tailEnd')}") is not None
    assert planned._element.find(f".//{qn('a:prstDash')}").get("val") == "dash"
    assert planned._element.find(f".//{qn('a:tailEnd')}") is None
    told = {"Boxes", "UN agency", "Larger letters: more ties shown", "Lines"}
    assert set(seen.named("Legend")) == told | {"Collaborates with + funds", "Collaborates with (planned or explored)"}
