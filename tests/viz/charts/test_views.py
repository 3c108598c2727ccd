"""The views that are charts, drawn from the shipped landscape in every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from migov.graph.assemble import Landscape
from migov.ontology.errors import QueryError
from migov.queries.questions import catalogue as questions
from migov.viz.charts.formats import FORMATS
from migov.viz.charts.model import Bars, Chart, Matrix, Timeline
from migov.viz.charts.views import ChartView, catalogue, chart_view
from migov.viz.formats import Options
from migov.viz.slides.content import shown
from migov.viz.slides.page import rgb

NAMED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "agency-country-matrix": {"country": ("MDA", "UKR")},
    "agency-timeline": {"agency": ("iom",)},
    "event-timeline": {"agency": ("ilo",)},
    "project-timeline": {"country": ("MDA",)},
}
"""What each view is asked for, where its example names something."""


@pytest.fixture(scope="module")
def charts(shipped: Landscape) -> Mapping[str, Chart]:
    """The chart of each view."""
    return {name: chart_view(shipped.store, view, NAMED.get(name, {})) for name, view in catalogue().items()}


@pytest.fixture(scope="module")
def made(charts: Mapping[str, Chart]) -> Callable[[str, str], bytes]:
    """The file of a view and an ending, made once."""
    return cache(lambda name, ending: FORMATS[ending].write(charts[name], Options(dpi=40)))


@pytest.mark.parametrize("view", catalogue().values(), ids=catalogue())
def test_a_view_asks_a_question_that_there_is(view: ChartView) -> None:
    """Its parameters are those of the question, no two of one kind hide each other, and it says what it shows."""
    asked = questions()[view.question]
    assert set(view.takes) <= set(asked.params)
    assert {asked.params[name] for name in view.takes} == set(view.parameters())
    assert view.takes[0] in view.parameters().values()
    assert bool(view.example) >= bool(asked.needs)
    assert view.summary
    assert view.description.endswith(".")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", catalogue())
def test_every_view_in_every_format_is_the_same_on_two_runs(
    charts: Mapping[str, Chart], made: Callable[[str, str], bytes], name: str, ending: str
) -> None:
    """The file is of its kind, and has no clock in it."""
    one, other = made(name, ending), FORMATS[ending].write(charts[name], Options(dpi=40))
    begins = {".html": b"<!DOCTYPE html>", ".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF", ".pptx": b"PK"}
    assert one == other
    assert one.startswith(begins[ending])


@pytest.mark.parametrize("name", catalogue())
def test_a_slide_keeps_apart_what_stands_on_it(made: Callable[[str, str], bytes], name: str) -> None:
    """Every shape lies on the slide, no text is under 10 points, and neither texts, charts nor tables overlap."""
    deck = Presentation(BytesIO(made(name, ".pptx")))
    width, height = deck.slide_width, deck.slide_height
    assert width
    assert height
    for slide in deck.slides:
        boxes = []
        for shape in slide.shapes:
            left, top, right, bottom = _box(shape)
            assert left >= 0
            assert top >= 0
            assert right <= width
            assert bottom <= height
            if shape.has_chart or shape.has_table or (shape.has_text_frame and shape.text_frame.text.strip()):
                boxes.append((shape.name, left, top, right, bottom))
            assert all(size >= Pt(10) for size in _sizes(shape))
        for at, (one, *a) in enumerate(boxes):
            for other, *b in boxes[at + 1 :]:
                apart = a[2] <= b[0] + Pt(1) or b[2] <= a[0] + Pt(1) or a[3] <= b[1] + Pt(1) or b[3] <= a[1] + Pt(1)
                assert apart, (one, other)


def _box(shape: Any) -> tuple[int, int, int, int]:
    tall = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
    return shape.left, shape.top, shape.left + shape.width, shape.top + tall


def _sizes(shape: Any) -> list[int]:
    if shape.has_chart:
        return [shape.chart.font.size]
    frames = [cell.text_frame for cell in shape.table.iter_cells()] if shape.has_table else []
    frames += [shape.text_frame] if shape.has_text_frame else []
    return [run.font.size for f in frames for p in f.paragraphs for run in p.runs if run.font.size is not None]


@pytest.mark.parametrize("name", catalogue())
def test_native_shapes_hold_what_the_answer_says(
    charts: Mapping[str, Chart], made: Callable[[str, str], bytes], name: str
) -> None:
    """Bars have the numbers of the answer, the table the texts of the matrix, each span a shape; the rest follows in a table."""
    chart = charts[name]
    deck = Presentation(BytesIO(made(name, ".pptx")))
    first = list(deck.slides[0].shapes)
    body = chart.body
    if isinstance(body, Bars):
        natives: list[Any] = [shape for shape in first if shape.has_chart]
        assert len(natives) == len(body.panels)
        for native, panel in zip(natives, body.panels, strict=True):
            held = {bar.values for bar in panel.bars}
            series = list(native.chart.plots[0].series)[: len(body.series)]
            drawn = set(zip(*(one.values for one in series), strict=True))
            assert drawn <= held | {(None,) * len(body.series)}
            assert len(drawn & held) > 0
            assert max(panel.bars, key=lambda bar: bar.values[0] or 0).values in drawn
    elif isinstance(body, Matrix):
        table: Any = next(shape for shape in first if shape.has_table).table
        said = [[cell.text_frame.text.strip("\xa0") for cell in row.cells] for row in table.rows]
        assert len(said) > 1
        full = sum(bool(text) for row in said[1:] for text in row[1:])
        assert 0 < full <= len(body.squares)
    else:
        assert isinstance(body, Timeline)
        names = [shape.name for shape in first]
        assert sum(span.label in names for span in body.spans if span.dated) > 1
    notes = deck.slides[0].notes_slide.notes_text_frame
    assert notes
    assert "Claims behind this slide" in notes.text


class Page(HTMLParser):
    """The rows of the table, the classes of the drawing, and all that would be fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.fetched: list[str] = []
        self.inline: list[str] = []
        self.cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "xlink:href")]
        self.inline += [tag for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.cell = tag in ("td", "th") or (self.cell and tag not in ("details", "summary"))

    def handle_endtag(self, tag: str) -> None:
        self.cell = self.cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.cell and self.rows:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("name", catalogue())
def test_a_page_holds_the_whole_answer_and_asks_for_nothing(
    charts: Mapping[str, Chart], made: Callable[[str, str], bytes], name: str
) -> None:
    """The table has the columns and cells of the answer and a place in each row; no script, no request, no inline style."""
    chart = charts[name]
    text = made(name, ".html").decode()
    read = Page(text)
    answer = chart.answer
    assert read.rows[0] == [*answer.columns, "Said in"]
    assert [row[:-1] for row in read.rows[1:]] == [[shown(cell, 200) for cell in row.cells] for row in answer.rows]
    assert all(
        bool(row[-1].strip()) == bool(found.sources) for row, found in zip(read.rows[1:], answer.rows, strict=True)
    )
    assert "default-src 'none'; style-src 'sha256-" in unescape(text)
    assert "<script" not in text
    assert not read.inline
    assert set(read.fetched) <= {"data:,"} | {one for one in read.fetched if one.startswith("#")}
    used = set(re.findall(r' class="(s\d+)"', text))
    assert used
    assert all(f".{one}{{" in text for one in used)


def test_only_what_a_view_is_about_is_drawn(charts: Mapping[str, Chart]) -> None:
    """Countries and regions of the same question have a view each, and the subtitle says so."""
    for kind in ("country", "region"):
        chart = charts[f"funding-by-{kind}"]
        assert chart.answer.rows
        assert all(str(value.id).startswith(f"{kind}/") for row in chart.answer.rows for value in row.cells[0])  # type: ignore[union-attr]
        assert f"what is no {kind}" in chart.subtitle


def test_top_keeps_the_foremost_and_counts_the_rest(shipped: Landscape) -> None:
    """Three bars, rows or spans are left; every year stays, so that a chart on years refuses."""
    known = catalogue()
    bars = chart_view(shipped.store, known["funding-by-theme"], {}, 3).body
    matrix = chart_view(shipped.store, known["ratification-matrix"], {}, 3).body
    spans = chart_view(shipped.store, known["project-timeline"], {}, 3).body
    assert isinstance(bars, Bars)
    assert isinstance(matrix, Matrix)
    assert isinstance(spans, Timeline)
    assert len(bars.panels[0].bars) == len(matrix.rows) == len(spans.spans) == 3
    assert bars.panels[0].whole > 3
    assert matrix.whole[0] > 3
    assert spans.whole > 3
    with pytest.raises(QueryError, match="every year"):
        chart_view(shipped.store, known["funding-by-year"], {}, 3)


def test_a_template_gives_its_paper(charts: Mapping[str, Chart], tmp_path: Path) -> None:
    """A chart on a reader's 4:3 slides has their size, and white text where they are dark."""
    template: Any = Presentation()
    ground = template.slide_master.background.fill
    ground.solid()
    ground.fore_color.rgb = rgb("#101830")
    template.save(str(tmp_path / "t.pptx"))
    drawn = FORMATS[".pptx"].write(charts["funding-by-donor"], Options(template=tmp_path / "t.pptx"))
    deck: Any = Presentation(BytesIO(drawn))
    assert deck.slide_width == template.slide_width
    native = next(shape for shape in deck.slides[0].shapes if shape.has_chart)
    assert str(native.chart.font.color.rgb) == "FFFFFF"
