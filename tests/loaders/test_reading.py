"""Reading the real documents: what is parsed is what ships."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from migov.graph.model import model
from migov.loaders.reading import Part, compare, read_parts
from migov.loaders.registry import find
from migov.loaders.rows import Row
from migov.loaders.theme_lines import index, theme_lines
from migov.ontology.concepts import vocabulary


@pytest.fixture(scope="module")
def parts(documents: Path) -> list[Part]:
    """All parts with a layout, read from the real documents."""
    return list(read_parts(find(documents), model().locators))


def test_parsed_and_shipped_rows_are_equal(parts: list[Part], shipped_rows: list[Row]) -> None:
    """Cell by cell, the five parts as parsed are the rows that ship."""
    assert len(parts) == 5
    assert [d for part in parts for d in compare(part, shipped_rows, model().tables, model().locators)] == []


@pytest.mark.parametrize("column", ["budget", "donors", "title", "lines", "themes", "end"])
def test_a_changed_cell_is_a_difference(parts: list[Part], shipped_rows: list[Row], column: str) -> None:
    """Whichever cell of a shipped row is changed, the comparison names its row and column."""
    part = next(p for p in parts if p.name.endswith("annex9"))
    at = next(n for n, row in enumerate(shipped_rows) if row["project"] == "eval2008-annex9-010")
    changed = shipped_rows.copy()
    value = {"lines": "964", "donors": "iom"}.get(column, "2009")
    changed[at] = replace(changed[at], cells={**changed[at].cells, column: value})
    (first, *more) = compare(part, changed, model().tables, model().locators)
    assert first.place == "eval2008-annex9-010"
    assert column in {first.column, *(d.column for d in more)}


def test_a_missing_and_a_surplus_row_are_differences(parts: list[Part], shipped_rows: list[Row]) -> None:
    """A row that is not shipped and a row that is not in the document are both told."""
    part = next(p for p in parts if p.name.endswith("annex4"))
    kept = [row for row in shipped_rows if row["project"] != "eval2008-annex4-03"]
    surplus = Row("projects", {"project": "eval2008-annex4-99", "title": "t", "document": "eval2008", "lines": "600"})
    said = [str(d) for d in compare(part, [*kept, surplus], model().tables, model().locators)]
    assert len(said) == 2
    assert any("not shipped" in s for s in said)
    assert any("not in the document" in s for s in said)


def test_the_index_of_theme_lines_is_that_of_the_documents(documents: Path) -> None:
    """The shipped index says exactly where the vocabulary's labels stand in the documents."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for document, text in find(documents).items():
        found |= index(document, text.lines, vocabulary())
    assert found == dict(theme_lines().lines)
