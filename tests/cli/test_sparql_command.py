"""`migov sparql`, run as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from migov.graph import builds
from migov.graph.assemble import Landscape

PARTIES = "SELECT ?party ?evidence { ?party a migov:Party BIND(?party AS ?evidence) } ORDER BY ?party"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"


@pytest.fixture(scope="module")
def folder(small: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with the small landscape built in it."""
    path = tmp_path_factory.mktemp("sparql")
    builds.write(path / ".migov", small.store.quads())
    return path


def _run(cwd: Path, *args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "migov.cli.main", "sparql", *args]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MIGOV_")} | {"NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, env=environment, check=False)


def test_select_is_a_table_with_labels_and_places(folder: Path) -> None:
    """Things have their labels, the column evidence becomes the places."""
    shown = _run(folder, PARTIES)
    assert shown.returncode == 0, shown.stderr
    assert "IOM" in shown.stdout
    assert "eval2008 title page (line 10)" in " ".join(shown.stdout.split())


def test_cut_rows_are_shown_and_said(folder: Path) -> None:
    """The note of JSON says it; CSV, which has no note, says it on standard error."""
    said = json.loads(_run(folder, PARTIES, "--limit", "2", "-f", "json").stdout)
    assert len(said["rows"]) == 2
    assert said["note"].startswith("Cut at 2 rows; there are more")
    shown = _run(folder, PARTIES, "--limit", "2", "-f", "csv")
    assert shown.returncode == 0
    assert len(shown.stdout.splitlines()) == 3
    assert "Cut at 2 rows" in shown.stderr


def test_ask_says_yes_or_no(folder: Path) -> None:
    """No is not said to be untrue, but not recorded."""
    assert json.loads(_run(folder, "ASK { ?x a migov:Party }", "-f", "json").stdout)["rows"][0]["answer"] == "yes"
    no = json.loads(_run(folder, "ASK { ?x a migov:Party ; a migov:Project }", "-f", "json").stdout)
    assert no["rows"][0]["answer"] == "no"
    assert "not recorded in the documents" in no["note"]


def test_construct_gives_turtle_triples_or_a_table(folder: Path) -> None:
    """Turtle on standard output, N-Triples by the ending of a file, three columns in any other format; always the same bytes."""
    query = "CONSTRUCT { ?x rdfs:label ?y } WHERE { ?x a migov:Party ; rdfs:label ?y }"
    shown = _run(folder, query).stdout
    assert "@prefix migov: <https://w3id.org/migov/ontology#> ." in shown
    assert 'rdfs:label "IOM"' in shown
    assert shown == _run(folder, query).stdout
    assert _run(folder, query, "-o", "made.nt").returncode == 0
    lines = (folder / "made.nt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert all(line.endswith(" .") for line in lines)
    assert _run(folder, query, "-f", "csv").stdout.startswith("subject,predicate,object")


def test_a_workbook_holds_the_query(folder: Path) -> None:
    """Whoever gets the file can ask again."""
    assert _run(folder, PARTIES, "-o", "parties.xlsx").returncode == 0
    sheet = load_workbook(folder / "parties.xlsx")["Query"]
    assert "\n".join(str(cell.value) for cell in sheet["A"]) == PARTIES


def test_the_prefixes_can_be_printed_and_used(folder: Path) -> None:
    """What is printed can stand before a query."""
    shown = _run(folder, "--prefixes")
    assert "PREFIX stated: <https://w3id.org/migov/stated#>" in shown.stdout
    assert _run(folder, "-", stdin=shown.stdout + PARTIES).returncode == 0


def test_terms_of_vocabularies_are_shown_short(folder: Path) -> None:
    """A property reads as it would be written."""
    shown = _run(folder, "SELECT DISTINCT ?kind { ?x a ?kind } ORDER BY ?kind", "-f", "csv").stdout
    assert "migov:Party" in shown
    assert "https://w3id.org/migov/ontology#" not in shown


def test_a_store_in_memory_is_asked_too(tmp_path: Path) -> None:
    """And leaves nothing behind."""
    shown = _run(tmp_path, "SELECT ?x { ?x a migov:Party } LIMIT 1", "--store", "memory:", "-f", "csv")
    assert shown.returncode == 0, shown.stderr
    assert len(shown.stdout.splitlines()) == 2
    assert not list(tmp_path.iterdir())


def test_an_endpoint_is_asked_with_select(tmp_path: Path, server: str) -> None:
    """Rows are cut and names checked as in a folder; other forms and slips of syntax are refused in a sentence."""
    asked = ("--store", server)
    shown = _run(tmp_path, PARTIES, "--limit", "3", "-f", "csv", *asked)
    assert len(shown.stdout.splitlines()) == 4
    assert "Cut at 3 rows" in shown.stderr
    for query, says in {
        "SELECT ?x { ?x migov:budgett ?y }": "did you mean “budget”?",
        "SELECT ?x { ?x ?p id:agency/iomm }": "did you mean “agency/iom”?",
        "ASK { ?x a migov:Party }": "only asked with SELECT",
        "SELECT ?x { ?x a ": "does not parse at line 1, column",
    }.items():
        refused = _run(tmp_path, query, *asked)
        assert refused.returncode == 1
        assert says in refused.stderr
        assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((ENDLESS, "--seconds", "1"), "no answer within 1 second and was stopped; narrow it, or allow it more with --seconds"),
        (("SELECT ?x { ?x migov:budgett ?y }",), "did you mean “budget”?"),
        (("SELECT ?x { ?x a ?y ",), "does not parse at line 1, column 2"),
        (("DELETE WHERE { ?s ?p ?o }",), "DELETE changes a graph"),
        ((), "no query was given"),
        (("gone.rq",), "cannot be read"),
        ((PARTIES, "-f", "xlsx"), "add -o answer.xlsx"),
        ((PARTIES, "-o", "x.doc"), "end the name in"),
        ((PARTIES, "-o", "x.ttl"), "makes no triples"),
    ],
)  # fmt: skip
def test_a_mistake_gets_one_sentence_and_exit_code_1(folder: Path, args: tuple[str, ...], says: str) -> None:
    """One line on standard error, with the remedy; nothing on standard output."""
    shown = _run(folder, *args)
    assert shown.returncode == 1
    assert says in shown.stderr
    assert len(shown.stderr.splitlines()) == 1
    assert shown.stdout == ""
