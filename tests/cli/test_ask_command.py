"""The command `ask`, where its answer is drawn."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from migov.cli import ask_command
from migov.graph.build import build
from migov.loaders.rows import Row
from migov.ontology.errors import InputError, QueryError
from migov.viz.charts.formats import FORMATS

Ask = Callable[..., Result]


@pytest.fixture
def ask(few: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs the command in a folder with a build of the small landscape; what it raises is raised."""
    build(few, tmp_path / ".migov")
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(ask_command.run, list(args), catch_exceptions=False)


def test_the_endings_of_charts_are_those_that_charts_have() -> None:
    """They are told without loading what draws."""
    assert set(FORMATS) == ask_command.CHARTS


@pytest.mark.parametrize("ending", FORMATS)
def test_an_answer_is_drawn_in_every_format(ask: Ask, tmp_path: Path, ending: str) -> None:
    """The file is written, and its finding told where it does not disturb a program."""
    said = ask("funding-totals", "-o", f"x{ending}")
    assert said.stderr == f"Wrote x{ending}: Most money comes from Sweden: 509,634 USD.\n"
    assert said.stdout == ""
    assert (tmp_path / f"x{ending}").stat().st_size > 1000


def test_a_slide_of_an_answer_is_a_native_chart(ask: Ask, tmp_path: Path) -> None:
    """Its numbers are those of the answer, in the currency of its heading."""
    ask("funding-totals", "-o", "x.pptx")
    shapes = Presentation(BytesIO((tmp_path / "x.pptx").read_bytes())).slides[0].shapes
    natives = [shape.chart for shape in shapes if shape.has_chart]  # type: ignore[attr-defined]
    assert {value for chart in natives for series in chart.plots[0].series for value in series.values} == {
        509634,
        1000.5,
    }


def test_what_has_no_chart_is_refused(ask: Ask) -> None:
    """A table, an empty answer and an unknown ending."""
    with pytest.raises(QueryError, match="has no chart"):
        ask("bodies", "-o", "x.pptx")
    with pytest.raises(QueryError, match="not recorded"):
        ask("ratifications", "-o", "x.html")
    with pytest.raises(InputError, match="is no format for answers"):
        ask("funding-totals", "-o", "x.doc")
