"""The entry: the list of commands, help, and what a question does not wait for."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from migov.cli.main import COMMANDS, migov
from migov.graph.build import build
from migov.loaders.rows import Row

UNNEEDED = ("email", "importlib.metadata", "networkx", "numpy", "openpyxl", "pycountry", "rapidfuzz", "yaml")


def _command(name: str) -> click.Command:
    command = import_module(f"migov.cli.{name}_command").run
    assert isinstance(command, click.Command)
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_help_says_first(name: str) -> None:
    """The line of the list and the first paragraph of the command's own help are the same."""
    command = _command(name)
    assert command.name == name
    assert " ".join((command.help or "").split("\n\n")[0].split()) == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_stands_on_a_line_of_its_own(name: str) -> None:
    """`-h` is help too; an example is not wrapped, so that it can be copied."""
    shown = CliRunner().invoke(migov, [name, "-h"])
    assert shown.exit_code == 0
    assert any(line.startswith(f"  Example: migov {name}") for line in shown.stdout.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_is_explained(name: str) -> None:
    """Nothing in the usage is left without a sentence."""
    for parameter in _command(name).params:
        assert getattr(parameter, "says", "") or getattr(parameter, "help", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_choice_is_written_as_its_value(name: str) -> None:
    """click reads the names of an enumeration and people its values: they are the same."""
    for parameter in _command(name).params:
        if isinstance(parameter.type, click.Choice):
            assert [choice.name for choice in parameter.type.choices] == [str(c) for c in parameter.type.choices]


@pytest.mark.parametrize(("args", "code"), [([], 2), (["--help"], 0)])
def test_without_a_command_all_are_listed(args: list[str], code: int) -> None:
    """Each with its line, and none of them is loaded for it."""
    script = "import sys; from migov.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    shown = _python("-c", script, *args)
    assert shown.returncode == code
    said = " ".join(shown.stdout.split())
    assert all(f"{name} {line}" in said for name, line in COMMANDS.items())
    assert not [module for module in shown.stderr.split() if module.endswith("_command")]


def test_a_question_by_its_name_waits_for_nothing_it_does_not_need(few: list[Row], tmp_path: Path) -> None:
    """Neither for the listing of countries nor for spreadsheets, matching or figures."""
    build(few, tmp_path)
    script = "import sys; from migov.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    shown = _python("-c", script, "ask", "partners", "agency=IOM", "--store", str(tmp_path))
    assert shown.returncode == 0, shown.stderr
    assert "MIGRANT" in shown.stdout
    assert not set(UNNEEDED) & set(shown.stderr.split())


def _python(*args: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, env=environment, check=False)
