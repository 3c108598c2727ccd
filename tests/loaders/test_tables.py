"""Reading and writing tables: what people save, and the same rows back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from migov.loaders.declaration import declaration
from migov.loaders.rows import Row
from migov.loaders.tables import read_tables, write_tables
from migov.loaders.values import CONTROL
from migov.ontology.errors import InputError

PROJECTS = declaration().tables["projects"]
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30).map(str.strip)
CELLS = st.dictionaries(st.sampled_from([c.name for c in PROJECTS.columns]), TEXT.filter(bool), min_size=1)


@pytest.mark.parametrize("name", ["tables", "tables.xlsx"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, min_size=1, max_size=4))
def test_rows_come_back_as_they_were_written(tmp_path: Path, name: str, rows: list[dict[str, str]]) -> None:
    """A folder of CSV files and a workbook give back every cell, formula-like and non-ASCII text included."""
    written = [Row("projects", cells) for cells in rows]
    target = tmp_path / name
    write_tables(target, written)
    assert read_tables(target) == written


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_any_usual_csv_is_read(tmp_path: Path, separator: str, bom: str) -> None:
    """Comma, semicolon and tab, with and without byte order mark and with Windows line ends, read alike."""
    text = bom + separator.join(["Project", "title", "countries"]) + "\r\n"
    text += separator.join(["p1", "Überall", '"MDA;UKR"']) + "\r\n"
    (tmp_path / "projects.csv").write_bytes(text.encode())
    (row,) = read_tables(tmp_path)
    assert row.cells == {"project": "p1", "title": "Überall", "countries": "MDA;UKR"}
    assert row.origin.row == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("projects.csv", "project,titel\np1,x\n", "“titel” is no column"),
        ("projects.csv", "project,title,title\np1,x,y\n", "stands twice"),
        ("projects.csv", "title\nx\n", "“project” is missing"),
        ("projects.csv", "project,title\np1,x,y\n", "row 2: has more cells"),
        ("projects.csv", "", "is empty"),
        ("projekte.csv", "project\np1\n", "is no table"),
        ("projects.xlsx", "no zip", "is no workbook"),
        ("projects.xls", "x", "is no table file"),
    ],
)
def test_what_cannot_be_read_is_said_with_file_and_remedy(tmp_path: Path, name: str, content: str, says: str) -> None:
    """A file that is no table is refused with its name, the fault and what to do."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=says) as fault:
        read_tables(tmp_path / name)
    assert fault.value.file.startswith(name)
    assert fault.value.remedy


def test_text_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    """A file in another encoding is not read as nonsense."""
    (tmp_path / "projects.csv").write_bytes("project,title\np1,Genève\n".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read_tables(tmp_path)


def test_an_empty_folder_is_no_table(tmp_path: Path) -> None:
    """A folder without tables is refused instead of building nothing."""
    with pytest.raises(InputError, match="holds no table"):
        read_tables(tmp_path)


def test_a_workbook_is_the_same_bytes_twice(tmp_path: Path) -> None:
    """No clock stands in a workbook."""
    rows = [Row("projects", {"project": "p1", "title": "=1+1", "budget": "10"})]
    write_tables(tmp_path / "a.xlsx", rows)
    write_tables(tmp_path / "b.xlsx", rows)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_numbers_and_dates_typed_in_a_spreadsheet_are_read_as_text(tmp_path: Path) -> None:
    """A budget typed as a number and a date typed as a date arrive as the tables write them; numbers leave as numbers."""
    book = Workbook()
    book.active.title = "projects"
    book.active.append(["project", "budget", "start"])
    book.active.append(["p1", 16399.5, datetime(2006, 11, 14)])
    book.save(tmp_path / "typed.xlsx")
    (row,) = read_tables(tmp_path / "typed.xlsx")
    assert (row["budget"], row["start"]) == ("16399.5", "2006-11-14")
    write_tables(tmp_path / "out.xlsx", [row])
    assert load_workbook(tmp_path / "out.xlsx")["projects"].cell(2, 10).value == 16399.5
    assert read_tables(tmp_path / "out.xlsx") == [row]


def test_evidence_columns_end_every_table_once() -> None:
    """Every table ends with the evidence columns, and none declares one of them twice."""
    for table in declaration().tables.values():
        names = [c.name for c in table.columns]
        assert len(names) == len(set(names))
        assert names[-2:] == ["printed", "note"]
        assert "document" in names


def test_control_characters_are_known() -> None:
    """The characters that a workbook cannot hold are the ones that cleaning refuses."""
    assert CONTROL.search("a\x00b")
    assert not CONTROL.search("a\tb\nc")
