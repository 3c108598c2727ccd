"""The brief: a finding, sentences with their places, and what is not recorded."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.evidence import Source
from migov.loaders.rows import Row
from migov.queries.comparison.brief import Brief, brief
from migov.viz.texts.markdown import markdown
from migov.viz.texts.notes import Notes


@pytest.fixture(scope="module")
def made(small: Landscape) -> Brief:
    """The brief on ILO and IOM in the small landscape."""
    return brief(small.store, "ilo", "iom")


def _said(made: Brief, heading: str) -> str:
    (section,) = (section for section in made.sections if section.heading.startswith(heading))
    return " ".join(f"{s.lead} {''.join(part.text for part in s.parts)}" for s in section.statements)


def test_the_title_is_the_finding(made: Brief) -> None:
    """How much of what they share they work on together, and how many tensions are named."""
    assert made.title == "ILO and IOM work together on 2 of the 2 themes they share; 1 tension is named"


def test_the_sections_say_what_is_recorded(made: Brief) -> None:
    """Joint acts by how they stand, tensions, who pays for what, and what one has alone."""
    assert "Ongoing (1): joint programming (Kenya)" in _said(made, "Joint work, by")
    assert "who trains" in _said(made, "Tensions")
    assert "Against trafficking: paid for by EC; EUR 1,000" in _said(made, "Projects")
    assert "ILO (1 theme): Discrimination" in _said(made, "What each")


def test_joint_acts_are_counted_as_in_the_overlap(few: list[Row], make: Callable[..., Row]) -> None:
    """What is planned is said beside them, and is none of those that leave something open."""
    plan = make("collaborations", id="c4", agencies="ilo;iom", status="planned", relation="training", what="talks")
    made = brief(assemble([*few, plan]).store, "ilo", "iom")
    assert _said(made, "Joint work, by").strip().startswith("2 joint acts, 1 more planned. ")
    assert "Of no stated status (1)" in _said(made, "Joint work, by")
    assert "1 of the 2 joint acts do not say how they stand" in _said(made, "What the documents do not say")


def test_silence_is_counted(made: Brief) -> None:
    """What is not recorded of one of them, and what the joint acts leave open, is said."""
    said = _said(made, "What the documents do not say")
    assert "No instruments and no groups and no other partners of IOM are recorded." in said
    assert "1 of the 2 joint acts do not say how they stand" in said


def test_what_is_named_has_a_place(made: Brief) -> None:
    """Each thing, act and tension named has a source; only our own words have none."""
    named = [p.text.strip("; ") for s in made.sections for said in s.statements for p in said.parts if p.sources]
    assert {"Discrimination (inferred)", "joint programming (Kenya)", "who trains"} <= set(named)


def test_two_without_anything_in_common_are_said_to_have_nothing(few: list[Row]) -> None:
    """No theme, no act, no project: each section says so."""
    made = brief(assemble(few).store, "gov-swe", "iom")
    assert "no shared theme is recorded; no tensions are named" in made.title
    assert _said(made, "What they share").strip() == "Nothing is recorded of both."
    assert "Not recorded in the documents." in _said(made, "Joint work, by")
    assert "None is recorded." in _said(made, "Tensions")


def test_every_mark_has_its_footnote(made: Brief) -> None:
    """Footnotes are numbered from 1 in the order of the text, each once."""
    text, _, notes = markdown(made).partition("\n[^1]: ")
    marks = [int(number) for number in re.findall(r"\[\^(\d+)\]", text)]
    assert marks == list(range(1, len(marks) + 1))
    assert [int(n) for n in re.findall(r"^\[\^(\d+)\]:", f"[^1]: {notes}", re.MULTILINE)] == marks


def test_the_same_graph_gives_the_same_text(few: list[Row], made: Brief) -> None:
    """The brief of a graph built again is the same, letter for letter."""
    assert markdown(brief(assemble(few).store, "ilo", "iom")) == markdown(made)


def test_the_shipped_brief_stays_short(shipped: Landscape) -> None:
    """The text without notes has at most 900 words, on the two agencies of whom most is recorded."""
    text = markdown(brief(shipped.store, "ilo", "iom")).partition("\n[^1]: ")[0]
    assert len(text.split()) <= 900
    assert "silence is not absence" in text


def test_a_footnote_gives_the_title_once_and_counts_the_rest() -> None:
    """The first note has the title of the document, a later one its short name; places not shown are counted."""
    places = [Source("eval2008", "Annex 8", str(line), "", "stated") for line in (1, 2, 3)]
    notes = Notes({"eval2008": "The annexes"})
    assert [notes.add(places, 2), notes.add([Source("eval2008", "", "4-5", "", "implied")], 1)] == [1, 2]
    assert notes.lines == [
        "The annexes (eval2008), Annex 8, line 1; eval2008, Annex 8, line 2; 1 more.",
        "eval2008, lines 4-5 (implied).",
    ]
