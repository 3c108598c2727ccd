"""Any deck: equal bytes, nothing over or outside anything, titles, notes, and words for those who cannot see."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from zipfile import ZipFile

from pptx.oxml.ns import qn

from migov.graph.evidence import Source
from migov.graph.network import Caption, Network, new_network
from migov.ontology.drawing import Drawing
from migov.viz.lettering import wrap_to
from migov.viz.slides import Table, TableRow, deck, network_slides


def test_two_runs_give_the_same_bytes(landscape: Callable[..., Network], drawing: Drawing, made: bytes) -> None:
    """Neither a second run nor another order of nodes and edges changes a byte, and no file in the deck tells the time."""
    assert deck(network_slides(landscape(shuffle=5)), style=drawing) == made
    with ZipFile(io.BytesIO(made)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", file.read("docProps/core.xml"))


def test_no_slide_has_a_fault(made: bytes, read: Callable) -> None:
    """No two texts or boxes share paper, all stand on the slide, texts fit their shapes, connectors are glued."""
    for seen in read(made):
        faults = [fault for fault in seen.faults() if "runs under" not in fault]
        assert not faults
        assert len(seen.connectors) > 20 or not seen.boxes


def test_the_title_is_large_and_short(made: bytes, read: Callable) -> None:
    """The title stands in the title placeholder, at 24 points or more, on two lines at most."""
    for seen in read(made):
        title = seen.slide.shapes.title
        size = title.text_frame.paragraphs[0].runs[0].font.size.pt
        assert size >= 24
        assert len(wrap_to(title.text_frame.text, title.width / 12_700 * 1.16, size, "-Bold")) <= 2


def test_a_long_title_is_shortened_and_told_in_the_notes(
    tied: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """What does not fit on two lines ends in an ellipsis; the notes have the whole."""
    network = tied(("agency/a", "agency/b", "funds", ""))
    long = " ".join(["governance"] * 40)
    network.graph["caption"] = Caption(long)
    seen = read(deck(network_slides(network), style=drawing))[0]
    assert seen.title.endswith("…")
    assert long in seen.notes


def test_a_short_title_leaves_its_room_to_the_picture(
    tied: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """On our own paper what stands under a title of one line begins higher than under one of two."""
    network = tied(("agency/a", "agency/b", "funds", ""))
    tops = []
    for title in ("Short", "A finding of two lines " * 4):
        network.graph["caption"] = Caption(title, "What it shows")
        seen = read(deck(network_slides(network), style=drawing))[0]
        tops.append(next(shape.top for shape in seen.texts if shape.name == "Subtitle"))
    assert tops[0] < tops[1] - 20 * 12_700


def test_notes_give_the_claims_behind_the_picture(
    tied: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Each line's claims stand in the notes with document, place and lines; where there are too many, how many."""
    seen = read(deck(network_slides(tied(("agency/a", "agency/b", "funds", ""))), style=drawing))[0]
    assert "A funds B: eval2008, Annex 6, lines 12-14: agency/a and agency/b" in seen.notes
    rows = [
        TableRow((f"row {n}",), tuple(Source("poa2008", "", str(9 * n + m), "x", "") for m in range(9)))
        for n in range(14)
    ]
    said = read(deck([Table("Much", ("A",), rows)]))[0].notes
    assert "(42 of 126)" in said
    assert "row 0: poa2008, line 0: x; poa2008, line 1: x; poa2008, line 2: x; and 6 more" in said


def test_boxes_and_lines_can_be_read_aloud(made: bytes, read: Callable) -> None:
    """A box tells its full name and kind, a connector who is tied to whom and how."""
    seen = read(made)[0]
    told = [next(s._element.iter(qn("p:cNvPr"))).get("descr") for s in (*seen.boxes.values(), *seen.connectors)]
    assert all(told)
    assert any("(full name of the body or project) (" in text for text in told)


def test_a_network_of_nothing_is_a_slide_that_says_so(drawing: Drawing, read: Callable) -> None:
    """Without nodes there is a title and no failure, however the view is laid out."""
    for layout in ("force", "layers", "rings"):
        slides = read(deck(network_slides(new_network(Caption("Nothing is recorded"), layout)), style=drawing))
        assert [seen.title for seen in slides] == ["Nothing is recorded"]
