"""The command `draw`, as a person calls it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from migov.cli import draw_command
from migov.graph import project
from migov.graph.build import build
from migov.graph.viewing import catalogue, view
from migov.loaders.rows import Row
from migov.ontology.errors import InputError, NothingFound, QueryError
from migov.viz.charts.views import catalogue as charts

Draw = Callable[..., Result]
NAMES = {"overlap": ["ILO", "IOM"], "path": ["ec", "iom"], "neighbourhood": ["IOM"]}


@pytest.fixture
def draw(few: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Runs the command in a folder with a build of the small landscape; what it raises is raised."""
    build(few, tmp_path / ".migov")
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(draw_command.run, list(args), catch_exceptions=False)


def test_without_a_view_the_views_are_listed(draw: Draw) -> None:
    """Each with what it is for and how it is called."""
    said = draw().stdout
    for name, found in catalogue().items():
        assert f"migov draw {name}" in said
        assert found.summary in said


@pytest.mark.parametrize("name", [name for name in catalogue() if name != "framework"])
def test_every_view_is_drawn(draw: Draw, tmp_path: Path, name: str) -> None:
    """From its name and the names it needs, with the finding told."""
    said = draw(name, *NAMES.get(name, []), "-o", "x.svg")
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    finding = said.stdout.removeprefix("Wrote x.svg: ").strip().rstrip(".")
    assert finding
    assert finding.split()[0] in drawn
    assert drawn.count('id="node-') > 1


@pytest.mark.parametrize("ending", ["html", "svg", "png", "pdf"])
def test_two_runs_write_the_same_bytes(draw: Draw, tmp_path: Path, ending: str) -> None:
    """The first lays out and keeps the places, the second finds them; both files are equal."""
    for name in ("one", "other"):
        draw("landscape", "-o", f"{name}.{ending}")
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"other.{ending}").read_bytes()


def test_a_layout_is_kept_and_can_be_forgotten(draw: Draw, tmp_path: Path) -> None:
    """A kept place is used again; `--fresh` lays out anew."""
    draw("landscape", "-o", "one.svg")
    kept = next((tmp_path / ".migov" / "layouts").glob("landscape-*.json"))
    kept.write_text(
        re.sub(r'("agency/iom": \[\s*)[-\d.]+', r"\g<1>2000.0", kept.read_text(encoding="utf-8")), encoding="utf-8"
    )
    draw("landscape", "-o", "moved.svg")
    draw("landscape", "-o", "fresh.svg", "--fresh")
    one, moved, fresh = ((tmp_path / f"{name}.svg").read_bytes() for name in ("one", "moved", "fresh"))
    assert one == fresh
    assert one != moved


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        (["--theme", "trafficking"], "project/p2", "project/p1"),
        (["--country", "Sweden"], "project/p1", "project/p2"),
        (["--to", "2006"], "project/p1", "project/p2"),
        (["--from", "2008"], "project/p2", "agency/nobody"),
        (["--focus", "gov-swe"], "project/p1", "project/p2"),
        (["--min", "2"], "agency/iom", "project/p2"),
        (["--top", "2"], "agency/ilo", "project/p1"),
    ],
)
def test_each_option_narrows(draw: Draw, tmp_path: Path, options: list[str], there: str, gone: str) -> None:
    """What is kept is drawn, what is left out is not."""
    draw("landscape", "-o", "x.svg", *options)
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert f'id="node-{there.replace("/", ".2f.")}"' in drawn
    assert f'id="node-{gone.replace("/", ".2f.")}"' not in drawn


