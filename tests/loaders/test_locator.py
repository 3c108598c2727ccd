"""Places in the printed documents."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migov.loaders import locator, registry
from migov.loaders.locator import Locators
from migov.ontology.errors import DeclarationError

DOCUMENTS = ("eval2008", "eval2013", "note2013", "outcome7", "poa2008")
SOURCES = Path(__file__).parents[2].parent / "shared" / "documents"
SHIPPED = Locators.load()


def rows(document: str) -> list[tuple[int, int, str]]:
    with (locator.FOLDER / f"{document}.csv").open(encoding="utf-8", newline="") as file:
        return [(int(row["first"]), int(row["last"]), row["locator"]) for row in csv.DictReader(file)]


def written(folder: Path, *stretches: str) -> Path:
    (folder / "paper.csv").write_text("\n".join(("first,last,locator", *stretches)) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_line_has_one_locator(document: str) -> None:
    """A locator file covers its document from line 1 on, without gap or overlap."""
    stretches = rows(document)
    assert stretches[0][0] == 1
    assert all(after[0] == before[1] + 1 for before, after in pairwise(stretches))
    assert stretches[-1][1] == SHIPPED.lines(document)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_locators_are_labels(document: str) -> None:
    """A locator is short, ends in no full stop and names nobody with a title."""
    for _, _, name in rows(document):
        assert len(name) <= 100
        assert not name.endswith(".")
        assert not re.search(r"\b(Mr|Ms|Mrs|Dr)\b", name)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the repository")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_last_line_is_that_of_the_document(document: str) -> None:
    """The locators end where the document ends."""
    assert len(registry.find(SOURCES)[document].lines) == SHIPPED.lines(document)


@pytest.mark.parametrize(
    ("document", "first", "last", "place"),
    [
        ("eval2008", 971, 971, "Annex 9, row 15"),
        ("eval2008", 1083, 1083, "Annex 9, row 100"),
        ("eval2008", 1006, 1008, "Annex 9, rows 40-42"),
        ("eval2008", 740, 742, "Annex 6, IOM"),
        ("eval2008", 561, 568, "Annex 4, project 3"),
        ("eval2008", 934, 934, "Annex 8, (v), bullet 3"),
        ("eval2008", 930, 934, "Annex 8, (v)"),
        ("eval2008", 648, 651, "Annex 5, component 2, pages 24-25"),
        ("eval2008", 733, 735, "Annex 6, Council of Europe to European Union"),
        ("eval2008", 1089, 1093, "Annex 10, bibliography, entries 1-3"),
        ("eval2013", 876, 876, "Table 11, C189"),
        ("eval2013", 851, 851, "Table 10, C172"),
        ("eval2013", 1395, 1395, "footnote 25"),
        ("eval2013", 919, 923, "4.1.4 Advocacy, Decent Work Agenda, paragraph 2"),
        ("note2013", 165, 166, "Annex, Africa Region, project 8"),
        ("note2013", 120, 120, "note 14"),
        ("poa2008", 101, 101, "paragraph 46"),
        ("poa2008", 103, 104, "paragraphs 47-48"),
        ("outcome7", 5, 5, "indicator table, indicator 7.1"),
        ("outcome7", 31, 33, "Table 4, outputs 6-13"),
    ],
)
def test_places(document: str, first: int, last: int, place: str) -> None:
    """Places are those a reader of the printed document would name."""
    assert SHIPPED.locate(document, first, last) == place


def test_unknown_places_are_empty() -> None:
    """A reader's own document, and a line no document has, have no locator."""
    assert SHIPPED.locate("my-notes", 1, 2) == ""
    assert SHIPPED.lines("my-notes") is None
    assert SHIPPED.locate("poa2008", 5000, 5001) == ""


@pytest.mark.parametrize(
    "stretches",
    [("1,3,a", "3,4,b"), ("4,5,b", "1,3,a"), ("3,1,a",), ("1,x,a",), ("1,2,",), ()],
    ids=["overlap", "order", "backwards", "no number", "no name", "empty"],
)
def test_faulty_files_are_refused(tmp_path: Path, stretches: tuple[str, ...]) -> None:
    """A file that contradicts itself is an error of the declaration."""
    with pytest.raises(DeclarationError):
        Locators.load(written(tmp_path, *stretches))


def test_a_foreign_header_is_refused(tmp_path: Path) -> None:
    """A file with other columns is an error of the declaration."""
    (tmp_path / "paper.csv").write_text("from,to,name\n1,2,a\n", encoding="utf-8")
    with pytest.raises(DeclarationError, match="columns"):
        Locators.load(tmp_path)


def test_a_file_saved_by_a_spreadsheet_reads_the_same(tmp_path: Path) -> None:
    """A byte order mark and CRLF line ends change nothing."""
    (tmp_path / "paper.csv").write_bytes("\ufefffirst,last,locator\r\n1,2,head\r\n3,9,note 1\r\n".encode())
    assert Locators.load(tmp_path).locate("paper", 3, 4) == "note 1"


@given(st.data())
def test_a_line_is_found_in_its_own_stretch(data: st.DataObject) -> None:
    """Looking a line up gives what going through the file gives."""
    document = data.draw(st.sampled_from(DOCUMENTS))
    line = data.draw(st.integers(1, SHIPPED.lines(document)))
    assert SHIPPED.locate(document, line, line) == next(n for a, b, n in rows(document) if a <= line <= b)


@given(st.data())
def test_a_range_begins_at_the_place_of_its_first_line(data: st.DataObject) -> None:
    """The place of a range leads a reader to where the passage starts."""
    document = data.draw(st.sampled_from(DOCUMENTS))
    first = data.draw(st.integers(1, SHIPPED.lines(document)))
    last = data.draw(st.integers(first, SHIPPED.lines(document)))
    place, start = SHIPPED.locate(document, first, last), SHIPPED.locate(document, first, first)
    assert place.split(", ")[0].split(" ")[0].rstrip("s") == start.split(", ")[0].split(" ")[0].rstrip("s")
