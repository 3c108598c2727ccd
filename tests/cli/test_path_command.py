"""The commands `path` and `structure`, as a person calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click
import pytest
from click.testing import CliRunner

from migov.cli import path_command, structure_command
from migov.graph.build import build
from migov.loaders.rows import Row
from migov.ontology.errors import NothingFound, QueryError

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(few: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Runs a command on a build of the small landscape and reads its JSON; what it raises is raised."""
    folder = tmp_path_factory.mktemp("store")
    build(few, folder)

    def run(command: click.Command, *args: str) -> Any:
        done = CliRunner().invoke(command, [*args, "--format", "json", "--store", str(folder)], catch_exceptions=False)
        return json.loads(done.stdout)

    return run


def test_a_path_between_names_as_people_write_them(ask: Ask) -> None:
    """Acronyms, in any case, give the chain with ids, words and places."""
    said = ask(path_command.run, "ec", "iom", "--k", "1")
    assert [row["From"]["id"].split("/")[0] for row in said["rows"]] == ["agency", "project"]
    assert [row["Hop"] for row in said["rows"]] == [1, 2]
    assert said["rows"][0]["evidence"][0]["lines"] == "12-13"


def test_kinds_and_names_can_be_left_out_or_let_in(ask: Ask) -> None:
    """Without projects the donor of one is not joined by it; with countries it is joined by where it is."""
    assert ask(path_command.run, "EC", "IOM", "--without", "project")["rows"] == []
    assert ask(path_command.run, "Sweden", "IOM", "--without", "ILO")["rows"] == []
    through = ask(path_command.run, "KEN", "MDA", "--with", "country", "--k", "1")
    assert through["rows"]


def test_what_cannot_be_is_refused(ask: Ask) -> None:
    """A name nobody bears and a kind that is passed anyway are refused with a remedy."""
    with pytest.raises(NothingFound):
        ask(path_command.run, "Atlantis", "IOM")
    with pytest.raises(QueryError, match="--with takes country, region, theme"):
        ask(path_command.run, "EC", "IOM", "--with", "project")


@pytest.mark.parametrize("aspect", list(structure_command.Aspect))
def test_each_aspect_answers_and_says_how_to_read_it(ask: Ask, aspect: str) -> None:
    """Brokers, communities and bridges have a title and a note, with and without a body."""
    said = ask(structure_command.run, aspect)
    assert said["question"].lower().startswith(aspect)
    assert "Counted: joint acts" in said["note"]
    assert ask(structure_command.run, aspect, "--without", "ILO")["rows"] == []


def test_the_theme_of_the_structure_is_a_name(ask: Ask) -> None:
    """A theme is given as people write it."""
    assert ask(structure_command.run, "communities", "--theme", "health workers")["rows"]
