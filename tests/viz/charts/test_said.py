"""What a chart says of itself: how much of what it does not draw, under which names, and by which colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from migov.graph.assemble import Landscape
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import VOICE
from migov.queries.questions import Question
from migov.viz.charts import chart_of, drawn
from migov.viz.charts.cut import topped
from migov.viz.charts.formats import FORMATS
from migov.viz.charts.model import Bars, Chart, Timeline
from migov.viz.charts.views import catalogue, chart_view
from migov.viz.formats import Options, size_of

UPRIGHT = (21.0, 29.7)


def view(shipped: Landscape, name: str, **values: str) -> Chart:
    """The chart of a view."""
    return chart_view(shipped.store, catalogue()[name], {key.strip("_"): (value,) for key, value in values.items()})


def texts(chart: Chart, size: tuple[float, float] | str = "slide") -> list[str]:
    """The texts of a chart as a figure."""
    made = drawn(chart, format="svg", size_cm=size_of(size) if isinstance(size, str) else size).decode()
    return [unescape(words) for words in re.findall(r"<text [^>]*>([^<]*)</text>", made)]


def slides(chart: Chart) -> list[list[str]]:
    """The texts of each slide, those of tables included."""
    deck: Any = Presentation(BytesIO(FORMATS[".pptx"].write(chart, Options())))
    found = []
    for slide in deck.slides:
        cells = [cell.text_frame.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
        found.append([shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] + cells)
    return found


def number(pattern: str, said: str) -> int:
    """The number that a text gives in the place of `(\\d+)`."""
    found = re.search(pattern, said)
    assert found, (pattern, said)
    return int(found[1])


@pytest.fixture(scope="module")
def money(shipped: Landscape) -> Chart:
    """Money by donor in a slice of time."""
    return view(shipped, "funding-by-donor", from_="2004")


@pytest.fixture(scope="module")
def treaties(shipped: Landscape) -> Chart:
    """Ratifications by country and instrument."""
    return view(shipped, "ratification-matrix")


@pytest.fixture(scope="module")
def targets(shipped: Landscape) -> Chart:
    """Targets beside results."""
    return view(shipped, "targets-and-results")


@pytest.fixture(scope="module")
def projects(shipped: Landscape) -> Chart:
    """More projects than a slide and its tables hold."""
    return view(shipped, "project-timeline", theme="trafficking")


def test_projects_without_a_budget_are_counted_with_those_whose_donors_are_not_drawn(money: Chart) -> None:
    """The legend counts what is added beside bars and all there are; donors without any budget are counted, not drawn."""
    column = money.answer.columns.index("Without a budget")
    lacking = sum(int(str(row.cells[column][0])) for row in money.answer.rows)
    paid = {str(row.cells[0]) for row in money.answer.rows if row.cells[1]}
    silent = {str(row.cells[0]) for row in money.answer.rows} - paid
    figure, slide = texts(money), slides(money)[0]
    for said in (figure, slide):
        legend = next(text for text in said if "more without a budget" in text)
        assert number(r"(\d+) in all", legend) == lacking
        assert number(r"(\d+) donors for which no budget is printed are not drawn", " ".join(said)) == len(silent) > 1
    added = sum(int(more) for text in figure for more in re.findall(r"^[\d,]+ \+(\d+)$", text))
    assert number(r"(\d+) here", next(text for text in figure if "here" in text)) == added < lacking


def test_what_stands_in_several_bars_has_no_sum(shipped: Landscape) -> None:
    """A project on several themes is no several projects: the legend adds nothing up, and the source line says why."""
    said = texts(view(shipped, "funding-by-theme"))
    assert "n more without a budget" in said
    assert "counts in full for each, so the bars must not be added up" in " ".join(said)


def test_a_slice_of_time_says_what_it_takes(shipped: Landscape, money: Chart) -> None:
    """Only money narrowed in time is told to be whole budgets of what ran."""
    assert "projects that ran in it, with their whole budgets" in money.source
    assert "whole budgets" not in view(shipped, "funding-by-donor").source
    assert "whole budgets" not in view(shipped, "event-timeline", from_="2006").source


def test_a_row_without_a_currency_is_given_none(money: Chart) -> None:
    """In the tables that follow, a donor without any budget stands under no currency."""
    deck: Any = Presentation(BytesIO(FORMATS[".pptx"].write(money, Options())))
    tables = [shape.table for slide in list(deck.slides)[1:] for shape in slide.shapes if shape.has_table]
    rows = [[cell.text_frame.text for cell in row.cells] for table in tables for row in table.rows]
    place, total = rows[0].index("In"), rows[0].index("Total")
    assert {row[place] for row in rows if row[total] == "not recorded"} == {""}
    assert "USD" in {row[place] for row in rows}


def test_a_period_has_one_shade_in_every_size(treaties: Chart) -> None:
    """A figure that leaves out the earliest row keeps the shades of the others."""

    def shades(size: str) -> dict[str, set[str]]:
        made = drawn(treaties, format="svg", size_cm=size_of(size)).decode()
        boxes = [
            ([float(n) for n in re.findall(r"[\d.]+", path)], fill)
            for path, fill in re.findall(r'<path d="([^"]+)"[^>]*style="fill: (#\w{6})', made)
        ]
        found: dict[str, set[str]] = {}
        for x, y, period in re.findall(r'<text [^>]*x="([\d.]+)" y="([\d.]+)"[^>]*>(\d{4}–\d{4})<', made):
            under = (fill for box, fill in boxes if _within(box, float(x), float(y) - 3))
            found.setdefault(period, set()).add(list(under)[-1])
        return found

    whole, part = shades("slide"), shades("half")
    assert len(whole) > len(part) > 1
    assert {period: whole[period] for period in part} == part
    assert len(set().union(*part.values())) == len(part)


def _within(box: list[float], x: float, y: float) -> bool:
    return min(box[::2]) < x < max(box[::2]) and min(box[1::2]) < y < max(box[1::2])


def test_columns_have_names_and_the_period_its_owner(treaties: Chart) -> None:
    """Under each code stands a title, and the source line says whose period is meant; figure and slide alike."""
    for said in (" ".join(texts(treaties)), " ".join(slides(treaties)[0]).replace("\v", " ")):
        assert "Migration for Employment" in said
        assert "the period is that of the reporting document" in said
        assert "Printed dates" not in said
        assert "none is recorded for" in said


def test_an_upright_sheet_is_filled(treaties: Chart) -> None:
    """On upright A4 no column is cut, nothing is shortened, and the last row stands near the foot."""
    made = drawn(treaties, format="svg", size_cm=UPRIGHT).decode()
    last = re.search(r'<text style="[^"]*"[^>]* y="([\d.]+)"[^>]*>Uruguay<', made)
    assert last
    assert float(last[1]) > 0.85 * UPRIGHT[1] * 72 / 2.54
    said = texts(treaties, UPRIGHT)
    assert not [text for text in said if "…" in text]
    assert {"C097", "C143", "C189", "ICRMW"} <= set(said)


def test_totals_and_their_regional_parts_are_counted_apart(targets: Chart) -> None:
    """The title counts what is reached of the totals, and of the parts; a row that says neither is counted, not drawn."""
    at = {name: targets.answer.columns.index(name) for name in ("Region", "Target", "Result")}
    rows = [{name: row.cells[place] for name, place in at.items()} for row in targets.answer.rows]
    both = [row for row in rows if row["Target"] and row["Result"]]
    told = []
    for part in (False, True):
        kind = [row for row in both if bool(row["Region"]) is part]
        told.append(f"{sum(row['Result'] >= row['Target'] for row in kind)} of {len(kind)}")
    assert targets.title == f"Reached: {told[0]} targets with a printed result, {told[1]} regional parts"
    assert sum(not row["Target"] and not row["Result"] for row in rows) == 1
    said = " ".join(texts(targets))
    assert "1 target with neither target nor result is not drawn" in said
    assert "totals before their parts" in said
    assert "Africa" not in said
    assert isinstance(targets.body, Bars)
    assert not [bar for panel in targets.body.panels for bar in panel.bars if bar.silent]


def test_totals_are_kept_before_their_parts() -> None:
    """What is cut from a chart is a part first, even one that is larger than its total."""
    asked = Question(
        "made-up", "How much?", "", "", columns={"who": "Who", "region": "Region", "number": "Number"}, view="bars",
        chart={"x": "who", "value": "number", "part": "region"},
    )  # fmt: skip
    rows = [AnswerRow((("A",), ("Africa",), (9,))), AnswerRow((("B",), (), (5,)))]
    body = topped(chart_of(Answer("How much?", ("Who", "Region", "Number"), rows, VOICE), asked).body, 1)
    assert isinstance(body, Bars)
    assert [bar.label for bar in body.panels[0].bars] == ["B"]


def test_a_target_says_what_it_counts(targets: Chart) -> None:
    """Each label says in words what the indicator measures, beside its code."""
    assert isinstance(targets.body, Bars)
    for bar in targets.body.panels[0].bars:
        assert re.search(r" · (gender-sensitive )?policies [a-z]", bar.label)


def test_a_timeline_reconciles_its_title_with_what_is_drawn(projects: Chart) -> None:
    """The subtitle tells how many of those drawn are in the year of the title; the title counts dated projects alone."""
    assert isinstance(projects.body, Timeline)
    dated = [span for span in projects.body.spans if span.first and span.last]
    year = number(r"most at once in (\d{4})", projects.title)
    assert projects.title.startswith(f"{len(dated)} dated projects, ")
    said = " ".join(slides(projects)[0])
    shown, there = number(r"the (\d+) longest of", said), number(rf"(\d+) of them in {year}; the title tells", said)
    assert 0 < there <= shown < len(dated)


def test_a_year_that_is_not_drawn_is_said_to_be_missing(shipped: Landscape) -> None:
    """Where none of the first events is in the year that the title names, the subtitle says so."""
    chart = view(shipped, "event-timeline", agency="ilo")
    year = number(r"most at once in (\d{4})", chart.title)
    assert f"none of them in {year}" in " ".join(slides(chart)[0])


def test_tables_that_stop_name_the_command_that_goes_on(projects: Chart) -> None:
    """Rows beyond what a deck holds are one command away, and the columns have the headings of the answer."""
    follow = slides(projects)[1]
    assert any("migov ask projects theme=trafficking lists all" in text for text in follow)
    assert {"Project", "Donors", "From", "To"} <= set(follow)
    assert "Note" not in follow


def test_the_last_line_of_years_has_its_number(shipped: Landscape) -> None:
    """Where every other year is numbered, so is the line that ends the last one, if it is its turn."""
    chart = view(shipped, "project-timeline", theme="trafficking", to="2007")
    years = [int(text) for text in slides(chart)[0] if re.fullmatch(r"\d{4}", text)]
    deck: Any = Presentation(BytesIO(FORMATS[".pptx"].write(chart, Options())))
    lines = [shape for shape in deck.slides[0].shapes if shape.name == "Year line"]
    step = years[1] - years[0]
    assert step == 1 or len(years) == len(lines)


def made_up(view: str, finding: str, *rows: tuple[object, ...]) -> str:
    """The title of a made-up answer."""
    columns: Mapping[str, str] = {"who": "Who", "where": "Where", "number": "Number"}
    roles = {"rows": "who", "columns": "where"} if view == "matrix" else {"x": "who where"}
    asked = Question(
        "made-up",
        "How much?",
        "",
        "",
        columns=columns,
        view=view,
        chart={**roles, "value": "number", "finding": finding},
    )
    found = tuple(AnswerRow(tuple((cell,) for cell in row)) for row in rows)  # type: ignore[misc]
    return chart_of(Answer("How much?", tuple(columns.values()), found, VOICE), asked).title


def test_the_most_is_said_of_one_among_several() -> None:
    """A title says `the most` of a single winner; of a tie how many others have as many, of a single value nothing."""
    words = "{heaviest_row}: {most} projects in {heaviest_column}, the most"
    first = ("A", "X", 2)
    assert made_up("matrix", words, first, ("B", "X", 1), ("B", "Y", 1)) == "A: 2 projects in X, the most"
    assert made_up("matrix", words, first, ("B", "X", 2), ("B", "Y", 2)) == "A: 2 projects in X; 2 others have as many"
    assert made_up("matrix", words, first) == "A: 2 projects in X"
    words = "{first}: {most} projects{each}, the most"
    assert made_up("bars", words, first, ("B", "X", 1)) == "A · X: 2 projects, the most"
    assert made_up("bars", words, first, ("B", "X", 2), ("C", "X", 1)) == "A · X and B · X: 2 projects each, the most"
    assert made_up("bars", words, first) == "A · X: 2 projects"
