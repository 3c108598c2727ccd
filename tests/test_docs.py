"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

from migov.cli.main import COMMANDS, migov
from migov.graph.build import build
from migov.graph.viewing import catalogue as networks
from migov.loaders.declaration import declaration
from migov.loaders.rows import Row
from migov.queries.questions import catalogue
from migov.viz.charts.views import catalogue as charts

ROOT = Path(__file__).parent.parent


def _script(name: str) -> ModuleType:
    """A script of docs/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


GALLERY = _script("make_gallery")


def test_the_page_of_tables_is_made_from_the_declaration() -> None:
    """docs/tables.md is what docs/make_tables.py writes."""
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == _script("make_tables").text(declaration())


def test_the_gallery_shows_every_view() -> None:
    """docs/gallery.md is what docs/make_gallery.py writes, with a picture for each entry and an entry for each network and chart."""
    shown = GALLERY.entries()
    assert (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8") == GALLERY.text(shown)
    pictures = {file.stem for file in (ROOT / "docs" / "gallery").iterdir()}
    assert pictures == {entry.picture for entry in shown}
    assert {entry.arguments[1] for entry in shown if entry.arguments[0] == "draw"} == {*networks(), *charts()}


@pytest.fixture(scope="module")
def store(shipped_rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of the shipped landscape."""
    folder = tmp_path_factory.mktemp("store")
    build(shipped_rows, folder)
    return folder


@pytest.mark.parametrize("entry", GALLERY.entries(), ids=lambda entry: entry.picture)
def test_every_command_of_the_gallery_makes_its_file(
    entry: Any, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands are run as they stand."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(migov, entry.arguments, env={"MIGOV_STORE": str(store)}, catch_exceptions=False)
    assert done.exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == [entry.arguments[-1]]


def test_the_readme_shows_three_pictures() -> None:
    """Pictures of the gallery, which are there."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\((docs/gallery/[\w-]+\.png)\)", text)
    assert len(pictures) == 3
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_readme_names_only_commands_and_questions_there_are() -> None:
    """Every `migov ...` line of the README calls a command, and every `migov ask` a question of the catalogue."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    called = re.findall(r"(?:^    |`|bin/)migov (\w+)(?: ([\w-]+|\"))?", text, re.MULTILINE)
    assert {command for command, _ in called} <= set(COMMANDS)
    assert {name for command, name in called if command == "ask"} <= {*catalogue(), '"'}
    assert len(called) > 10


QUESTIONS = re.findall(
    r"^    (migov ask .+?)(?: -o .+)?$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.parametrize("line", QUESTIONS)
def test_every_question_of_the_readme_has_an_answer(line: str, store: Path) -> None:
    """What the README asks is recorded, by name and in plain words, each row with its place."""
    done = CliRunner().invoke(migov, [*shlex.split(line)[1:], "--format", "json"], env={"MIGOV_STORE": str(store)})
    rows = json.loads(done.stdout)["rows"]
    assert rows
    assert all(row["evidence"] for row in rows)


def test_nothing_names_a_registry_host() -> None:
    """No file of ours names the host of a package registry."""
    for path in [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / ".ci" / "run", *(ROOT / "docs").glob("*.md")]:
        assert "pypi" + ".org" not in path.read_text(encoding="utf-8")