def test_a_picture_that_is_cut_says_so_and_how_to_narrow_it(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, with a command that can be run as it stands and gives a picture that is whole."""
    monkeypatch.setattr(project, "view", lambda name: replace(view(name), most=6))
    said = draw("landscape", "-o", "x.svg").stderr
    assert "Too large to read whole: the 6 of 8 with most ties are shown" in said
    command = next(line.split() for line in said.splitlines() if line.startswith("  migov draw"))
    assert draw(*command[2:]).stderr == ""


def test_a_file_for_another_program_is_not_cut(draw: Draw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be worked on holds every node, unless fewer are asked for; what is to be looked at is cut."""
    monkeypatch.setattr(project, "view", lambda name: replace(view(name), most=4))
    held = {}
    for ending, more in (("gexf", []), ("graphml", ["--top", "4"]), ("svg", [])):
        draw("landscape", "-o", f"x.{ending}", *more)
        held[ending] = len(re.findall(r'<node |<g id="node-', (tmp_path / f"x.{ending}").read_text(encoding="utf-8")))
    assert held == {"gexf": 8, "graphml": 4, "svg": 4}


def test_what_was_asked_for_is_not_called_too_large(draw: Draw) -> None:
    """With `--top` the picture is small because it was to be."""
    assert draw("landscape", "-o", "x.svg", "--top", "4").stderr == ""


def test_size_look_and_dots_reach_the_figure(draw: Draw, tmp_path: Path) -> None:
    """A size in cm, a dark paper, and as many dots as were asked for."""
    draw("landscape", "-o", "x.svg", "--size", "20x10", "--look", "dark")
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert 'width="566.929134pt" height="283.464567pt"' in drawn
    assert "#12181f" in drawn.casefold()
    draw("landscape", "-o", "x.png", "--size", "20x10", "--dpi", "127")
    header = (tmp_path / "x.png").read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (1000, 500)


def test_print_has_no_colour(draw: Draw, tmp_path: Path) -> None:
    """Every colour of the look for paper is a grey."""
    draw("landscape", "-o", "x.svg", "--look", "print")
    colours = set(re.findall(r"#[0-9a-f]{6}\b", (tmp_path / "x.svg").read_text(encoding="utf-8")))
    assert len(colours) > 3
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


@pytest.mark.parametrize(
    ("args", "fault", "says"),
    [
        (["hairball", "-o", "x.svg"], QueryError, "the views are"),
        (["timeline", "-o", "x.svg"], QueryError, "did you mean agency-timeline or event-timeline or project-timeline"),
        (["landscap", "-o", "x.svg"], QueryError, "did you mean landscape"),
        (["landscape", "-o", "x.csv"], InputError, r"a .zip holds tables"),
        (["landscape"], QueryError, "name a file to write"),
        (["landscape", "ILO", "-o", "x.svg"], QueryError, "takes no names"),
        (["overlap", "ILO", "-o", "x.svg"], QueryError, "needs two names"),
        (["overlap", "ILO", "ILO", "-o", "x.svg"], QueryError, "two different things"),
        (["neighbourhood", "World", "Bank", "-o", "x.svg"], QueryError, "put quotes around"),
        (["neighbourhood", "Atlantis", "-o", "x.svg"], NothingFound, "not recorded"),
        (["landscape", "-o", "x.svg", "--focus", "Atlantis"], NothingFound, "not recorded"),
        (["landscape", "-o", "x.svg", "--from", "May"], QueryError, "is no date"),
        (["landscape", "-o", "x.svg", "--hops", "2"], QueryError, "for neighbourhoods"),
        (["landscape", "-o", "x.doc"], InputError, "end the name in"),
        (["landscape", "-o", "x.gexf", "--look", "dark"], InputError, "has no --look"),
        (["landscape", "-o", "x.svg", "--dpi", "100"], InputError, "has no --dpi"),
        (["landscape", "-o", "x.svg", "--size", "big"], InputError, "is no size"),
        (["landscape", "-o", "nodir/x.svg"], InputError, "cannot be written"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(draw: Draw, args: list[str], fault: type[Exception], says: str) -> None:
    """What cannot be drawn is refused by name."""
    with pytest.raises(fault, match=says):
        draw(*args)


@pytest.mark.parametrize("ending", ["html", "svg", "png", "pdf", "pptx"])
def test_a_chart_is_a_view_too(draw: Draw, tmp_path: Path, ending: str) -> None:
    """In each of its formats, with its finding told, and the same file on two runs."""
    said = draw("funding-by-donor", "-o", f"one.{ending}").stdout
    draw("funding-by-donor", "-o", f"other.{ending}")
    assert said == f"Wrote one.{ending}: Most money comes from Sweden: 509,634 USD.\n"
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"other.{ending}").read_bytes()


@pytest.mark.parametrize(
    ("args", "there", "gone"),
    [
        (["Sweden"], "USD", "EUR"),
        (["--theme", "trafficking"], "EUR", "USD"),
        (["--country", "Sweden"], "USD", "EUR"),
        (["--focus", "Sweden"], "USD", "EUR"),
        (["--to", "2006"], "USD", "EUR"),
    ],
)
def test_names_and_options_narrow_a_chart(draw: Draw, tmp_path: Path, args: list[str], there: str, gone: str) -> None:
    """Each fills the parameter of its kind."""
    draw("funding-by-theme", "-o", "x.html", *args)
    drawn = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert there in drawn
    assert gone not in drawn


def test_charts_are_listed_beside_networks(draw: Draw) -> None:
    """Each with its summary and the command for it."""
    said = draw().stdout
    for name, found in charts().items():
        assert f"migov draw {name}" in said
        assert found.summary in said


@pytest.mark.parametrize(
    ("args", "fault", "says"),
    [
        (["funding-by-donor"], QueryError, "name a file to write"),
        (["funding-by-donor", "-o", "x.gexf"], InputError, "migov ask funding-totals -o funding-by-donor.csv"),
        (["funding-by-donor", "-o", "x.svg", "--min", "2"], QueryError, "--min is for networks"),
        (["funding-by-donor", "-o", "x.svg", "--fresh"], QueryError, "--fresh is for networks"),
        (
            ["targets-and-results", "-o", "x.svg", "--theme", "trafficking"],
            QueryError,
            "has no --theme; it is narrowed by",
        ),
        (["agency-timeline", "-o", "x.svg"], QueryError, "needs the name of its agency"),
        (["agency-timeline", "World", "Bank", "-o", "x.svg"], NothingFound, "not recorded"),
        (["agency-timeline", "IOM", "Bank", "-o", "x.svg"], QueryError, "put quotes around"),
        (["funding-by-donor", "-o", "x.html", "--size", "a4"], InputError, "has no --size"),
        (["funding-by-donor", "-o", "x.svg", "--template", "t.pptx"], InputError, "has no --template"),
        (["funding-by-donor", "-o", "x.svg", "--from", "May"], QueryError, "is no date"),
        (["ratification-matrix", "-o", "x.svg"], QueryError, "not recorded in the documents"),
        (["money-by-unit", "-o", "x.svg"], QueryError, "is drawn by migov ask"),
    ],
)
def test_what_a_chart_has_not_is_refused(draw: Draw, args: list[str], fault: type[Exception], says: str) -> None:
    """In one sentence that names what to do."""
    with pytest.raises(fault, match=says):
        draw(*args)
