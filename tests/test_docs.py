"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from migov.cli.main import COMMANDS
from migov.loaders.declaration import declaration
from migov.queries.questions import catalogue

ROOT = Path(__file__).parent.parent


def test_the_page_of_tables_is_made_from_the_declaration() -> None:
    """docs/tables.md is what docs/make_tables.py writes."""
    spec = importlib.util.spec_from_file_location("make_tables", ROOT / "docs" / "make_tables.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == module.text(declaration())


def test_readme_names_only_commands_and_questions_there_are() -> None:
    """Every `migov ...` line of the README calls a command, and every `migov ask` a question of the catalogue."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    called = re.findall(r"(?:^    |`|bin/)migov (\w+)(?: ([\w-]+|\"))?", text, re.MULTILINE)
    assert {command for command, _ in called} <= set(COMMANDS)
    assert {name for command, name in called if command == "ask"} <= {*catalogue(), '"'}
    assert len(called) > 10


def test_nothing_names_a_registry_host() -> None:
    """No file of ours names the host of a package registry."""
    for path in [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / ".ci" / "run", *(ROOT / "docs").glob("*.md")]:
        assert "pypi" + ".org" not in path.read_text(encoding="utf-8")
