"""`migov overlap`, as a person calls it."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from migov.cli.again import again
from migov.cli.main import migov
from migov.cli.stores import store_option
from migov.graph.build import build
from migov.loaders.rows import Row

Said = Callable[..., str]


@pytest.fixture(scope="module")
def said(few: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What a command prints on a build of the small landscape; what it raises is raised."""
    folder = tmp_path_factory.mktemp("store")
    build(few, folder)

    def run(*args: str) -> str:
        shown = CliRunner().invoke(
            migov, [*args, "--store", str(folder)], env={"COLUMNS": "400"}, catch_exceptions=False
        )
        assert shown.exit_code == 0
        return shown.stdout

    return run


def test_the_finding_tells_joint_acts_from_plans(said: Said) -> None:
    """The first line counts what is done or under way; a tension is none of them."""
    assert said("overlap", "ILO", "IOM").startswith("ILO and IOM: 2 joint acts; 1 tension named; 2 themes and ")
    assert said("overlap", "ILO", "EU").startswith("ILO and EU: no joint acts, 1 planned; no tensions named; ")


def test_the_commands_that_open_a_number_run(said: Said) -> None:
    """Both commands that are printed, with the same store, give rows with places."""
    shown = said("overlap", "ILO", "IOM")
    commands = re.findall(r"migov (overlap .+? --store \S+?)[.;]? ", shown.replace("\n", " "))
    assert len(commands) == 2
    for command in commands:
        words = shlex.split(command)
        assert "--store" in words
        rows = json.loads(said(*words[: words.index("--store")], "--format", "json"))["rows"]
        assert any(row["evidence"] for row in rows)


def test_the_records_behind_one_thing(said: Said) -> None:
    """Each with its id; the note opens the first."""
    shown = json.loads(said("overlap", "ILO", "IOM", "--item", "Moldova", "--format", "json"))
    assert [row["Id"] for row in shown["rows"]] == ["project/p2"] * len(shown["rows"])
    assert "migov evidence project/p2 --store " in shown["note"]


def test_the_numbers_behind_coefficients_stand_beside_them(said: Said) -> None:
    """Each share has a column of its own, with what was divided by what."""
    row = next(line for line in said("overlap", "ILO", "IOM").splitlines() if line.split()[:1] == ["theme"])
    assert "0.67 = 2 of 3" in row
    assert "1.00 = 2 of 2" in row


@pytest.mark.parametrize("args", [("ILO",), (), ("ILO", "IOM", "--all"), ("--all", "--item", "Moldova")])
def test_what_cannot_be_compared_is_refused_with_an_example(said: Said, args: tuple[str, ...]) -> None:
    """One agency, none, two and all, or one thing of all."""
    with pytest.raises(Exception, match="as in migov overlap ILO IOM"):
        said("overlap", *args)


def test_a_printed_command_has_the_store_only_when_it_was_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the environment says need not be said again."""

    @click.command()
    @store_option
    def show(store: str) -> None:
        print(again("ask", "two words"))

    monkeypatch.setenv("MIGOV_STORE", str(tmp_path))
    run = CliRunner().invoke
    assert run(show, []).stdout == "migov ask 'two words'\n"
    assert run(show, ["--store", "my store"]).stdout == "migov ask 'two words' --store 'my store'\n"
    assert again("list") == "migov list"
