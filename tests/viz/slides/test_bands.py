"""The overlap of two: titled panels with their boxes inside, lines in the gutters, joint work with its places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.slides import deck, network_slides


@pytest.mark.parametrize("sizes", [(3, 2, 1, 4), (60, 2, 0, 0), (18, 19, 8, 3), (0, 1, 0, 0), (9, 0, 9, 9)])
def test_the_panels_hold_what_their_titles_say(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable, sizes: tuple[int, int, int, int]
) -> None:
    """Four panels, one of them perhaps empty; each box stands in its own; no line runs under a box or panel; 40 boxes at most."""
    seen = read(deck(network_slides(overlap(*sizes)), style=drawing))[0]
    assert not list(seen.faults())
    assert len(seen.boxes) <= 40
    words = ("Only A", "Both, with joint work", "Both, no joint work recorded", "Only B")
    panels = {word: next(p for name, p in seen.panels.items() if name.startswith(word)) for word in words}
    for word, part, count in zip(words, ("only-a", "joint", "apart", "only-b"), sizes, strict=True):
        panel = panels[word]
        inside = [b for b in seen.boxes.values() if f"of {part} " in b.name]
        assert all(panel.left <= b.left and b.left + b.width <= panel.left + panel.width for b in inside)
        assert all(panel.top <= b.top and b.top + b.height <= panel.top + panel.height for b in inside)
        heading = panel.text_frame.text
        assert str(count) in heading if count else "none recorded" in heading
        assert (f"of which {len(inside)} here" in heading) == (len(inside) < count)


def test_a_small_panel_is_shown_whole(overlap: Callable[..., Network], drawing: Drawing, read: Callable) -> None:
    """Where not all have room, the panel with few boxes keeps them, and the table has the others with their panel."""
    first, *others = read(deck(network_slides(overlap(80, 20, 5, 3)), style=drawing))
    shown = [box.name for box in first.boxes.values()]
    assert sum("only-b" in name for name in shown) == 3
    assert sum("apart" in name for name in shown) == 5
    rest = next(seen for seen in others if "no room" in " ".join(text.text_frame.text for text in seen.texts))
    assert {row[0] for row in rest.table[1:]} <= {"Only A", "Both, with joint work", "Relation", "Where"} | {""}


def test_the_two_are_tied_and_the_line_says_on_what_it_rests(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Joint work is a line between the two with the number of its records; without, the words say that none is recorded."""
    seen = read(deck(network_slides(overlap(2, 2, 2, 2)), style=drawing))[0]
    ends = {name for name, box in seen.boxes.items() if box.name in ("A", "B")}
    assert sum(set(seen.ends(line)) == ends for line in seen.connectors) == 1
    assert seen.named("Words") == ["Collaborates with: 1 record"]
    seen = read(deck(network_slides(overlap(2, 0, 2, 2)), style=drawing))[0]
    assert seen.named("Words") == ["No joint work is recorded"]


def test_what_is_inferred_has_slanted_letters(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """A box that is there by inference alone is set in italics, and the legend says what that means."""
    seen = read(deck(network_slides(overlap(2, 2, 2, 2, guessed="theme/apart-1")), style=drawing))[0]
    slanted = [b.name for b in seen.boxes.values() if b.text_frame.paragraphs[0].runs[0].font.italic]
    assert slanted == ["Governance of apart 1"]
    assert "Slanted letters: inferred by the editors" in seen.named("Legend")


def test_joint_work_follows_with_document_and_place(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """The slide after the picture lists the joint acts, each with document, place and lines; so do the notes, first of all."""
    first, second = read(deck(network_slides(overlap(2, 2, 2, 2)), style=drawing))
    assert second.title == "What A and B do together is said in 1 place"
    assert second.table[1] == ["agency/a and agency/b", "eval2008", "Annex 6", "12-14"]
    claims = first.notes.partition("Claims behind this slide")[2].strip()
    assert claims.startswith("A collaborates with B (done): eval2008, Annex 6, lines 12-14")


def test_two_runs_give_the_same_bytes(overlap: Callable[..., Network], drawing: Drawing) -> None:
    """The panels have no chance in them."""
    assert deck(network_slides(overlap(9, 9, 9, 9)), style=drawing) == deck(
        network_slides(overlap(9, 9, 9, 9)), style=drawing
    )


def test_a_panel_holds_what_most_records_tell_of(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """Of many, those tied by most records are drawn, whatever their names; the subtitle says so, and a table has all others."""
    network = overlap(70, 2, 0, 0)
    firm = [f"theme/only-a-{n}" for n in (67, 68, 69)]
    for name in firm:
        tie = network.edges["agency/a", name, "worksOn"]
        tie["data"] = replace(tie["data"], records=15)
    first, *others = read(deck(network_slides(network), style=drawing))
    shown = [box.name for box in first.boxes.values() if "only-a" in box.name]
    assert shown[:3] == [f"Governance of only-a {n}" for n in (67, 68, 69)]
    assert "those with most records first" in first.named("Subtitle")[0]
    tables = [shape.table for seen in others for shape in seen.slide.shapes if shape.has_table]
    listed = [[cell.text_frame.text for cell in row.cells] for table in tables for row in table.rows]
    assert len(shown) + sum(int(row[2]) for row in listed if row[0] == "Only A") == 70


def test_what_both_have_comes_first_to_the_eye(
    overlap: Callable[..., Network], drawing: Drawing, read: Callable
) -> None:
    """The panels of both are the widest, with larger letters and full colours; an empty panel is small."""
    seen = read(deck(network_slides(overlap(30, 4, 3, 0)), style=drawing))[0]
    panels = {name.partition(":")[0]: panel for name, panel in seen.panels.items()}
    assert panels["Both, with joint work"].width > panels["Only A"].width > panels["Only B"].width
    assert panels["Only B"].height < panels["Only A"].height / 3

    def fills(word: str) -> set[str]:
        return {str(box.fill.fore_color.rgb) for box in seen.boxes.values() if f"of {word} " in box.name}

    assert fills("joint") == fills("apart")
    assert not fills("joint") & fills("only-a")
    assert "Pale: only one of the two has it" in seen.named("Legend")
