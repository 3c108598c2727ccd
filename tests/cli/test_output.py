"""Answers in every format: what a person sees, what a program gets, and files that are whole."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from migov.cli.output import Format, format_of, place, write, write_sections
from migov.graph.evidence import Source
from migov.ontology.errors import InputError
from migov.queries.answer import Answer, AnswerRow, Thing

ROW_41 = Source("eval2008", "Annex 9, row 41", "1004", "Against trafficking", "stated")
IMPLIED = Source("eval2008", "Annex 9, row 41", "1004", "A title", "implied")
NOTE = Source("note2013", "Annex, page 12", "300-302", "=cmd", "inferred")
JUDGED = Source("", "", "", "two lists of one budget", "")
ANSWER = Answer(
    "Which projects?",
    ("Project", "Countries", "Budget", "Since year"),
    [
        AnswerRow(((Thing("project/p1", "Against trafficking"),), ("Moldova", "Ukraine"), (1_200_000,), (2007,)), (ROW_41, NOTE)),
        AnswerRow(((Thing("theme/t", "Return", inferred=True),), ("=1+1",), (0.12345,), (2010,)), (JUDGED,)),
        AnswerRow((("@a | b",), (), (33.333333,), ()), ()),
    ],
    "Silence is not absence.",
)  # fmt: skip
LONG = Answer("Numbers", ("Number",), [AnswerRow(((n,),)) for n in range(100)], "All of them.")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "180")


def test_a_table_shows_numbers_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Thousands apart, two decimals, years without a comma, inferred themes marked, places by their locator."""
    write(ANSWER)
    shown = capsys.readouterr().out
    assert "1,200,000" in shown
    assert "0.123 " in shown
    assert "33.33 " in shown
    assert "2007" in shown
    assert "2,007" not in shown
    assert "Return (inferred)" in shown
    assert "eval2008 Annex 9, row 41 (line 1004)" in shown
    assert "judged by the editors: two lists of one budget" in shown


def test_a_place_that_states_is_not_repeated_for_what_it_implies(capsys: pytest.CaptureFixture[str]) -> None:
    """Two claims of one place are one place in words; programs get both."""
    both = Answer("Q", ("A",), [AnswerRow((("x",),), (IMPLIED, ROW_41))])
    write(both)
    assert capsys.readouterr().out.count("row 41") == 1
    write(both, Format.json)
    assert len(json.loads(capsys.readouterr().out)["rows"][0]["evidence"]) == 2
    assert place(IMPLIED).endswith("(line 1004, implied)")


def test_a_long_table_says_how_much_of_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Sixty rows unless a limit is given; then as many as the limit, and the note says of how many."""
    write(LONG)
    assert "Shown: 60 of 100 rows" in capsys.readouterr().out
    write(LONG, limit=80)
    shown = capsys.readouterr().out
    assert " 79 " in shown
    assert "The first 80 of 100 rows" in shown
    assert "Shown:" not in shown


def test_a_narrow_window_gets_a_block_a_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the columns have no room nothing is cut."""
    monkeypatch.setenv("COLUMNS", "60")
    write(ANSWER)
    assert "Annex 9, row 41 (line 1004)" in " ".join(capsys.readouterr().out.split())


def test_text_with_marks_is_shown_as_it_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither brackets nor colons of a document mean anything to the terminal, in a grid and in blocks."""
    text = "[bold] :smile: [1]"
    for width in ("180", "42"):
        monkeypatch.setenv("COLUMNS", width)
        write(Answer(text, (text,), [AnswerRow(((text,),))], text))
        assert " ".join(capsys.readouterr().out.split()).count("[bold] :smile: [1]") == 4


def test_csv_gives_plain_numbers_and_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs read the numbers as they are."""
    write(ANSWER, Format.csv)
    first, second, third = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert first["Budget"] == "1200000"
    assert first["Countries"] == "Moldova; Ukraine"
    assert first["Where it says so"].count("|") == 1
    assert second["Project"] == "Return (inferred)"
    assert third["Where it says so"] == ""


def test_a_cut_csv_says_so_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """CSV has no note; that it is cut is said all the same, beside the data."""
    write(LONG, Format.csv, limit=5, warnings=["skos:foo stands nowhere."])
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 6
    assert said.err.splitlines() == [
        "The first 5 of 100 rows; a higher --limit gives more.",
        "skos:foo stands nowhere.",
    ]


def test_json_keeps_its_four_keys_and_says_in_the_note_what_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """Question, columns, rows with evidence, note; ids, labels and whether a theme is inferred."""
    write(ANSWER, Format.json, limit=2)
    said = json.loads(capsys.readouterr().out)
    assert list(said) == ["question", "columns", "rows", "note"]
    assert said["rows"][1]["Project"] == {"id": "theme/t", "label": "Return", "inferred": True}
    assert said["rows"][0]["evidence"][0]["locator"] == "Annex 9, row 41"
    assert said["note"] == "The first 2 of 3 rows; a higher --limit gives more. Silence is not absence."


def test_markdown_is_a_table_whose_cells_hold_their_bars(capsys: pytest.CaptureFixture[str]) -> None:
    """A bar in a cell does not end the cell."""
    write(ANSWER, Format.md)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "**Which projects?**"
    assert lines[-1] == "*Silence is not absence.*"
    assert "@a \\| b" in lines[-3]
    assert len({line.replace("\\|", "").count("|") for line in lines[2:-2]}) == 1


