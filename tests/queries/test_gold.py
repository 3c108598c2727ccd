"""The hand-read questions: each is answered by a call with parameters, and judged by `answer.py` where gold is at hand."""

from __future__ import annotations

import csv
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from migov.cli.main import migov
from migov.graph.build import build
from migov.loaders.rows import Row

GOLD = Path(__file__).parent.parent.parent.parent / "shared" / "gold"
with (Path(__file__).parent / "gold_calls.csv").open(encoding="utf-8", newline="") as file:
    CALLS = {row["id"]: row for row in csv.DictReader(file)}
SILENT = "not recorded in the documents"


@pytest.fixture(scope="module")
def built(shipped_rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the shipped landscape."""
    folder = tmp_path_factory.mktemp("gold")
    build(shipped_rows, folder)
    return folder


def _answer(call: str, store: Path) -> str:
    said = CliRunner().invoke(migov, [*shlex.split(call), "--format", "json", "--store", str(store)])
    assert said.exit_code == 0, said.output
    return said.stdout


@pytest.fixture(scope="module")
def gold() -> dict[str, object]:
    """The gold answers by id."""
    if not GOLD.is_dir():
        pytest.skip("the gold answers are not at hand (../shared/gold)")
    lines = (GOLD / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return {item["id"]: item["answer"] for item in map(json.loads, lines)}


def test_every_gold_question_has_its_call(gold: dict[str, object]) -> None:
    """No question of the sample is left without a call, and at most three are judged by hand."""
    assert set(CALLS) == set(gold)
    assert sum(bool(row["judged"]) for row in CALLS.values()) <= 3


@pytest.mark.parametrize("name", sorted(name for name, row in CALLS.items() if not row["judged"]))
def test_a_call_gives_the_gold_answer(name: str, gold: dict[str, object], built: Path) -> None:
    """Every code, number, date and acronym of the gold answer stands in the rows; what is not recorded has none."""
    said = _answer(CALLS[name]["call"], built)
    if gold[name] == SILENT:
        assert json.loads(said)["rows"] == []
        assert SILENT in json.loads(said)["note"]
        return
    judged = subprocess.run(
        [sys.executable, str(GOLD / "answer.py"), name], input=said, capture_output=True, text=True, check=False
    )
    assert judged.returncode == 0, judged.stdout


@pytest.mark.parametrize("name", sorted(CALLS))
def test_every_row_of_a_call_has_a_place(name: str, gold: dict[str, object], built: Path) -> None:
    """A call runs and says where each of its rows stands."""
    assert all(row["evidence"] for row in json.loads(_answer(CALLS[name]["call"], built))["rows"])
