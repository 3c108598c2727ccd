"""Passages and coverage: what stands at a place, and which lines nobody cites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from migov.loaders.coverage import coverage
from migov.loaders.passages import passage
from migov.loaders.registry import SourceText
from migov.loaders.rows import Row

LONG = "<p>word " * 200 + "the <b>IOM</b> &amp; others" + " word" * 200
TEXT = SourceText("eval2008", Path("x"), ("short line", LONG, "", "last"), changed=False)


def test_a_short_passage_is_whole_and_plain() -> None:
    """Lines are joined, markup and entities are gone."""
    assert passage(TEXT, 1, 1) == "short line"
    assert "the IOM & others" in passage(TEXT, 2, 2, width=None)


def test_a_long_passage_is_cut_around_its_terms() -> None:
    """The cut shows the term, begins and ends at words, and says that it is cut."""
    cut = passage(TEXT, 2, 2, ["IOM"])
    assert "the IOM & others" in cut
    assert cut.startswith("… word")
    assert cut.endswith("word …")
    assert len(cut) < 400


@pytest.mark.parametrize("terms", [[], ["nowhere"]])
def test_without_a_term_the_beginning_is_shown(terms: list[str]) -> None:
    """A term that does not stand there, or none, leaves the beginning."""
    assert passage(TEXT, 2, 2, terms).startswith("word word")


def test_coverage_counts_cited_explained_and_bare_lines(make: Callable[..., Row]) -> None:
    """Blank lines do not count; rows and further places cite; gaps explain; the rest is told as stretches."""
    text = ["a", "", "b", "c", "d", "e", "", "f"]
    rows = [
        make("projects", project="p", lines="1", also="eval2008:4"),
        make("gaps", lines="3", reason="heading: small"),
        make("projects", project="q", document="poa2008", lines="8"),
    ]
    found = coverage("eval2008", text, rows)
    assert (found.lines, found.cited, dict(found.explained)) == (6, 2, {"heading": 1})
    assert found.unexplained == ((5, 8),)
