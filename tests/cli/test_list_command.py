"""`migov list`, as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from migov.cli import list_command
from migov.graph.build import build
from migov.loaders.rows import Row
from migov.queries.questions import catalogue

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def store(few: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of the small landscape."""
    folder = tmp_path_factory.mktemp("store")
    build(few, folder)
    return folder


@pytest.fixture(scope="module")
def ask(store: Path) -> Ask:
    """Runs the command and reads its JSON."""

    def run(*args: str) -> Any:
        said = [*args, "--format", "json", "--store", str(store)]
        return json.loads(CliRunner().invoke(list_command.run, said, catch_exceptions=False).stdout)

    return run


def test_all_questions_are_shown_by_family(store: Path) -> None:
    """A terminal shows each, none is left out, and those of a family stand together."""
    shown = CliRunner().invoke(list_command.run, ["--store", str(store)], env={"COLUMNS": "150"}).stdout
    assert shown.startswith(f"{len(catalogue())} questions\n")
    assert all(f" {name} " in shown for name in catalogue())
    assert "Shown:" not in shown


def test_words_find_the_questions_that_hold_them_all(ask: Ask) -> None:
    """In title, description or words, in any number or tense; the title says how many of how many."""
    said = ask("questions", "ratified", "members")
    names = [row["Name"] for row in said["rows"]]
    assert "members-ratified" in names
    assert 1 < len(names) < len(ask("questions", "member")["rows"]) < len(catalogue())
    assert said["question"].startswith(f"{len(names)} of {len(catalogue())} questions")


def test_the_name_of_a_question_shows_it_alone_with_an_example(ask: Ask, store: Path) -> None:
    """What it gives, what it takes and needs, and a command that runs on the same store."""
    (row,) = ask("questions", "members-ratified")["rows"]
    assert "group (needed)" in row["Parameters"]
    assert row["Example"] == f"migov ask members-ratified group=sadc --store {store}"


def test_a_name_that_no_question_holds_lists_what_can_be_asked_of_it(ask: Ask) -> None:
    """A theme is in no question's words; the commands take it, with what else each needs."""
    said = ask("questions", "trafficking")
    assert "theme" in said["question"]
    takers = [q for q in catalogue().values() if "theme" in q.params.values()]
    assert len(said["rows"]) == len(takers)
    assert all("theme=trafficking" in row["Command"] for row in said["rows"])
    assert any("with=ilo theme=trafficking" in row["Command"] for row in said["rows"])


def test_words_that_nothing_holds_leave_an_empty_list_with_a_remedy(ask: Ask) -> None:
    """It says of how many there is none, and to ask in a sentence."""
    for what in ("questions", "agencies", "themes"):
        said = ask(what, "qwertyuiop")
        assert said["rows"] == []
        assert said["question"].startswith("None of ")
        assert "migov ask" in said["note"]


def test_things_are_found_by_any_of_their_names(ask: Ask) -> None:
    """An acronym, an alias or the beginning of a word; each with what it is, where it belongs, and its places."""
    (row,) = ask("agencies", "org", "migr")["rows"]
    assert row["Agency"] == {"id": "agency/iom", "label": "IOM"}
    assert row["evidence"]
    rows = {row["Agency"]["id"]: row for row in ask("agencies")["rows"]}
    assert rows["agency/migrant"]["Part of"]["id"] == "agency/ilo"


@pytest.mark.parametrize(
    ("what", "id_"), [("countries", "MDA"), ("documents", "eval2008"), ("projects", "p1"), ("principles", "7")]
)
def test_what_has_a_long_name_is_listed_with_its_id(ask: Ask, what: str, id_: str) -> None:
    """The id is what a parameter takes; of the countries only those that something is recorded of."""
    ids = [row["Id"] for row in ask(what)["rows"]]
    assert id_ in ids
    assert "XKX" not in ids


def test_themes_are_found_by_what_documents_call_them(ask: Ask) -> None:
    """Another word for a theme finds the word to write."""
    assert "child-labour" in [row["Write"] for row in ask("themes", "child")["rows"]]
    assert len(ask("themes")["rows"]) > 60
