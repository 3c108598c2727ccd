"""The parsers on the documents themselves, where these stand beside the repository."""

from pathlib import Path

import pytest

from migov.loaders.csvfile import read_csv
from migov.loaders.declaration import declaration
from migov.loaders.layouts import LAYOUTS, Layout, eval2008_annex9
from migov.loaders.layouts.corrections import corrections
from migov.loaders.registry import find
from migov.loaders.rows import Row
from migov.loaders.tables import SHIPPED

DOCUMENTS = Path(__file__).parents[3].parent / "shared" / "documents"
pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not here")


def parsed(layout: Layout) -> list[Row]:
    text = find(DOCUMENTS)[layout.DOCUMENT]
    return list(layout.rows(text.lines, corrections(layout.DOCUMENT, layout.LAYOUT)))


def test_hundred_projects() -> None:
    """Annex 9 prints exactly a hundred rows."""
    projects = [row["project"] for row in parsed(eval2008_annex9) if row.table == "projects"]
    assert projects == [f"eval2008-annex9-{number:03}" for number in range(1, 101)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.DOCUMENT}-{layout.LAYOUT}")
def test_shipped_rows_are_the_parsed_ones(layout: Layout) -> None:
    """Every parsed row ships cell by cell; only its section, and further places that say the same, may be added."""
    tables = declaration().tables
    shipped = [row for name in layout.TABLES for row in read_csv(SHIPPED / f"{name}.csv", tables[name])]
    told = [(row.table, _told(row), row.many("also")) for row in shipped]
    missing = [
        row
        for row in parsed(layout)
        if not any(
            (table, cells) == (row.table, _told(row)) and set(row.many("also")) <= set(also)
            for table, cells, also in told
        )
    ]
    assert missing == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.DOCUMENT}-{layout.LAYOUT}")
def test_every_project_has_a_theme(layout: Layout) -> None:
    """No project is left without a theme, so none is lost to a question by theme."""
    assert [row["project"] for row in parsed(layout) if row.table == "projects" and not row["themes"]] == []


def _told(row: Row) -> dict[str, str]:
    return {column: text for column, text in row.cells.items() if column not in ("section", "also")}
