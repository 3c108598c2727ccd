"""`migov briefing`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from migov.cli import briefing_command
from migov.graph.assemble import Landscape
from migov.ontology.errors import InputError, QueryError


@pytest.fixture
def run(shipped: Landscape, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A runner whose store is the shipped landscape."""
    monkeypatch.setattr(briefing_command, "opened", lambda _: shipped.store)
    return CliRunner()


def test_it_writes_a_deck_and_says_its_finding(run: CliRunner, tmp_path: Path) -> None:
    """The title of the first slide is told when the file is written, the theme included."""
    target = tmp_path / "deck.pptx"
    said = run.invoke(briefing_command.run, ["IOM", "OSCE", "--theme", "trafficking", "-o", str(target)])
    assert said.exit_code == 0, said.output
    first = Presentation(str(target)).slides[0].shapes.title.text_frame.text
    assert first.removesuffix(" …") in said.output
    assert "Trafficking in persons" in first


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["IOM", "-o", "deck.pdf"], InputError, "no format for slides"),
        (["IOM", "-o", "deck.pptx", "--from", "May"], QueryError, "is no date"),
        (["ILO", "IOM", "OSCE", "-o", "deck.pptx"], QueryError, "one agency or two"),
        (["IOM", "IOM", "-o", "deck.pptx"], QueryError, ""),
    ],
)
def test_bad_input_is_refused(run: CliRunner, arguments: list[str], error: type[Exception], words: str) -> None:
    """Another ending, a date that is none, three agencies or the same one twice are told in one sentence."""
    said = run.invoke(briefing_command.run, arguments)
    assert isinstance(said.exception, error)
    assert words in str(said.exception)
