"""The commands, run as a person runs them: output, exit codes, and sentences instead of tracebacks."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.cli.main import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]
PROJECT = "project,title,donors,countries,themes,start,end,document,lines\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a build of the shipped landscape."""
    path = tmp_path_factory.mktemp("work")
    assert _run(path, "build").returncode == 0
    return path


def _run(cwd: Path, *args: str, stdin: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "migov.cli.main", *args]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MIGOV_")} | {"NO_COLOR": "1"} | more
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_that_names_it(tmp_path: Path, command: str) -> None:
    """`--help` of each command shows how it is called."""
    shown = _run(tmp_path, command, "--help")
    assert shown.returncode == 0
    assert f"migov {command}" in " ".join(shown.stdout.split())


def test_the_demo_answers_and_draws(tmp_path: Path) -> None:
    """`migov demo` ends well, prints both answers with places, and writes page and figures."""
    shown = _run(tmp_path, "demo")
    assert shown.returncode == 0, shown.stderr
    assert "Which agencies collaborate on which themes?" in shown.stdout
    assert "ILO and IOM" in shown.stdout
    assert re.search(r"eval2008 Annex \d+.*?\(lines? \d+", " ".join(shown.stdout.split()))
    made = tmp_path / "migov-demo"
    assert (made / "landscape.html").stat().st_size < 2_500_000
    assert (made / "landscape.svg").read_bytes().startswith(b"<?xml")
    assert (made / "landscape.png").read_bytes().startswith(b"\x89PNG")


def test_an_answer_as_json_and_csv_holds_the_evidence(folder: Path) -> None:
    """Programs get question, columns, rows and note, each row with document, locator and lines."""
    said = json.loads(_run(folder, "ask", "partners", "agency=IOM", "with=WHO", "--format", "json").stdout)
    assert set(said) == {"question", "columns", "rows", "note"}
    assert {"document", "locator", "lines", "says", "certainty"} == set(said["rows"][0]["evidence"][0])
    rows = list(csv.DictReader(io.StringIO(_run(folder, "ask", "projects", "country=Moldova", "-f", "csv").stdout)))
    assert len(rows) > 5
    assert all(row["Where it says so"] for row in rows)


def test_markdown_is_a_table(folder: Path) -> None:
    """Markdown can be pasted into a report."""
    lines = _run(folder, "ask", "partners", "agency=IOM", "--format", "md").stdout.splitlines()
    assert lines[2].startswith("| Agency |")
    assert set(lines[3]) <= set("| -")


def test_asking_without_a_build_builds_and_says_so(tmp_path: Path) -> None:
    """The first question in an empty folder is answered, and the build is mentioned."""
    shown = _run(tmp_path, "ask", "who-works-where", "country=Kenya")
    assert shown.returncode == 0
    assert "building the shipped landscape" in shown.stderr
    assert (tmp_path / ".migov" / "current").exists()


def test_a_store_in_memory_leaves_nothing_behind(tmp_path: Path) -> None:
    """`memory:` answers without writing."""
    assert _run(tmp_path, "ask", "who-works-where", "country=Kenya", "--store", "memory:").returncode == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("ask", "projects", "donor=Nobody at all"), 1, "not recorded in the documents"),
        (("ask", "why", "agency=IOM"), 1, "there is no question"),
        (("ask", "projects", "colour=red"), 1, "is no parameter"),
        (("sparql", "SELECT nonsense"), 1, "does not parse"),
        (("ask", "partners", "agency=World", "Bank"), 1, "not recorded"),
        (("ask", "partners", "agency=IOM", "Bank"), 1, "put quotes around"),
        (("conflicts", "--kind", "budgets"), 1, "there are budget"),
        (("evidence", "IOM", "money"), 1, "there is no column"),
        (("draw", "landscape", "-o", "nodir/x.html"), 1, "No such file or directory"),
        (("export", "tables", "x.csv"), 1, "is no place for tables"),
        (("draw", "landscape", "-o", "x.doc"), 1, "end the name in"),
        (("draw", "hairball", "-o", "x.svg"), 1, "the views are"),
        (("export", "quads", "x.doc"), 1, ".nq or .trig"),
        (("build", "nowhere.csv"), 1, "is not there"),
        (("read", "--compare"), 1, "--documents"),
        (("read", "--compare", "--documents", "."), 1, "none of the five documents"),
        (("sing",), 2, "No such command"),
        (("ask",), 2, "Missing argument"),
    ],
)
def test_a_mistake_gets_one_sentence_and_its_exit_code(
    folder: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    """No traceback, the remedy in the sentence, the code of its kind."""
    shown = _run(folder, *args)
    assert shown.returncode == code
    assert says in shown.stderr
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("p,t,SWE gov,,,,,,\n", "has no place in a document"),
        ("p,t,,XYZ,,,,eval2008,951\n", "“XYZ” is no country code"),
        ("p,t,trafficking,,,,,eval2008,951\n", "put it in the column themes"),
        ("p,t,,,traficking,,,eval2008,951\n", "did you mean trafficking"),
        ("p,t,,,,2008,2007,eval2008,951\n", "ends before it starts"),
    ],
)
def test_a_broken_row_is_refused_and_the_last_build_stays(folder: Path, row: str, says: str) -> None:
    """Exit 3, the file, the row and the remedy; what was built before is still current."""
    (folder / "projects.csv").write_text(PROJECT + row, encoding="utf-8")
    before = (folder / ".migov" / "current").read_text(encoding="utf-8")
    for command in ("build", "check"):
        shown = _run(folder, command, "projects.csv")
        assert shown.returncode == 3
        assert "projects.csv, row 2" in shown.stderr
        assert says in shown.stderr
    assert (folder / ".migov" / "current").read_text(encoding="utf-8") == before