def test_a_workbook_holds_answer_sources_and_question(tmp_path: Path) -> None:
    """Numbers are numbers, text that looks like a formula stays text, and each source bears the number of its row."""
    write(ANSWER, file=tmp_path / "answer.xlsx", query="SELECT *\nWHERE {}\n")
    book = load_workbook(tmp_path / "answer.xlsx")
    assert book.sheetnames == ["Answer", "Sources", "About", "Query"]
    sheet = book["Answer"]
    title, header, first, second, third = sheet.iter_rows(values_only=True)
    assert title[0] == "Which projects?"
    assert header == ("No.", "Project", "Countries", "Budget", "Since year", "Where it says so")
    assert first[:5] == (1, "Against trafficking", "Moldova; Ukraine", 1_200_000, 2007)
    assert second[2:4] == ("=1+1", 0.12345)
    assert third[1] == "@a | b"
    assert sheet["C4"].data_type == "s"
    assert sheet["C4"].quotePrefix
    assert sheet["D3"].number_format == "#,##0"
    assert sheet["E3"].number_format == "0"
    assert sheet["A2"].font.bold
    assert sheet.freeze_panes == "A3"
    rows = list(book["Sources"].iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == [1, 1, 2]
    assert rows[1][1:] == ("note2013", "Annex, page 12", "300-302", "inferred", "=cmd")
    assert rows[2][1] == "judged by the editors"
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert next(iter(about)) == "Question"
    assert about["Question"] == "Which projects?"
    assert about["Note"] == "Silence is not absence."
    assert not any("SELECT" in str(said) for said in about.values())
    assert [row[0] for row in book["Query"].iter_rows(values_only=True)] == ["SELECT *", "WHERE {}"]


def test_a_workbook_of_no_query_has_no_sheet_for_one(tmp_path: Path) -> None:
    """A list of conflicts is computed."""
    write(ANSWER, file=tmp_path / "answer.xlsx")
    assert load_workbook(tmp_path / "answer.xlsx").sheetnames == ["Answer", "Sources", "About"]


def test_a_workbook_has_the_same_bytes_for_the_same_answer(tmp_path: Path) -> None:
    """No clock and no order by chance."""
    write(ANSWER, file=tmp_path / "a.xlsx")
    write(ANSWER, file=tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_characters_a_workbook_cannot_hold_are_left_out(tmp_path: Path) -> None:
    """A control character of a scanned text does not spoil the file, and a text beyond what a cell holds says that it is cut."""
    write(Answer("Q", ("A",), [AnswerRow((("a\x0bb",),)), AnswerRow((("x" * 40_000,),))]), file=tmp_path / "a.xlsx")
    rows = list(load_workbook(tmp_path / "a.xlsx")["Answer"].iter_rows(min_row=3, min_col=2, values_only=True))
    assert rows[0][0] == "ab"
    assert len(str(rows[1][0])) == 32_767
    assert str(rows[1][0]).endswith("…")


@pytest.mark.parametrize(("ending", "begins"), [("csv", "Project,"), ("json", "{"), ("md", "**"), ("XLSX", "PK")])
def test_the_ending_of_a_file_decides_its_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, begins: str
) -> None:
    """Nothing is printed but what was written."""
    file = tmp_path / f"answer.{ending}"
    write(ANSWER, file=file)
    assert file.read_bytes().decode(errors="ignore").startswith(begins)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"Wrote 3 rows to {file}.\n"


@pytest.mark.parametrize(
    ("format_", "file", "says"),
    [
        (Format.xlsx, None, "add -o answer.xlsx"),
        (Format.table, "answer.doc", "end the name in .csv, .json, .md or .xlsx"),
        (Format.csv, "answer.json", "does not end in .csv"),
        (Format.table, "nowhere/answer.csv", "write to a folder that exists"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_the_remedy(
    tmp_path: Path, format_: Format, file: str | None, says: str
) -> None:
    """An unknown ending, a workbook without a file, a format that contradicts the ending, a missing folder."""
    with pytest.raises(InputError, match=says):
        write(ANSWER, format_, tmp_path / file if file else None)
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A folder of that name cannot be replaced; no half-written file stays beside it."""
    (tmp_path / "answer.csv").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write(ANSWER, file=tmp_path / "answer.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["answer.csv"]


def test_a_dash_is_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`-o -` writes there in the format asked for, a workbook too."""
    assert format_of(Format.json, Path("-")) is Format.json
    write(ANSWER, Format.xlsx, Path("-"))
    assert capsysbinary.readouterr().out.startswith(b"PK")


def test_sections_stand_below_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A blank line between two tables, one file of Markdown for both."""
    write_sections([Answer("First", (), [], "A note."), LONG])
    shown = capsys.readouterr().out
    assert shown.startswith("First\nA note.\n\nNumbers\n")
    write_sections([ANSWER, LONG], file=tmp_path / "both.md")
    text = (tmp_path / "both.md").read_text(encoding="utf-8")
    assert text.index("**Which projects?**") < text.index("\n\n**Numbers**\n\n| Number |")
    assert "Wrote 103 rows" in capsys.readouterr().err
