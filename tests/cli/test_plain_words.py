"""What is said about a question in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from migov.cli.ask_command import run
from migov.cli.plain_words import instead
from migov.graph.build import build
from migov.loaders.rows import Row
from migov.ontology.errors import QueryError
from migov.queries.words.understanding import Understanding


@pytest.mark.parametrize("text", ["", "  ", "?"])
def test_an_empty_question_is_told_from_one_out_of_the_field(text: str) -> None:
    """Nothing was asked: how to ask is shown."""
    with pytest.raises(QueryError, match="the question is empty"):
        instead(Understanding(text, outside=True))


def test_the_questions_that_are_near_are_asked_of_the_same_store(few: list[Row], tmp_path: Path) -> None:
    """A command that is printed can be run as it stands; the store is said where it was given."""
    build(few, tmp_path)
    shown = CliRunner().invoke(run, ["which projects are in Moldova?", "--store", str(tmp_path)]).stdout
    after = shown.partition("You might also ask:\n")[2].strip().splitlines()
    assert after
    assert all(line.endswith(f" --store {tmp_path}") for line in after)


def test_a_name_that_nobody_knows_is_offered_as_a_text(
    few: list[Row], make: Callable[..., Row], tmp_path: Path
) -> None:
    """Where a name is declined but stands in what is said, the command that finds it is offered, and not as an answer."""
    said = make("observations", table="text", row="Tricked study", column="workers", value="7", lines="50")
    build([*few, said], tmp_path)
    shown = (
        CliRunner()
        .invoke(run, ["how many interviewed workers of Tricked were trafficked?", "--store", str(tmp_path)])
        .stdout
    )
    assert "Not recorded in the documents" in shown
    assert "may be what is meant" in shown
    assert "words=" in shown