def test_a_query_may_come_from_standard_input_or_a_file(folder: Path) -> None:
    """`-` reads standard input, `.rq` a file; the prefixes are known."""
    query = "SELECT (COUNT(*) AS ?n) { ?p a migov:Project }"
    (folder / "count.rq").write_text(query, encoding="utf-8")
    piped = _run(folder, "sparql", "-", "-f", "csv", stdin=query).stdout
    assert piped == _run(folder, "sparql", "count.rq", "-f", "csv").stdout
    assert int(piped.splitlines()[1].split(",")[0]) > 100


def test_a_long_answer_says_that_it_is_cut(folder: Path) -> None:
    """The terminal shows the first rows and how to get the others; CSV gives all."""
    shown = _run(folder, "ask", "who-works-where").stdout
    assert "Shown: 60 of" in shown
    assert len(_run(folder, "ask", "who-works-where", "-f", "csv").stdout.splitlines()) > 500


def test_a_narrow_window_shows_every_place_whole(folder: Path) -> None:
    """Where columns have no room each row is a block; no place is cut."""
    for width in ("80", "120", "300"):
        shown = " ".join(_run(folder, "ask", "projects", "donor=Ireland", COLUMNS=width).stdout.split())
        assert "Annex 9, row 27 (line 988)" in shown
        assert "Annex 9, row 21 (line 979)" in shown


def test_themes_say_whether_they_are_stated_or_inferred(folder: Path) -> None:
    """A theme that no label in the cited lines names is marked."""
    rows = json.loads(_run(folder, "ask", "joint-work", "-f", "json").stdout)["rows"]
    themes = [t for row in rows for t in (row["On"] if isinstance(row["On"], list) else [row["On"]]) if t]
    assert 0 < sum(1 for theme in themes if theme.get("inferred")) < len(themes)


def test_check_passes_on_the_shipped_landscape(folder: Path) -> None:
    """The rules are kept, and HermiT agrees or is said to be absent."""
    shown = _run(folder, "check")
    assert shown.returncode == 0
    assert "keep every rule" in shown.stdout
    assert "consistent" in shown.stdout or "needs Java" in shown.stderr


def test_read_compares_with_the_real_documents(folder: Path, documents: Path) -> None:
    """The documents' tables and the shipped rows have no difference, and the rows can be written."""
    shown = _run(folder, "read", "--documents", str(documents), "--compare", "-o", "read.xlsx")
    assert shown.returncode == 0
    assert "0 differences between parsed and shipped rows" in shown.stdout
    assert (folder / "read.xlsx").exists()


def test_quads_and_tables_leave_in_files_people_can_use(folder: Path) -> None:
    """N-Quads to a pipe and TriG to a file hold the same quads; tables go to a folder or a workbook."""
    assert _run(folder, "export", "tables", "out").returncode == 0
    assert (folder / "out" / "projects.csv").exists()
    assert _run(folder, "export", "quads", "all.trig").returncode == 0
    quads = _run(folder, "export", "quads", "-").stdout.splitlines()
    assert quads == sorted(quads)
    assert len(quads) > 10_000


def test_an_empty_answer_says_which_condition_stands_in_the_way(folder: Path) -> None:
    """With one condition less there is more, and the command for it is printed beside the answer."""
    shown = _run(folder, "ask", "joint-work", "agency=ilo", "theme=trafficking", "region=caribbean")
    assert shown.returncode == 0
    assert "not recorded in the documents" in shown.stdout
    assert "migov ask joint-work agency=ilo theme=trafficking" in shown.stderr


def test_a_long_sentence_is_a_question_like_any_other(folder: Path) -> None:
    """What is too long for the name of a file is still read."""
    shown = _run(folder, "ask", "Which agencies work with the ILO on trafficking in persons? " * 6)
    assert "Traceback" not in shown.stderr
    assert "too long" not in shown.stderr


def test_two_agencies_are_pointed_to_what_compares_them(folder: Path) -> None:
    """A question on two bodies offers their overlap and the paths between them."""
    said = _run(folder, "ask", "With whom does UNHCR work, and does it work with IOM?").stdout
    assert "migov overlap" in said
    assert "migov path" in said


def test_what_is_not_answered_writes_no_file(folder: Path) -> None:
    """A workbook of near questions would look like an answer."""
    shown = _run(folder, "ask", "what is the budget of IOM in 2007 for labour migration", "-o", "none.xlsx")
    assert "Not recorded" in shown.stdout
    assert not (folder / "none.xlsx").exists()


def test_an_answer_is_drawn_as_a_chart(folder: Path) -> None:
    """A file that ends in .svg holds the answer as bars, and a table that has no chart says so."""
    assert _run(folder, "ask", "money-by-year", "-o", "money.svg").returncode == 0
    assert (folder / "money.svg").read_bytes().startswith(b"<?xml")
    shown = _run(folder, "ask", "bodies", "kind=forum", "-o", "bodies.svg")
    assert shown.returncode == 1
    assert "no chart" in shown.stderr
