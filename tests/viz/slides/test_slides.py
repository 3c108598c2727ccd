"""Slides: editable shapes, glued connectors, nothing over or outside anything, equal bytes, a reader's template."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from migov.graph.assemble import Landscape as Graph
from migov.graph.evidence import Source
from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.ontology.errors import InputError, QueryError
from migov.queries.answer import Answer, AnswerRow
from migov.viz.colours import contrast
from migov.viz.lettering import text_width, wrap_to
from migov.viz.slides import Table, TableRow, briefing, deck, network_slides, table_slides

Landscape = Callable[..., Network]
Box = tuple[float, float, float, float]
POINT = 12_700
SITES = {0: (0.5, 0.0), 1: (0.0, 0.5), 2: (0.5, 1.0), 3: (1.0, 0.5)}


@pytest.fixture(scope="module")
def made(landscape: Landscape, drawing: Drawing) -> bytes:
    """The deck of the sample landscape."""
    return deck(network_slides(landscape()), style=drawing)


def _slides(content: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(content)).slides)


def _network(*ties: tuple[str, str, str, str]) -> Network:
    network = new_network(Caption("A finding", "What it shows", "Source: a test"))
    for source, target, kind, status in ties:
        for name in (source, target):
            network.add_node(name, data=Node(name.partition("/")[2].upper(), name, "UnAgency"))
        said = (Source("eval2008", "Annex 6", "12-14", f"{source} and {target}", "stated"),)
        network.add_edge(source, target, key=kind, data=Tie(kind, status, (), said))
    return network


def _box(shape: Any) -> Box:
    return shape.left / POINT, shape.top / POINT, shape.width / POINT, shape.height / POINT


def _boxes(slide: Any) -> dict[int, Any]:
    """The shapes with a label that are nodes, by id."""
    shapes = [s for s in slide.shapes if not s.is_placeholder and s._element.tag == qn("p:sp")]
    return {s.shape_id: s for s in shapes if s.text_frame.text and s._element.spPr.find(qn("a:ln")) is not None}


def _connectors(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape._element.tag == qn("p:cxnSp")]


def _texts(slide: Any) -> Iterator[Any]:
    return (s for s in slide.shapes if s.has_text_frame and s.text_frame.text)


def _over(one: Box, other: Box) -> bool:
    return all(one[a] + one[a + 2] > other[a] + 0.2 and other[a] + other[a + 2] > one[a] + 0.2 for a in (0, 1))


def test_two_runs_give_the_same_bytes(landscape: Landscape, drawing: Drawing, made: bytes) -> None:
    """Neither a second run nor another order of nodes and edges changes a byte, and no file in the deck tells the time."""
    assert deck(network_slides(landscape(shuffle=5)), style=drawing) == made
    with ZipFile(io.BytesIO(made)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", file.read("docProps/core.xml"))


def test_each_connector_is_glued_at_both_ends(made: bytes) -> None:
    """A connector names two boxes and begins and ends exactly at the site of each that it names."""
    slide = _slides(made)[0]
    boxes, connectors = _boxes(slide), _connectors(slide)
    assert len(connectors) > 20
    for line in connectors:
        glue = [next(line._element.iter(qn(f"a:{end}"))) for end in ("stCxn", "endCxn")]
        for end, (x, y) in zip(glue, ((line.begin_x, line.begin_y), (line.end_x, line.end_y)), strict=True):
            left, top, width, height = _box(boxes[int(end.get("id"))])
            across, down = SITES[int(end.get("idx"))]
            assert (x / POINT, y / POINT) == pytest.approx((left + across * width, top + down * height), abs=0.1)


def test_nothing_lies_over_anything_else(made: bytes) -> None:
    """No two texts or boxes share paper, and all of them stand on the slide."""
    for slide in _slides(made):
        shapes = [s for s in slide.shapes if s._element.tag != qn("p:cxnSp")]
        for one, other in combinations(shapes, 2):
            assert not _over(_box(one), _box(other)), (one.name, other.name)
        for left, top, width, height in map(_box, slide.shapes):
            assert min(left, top) >= 0
            assert left + width <= 960.1
            assert top + height <= 540.1


def test_every_text_fits_its_shape(made: bytes) -> None:
    """Wrapped to its shape, in a type wider than Arial, each text is no higher than the shape; none is below 10 points."""
    for slide in _slides(made):
        for shape in _texts(slide):
            frame = shape.text_frame
            size = next((run.font.size.pt for p in frame.paragraphs for run in p.runs), 10.0)
            weight = "-Bold" if frame.paragraphs[0].runs and frame.paragraphs[0].runs[0].font.bold else ""
            inside = (shape.width - frame.margin_left - frame.margin_right) / POINT
            lines = wrap_to(frame.text, inside * 1.07, size, weight)
            assert size >= 10
            assert len(lines) * size * 1.2 <= shape.height / POINT + 0.5, frame.text
            assert max(text_width(line, size, weight) for line in lines) <= inside * 1.07 + 0.5, frame.text


def test_the_title_is_large_and_short(made: bytes) -> None:
    """The title stands in the title placeholder, at 24 points or more, on two lines at most."""
    for slide in _slides(made):
        title = slide.shapes.title
        size = title.text_frame.paragraphs[0].runs[0].font.size.pt
        assert size >= 24
        assert len(wrap_to(title.text_frame.text, title.width / POINT, size, "-Bold")) <= 2


def test_a_long_title_is_shortened_and_told_in_the_notes(drawing: Drawing) -> None:
    """What does not fit on two lines ends in an ellipsis; the notes have the whole."""
    network = _network(("agency/a", "agency/b", "funds", ""))
    long = " ".join(["governance"] * 40)
    network.graph["caption"] = Caption(long)
    slide = _slides(deck(network_slides(network), style=drawing))[0]
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert long in slide.notes_slide.notes_text_frame.text


def test_at_most_forty_boxes_and_the_others_in_tables(landscape: Landscape, drawing: Drawing, made: bytes) -> None:
    """The picture holds up to 40 nodes and 60 lines; every other node stands once in tables of up to 14 rows."""
    network = landscape()
    first, *others = _slides(made)
    assert 10 < len(_boxes(first)) <= 40
    assert len(_connectors(first)) <= 60
    tables = [next(shape.table for shape in slide.shapes if shape.has_table) for slide in others]
    assert all(len(table.rows) <= 15 for table in tables)
    listed = [table.cell(row, 0).text_frame.text for table in tables for row in range(1, len(table.rows))]
    assert len(listed) == len(network) - len(_boxes(first))
    drawn = {box.name for box in _boxes(first).values()}
    assert not drawn & set(listed)
    labels = {network.nodes[node]["data"].label for node in network}
    assert drawn | set(listed) == labels


def test_forty_sparsely_tied_nodes_are_all_drawn(drawing: Drawing) -> None:
    """Forty nodes with few ties fill one slide, and no connector runs under a box it does not belong to."""
    ties = [(f"agency/b{n // 3}", f"agency/b{n}", "collaboratesWith", "") for n in range(1, 40)]
    slides = _slides(deck(network_slides(_network(*ties)), style=drawing))
    assert len(slides) == 1
    boxes = _boxes(slides[0])
    assert len(boxes) == 40
    for line in _connectors(slides[0]):
        ends = {int(next(line._element.iter(qn(f"a:{end}"))).get("id")) for end in ("stCxn", "endCxn")}
        start, stop = (line.begin_x / POINT, line.begin_y / POINT), (line.end_x / POINT, line.end_y / POINT)
        points = [[start[a] + (stop[a] - start[a]) * step / 200 for a in (0, 1)] for step in range(201)]
        for name, box in boxes.items():
            left, top, width, height = _box(box)
            under = [p for p in points if left < p[0] < left + width and top < p[1] < top + height]
            assert name in ends or not under, (line.name, box.name)


def test_text_stands_out_from_its_box(made: bytes) -> None:
    """Letters and fill of each box differ by 4.5:1 or more."""
    for box in _boxes(_slides(made)[0]).values():
        text = box.text_frame.paragraphs[0].runs[0].font.color.rgb
        assert contrast(f"#{text}", f"#{box.fill.fore_color.rgb}") >= 4.5


def test_parallel_ties_are_one_line_that_the_legend_explains(drawing: Drawing) -> None:
    """Two relations between the same two are one thick connector; planned is dashed; the legend names what is drawn, no more."""
    network = _network(
        ("agency/a", "agency/b", "collaboratesWith", ""),
        ("agency/b", "agency/a", "funds", ""),
        ("agency/b", "agency/c", "collaboratesWith", "planned"),
    )
    slide = _slides(deck(network_slides(network), style=drawing))[0]
    lines = {shape.name: shape for shape in _connectors(slide)}
    assert len(lines) == 2
    both, planned = sorted(lines.values(), key=lambda line: -line.line.width)
    assert both.line.width > planned.line.width
    assert both._element.find(f".//{qn('a:tailEnd')}") is not None
    assert planned._element.find(f".//{qn('a:prstDash')}").get("val") == "dash"
    assert planned._element.find(f".//{qn('a:tailEnd')}") is None
    legend = {shape.text_frame.text for shape in _texts(slide) if shape.name == "Legend"}
    told = {"Boxes", "UN agency", "Larger letters: more ties shown", "Lines"}
    assert legend == told | {"Collaborates with + funds", "Collaborates with (planned or explored)"}


def test_notes_give_the_claims_behind_the_picture(drawing: Drawing) -> None:
    """Each line's claims stand in the notes with document, place and lines; where there are too many, how many."""
    slide = _slides(deck(network_slides(_network(("agency/a", "agency/b", "funds", ""))), style=drawing))[0]
    said = slide.notes_slide.notes_text_frame.text
    assert "A funds B: eval2008, Annex 6, lines 12-14: agency/a and agency/b" in said
    rows = [
        TableRow((f"row {n}",), tuple(Source("poa2008", "", str(9 * n + m), "x", "") for m in range(9)))
        for n in range(14)
    ]
    said = _slides(deck([Table("Much", ("A",), rows)]))[0].notes_slide.notes_text_frame.text
    assert "(42 of 126)" in said
    assert "row 0: poa2008, line 0: x; poa2008, line 1: x; poa2008, line 2: x; and 6 more" in said


def test_boxes_and_lines_can_be_read_aloud(made: bytes) -> None:
    """A box tells its full name and kind, a connector who is tied to whom and how."""
    slide = _slides(made)[0]
    told = [next(s._element.iter(qn("p:cNvPr"))).get("descr") for s in (*_boxes(slide).values(), *_connectors(slide))]
    assert all(told)
    assert any("(full name of the body or project) (" in text for text in told)


def test_a_network_of_nothing_is_a_slide_that_says_so(drawing: Drawing) -> None:
    """Without nodes there is a title and no failure."""
    slides = _slides(deck(network_slides(new_network(Caption("Nothing is recorded"))), style=drawing))
    assert [slide.shapes.title.text_frame.text for slide in slides] == ["Nothing is recorded"]


def test_an_answer_becomes_a_table_without_idle_columns() -> None:
    """What all rows say goes under the title, an empty column goes, a long answer is cut and counted, places stand last."""
    place = (Source("eval2008", "Annex 6", "12", "x", "stated"), Source("poa2008", "", "3", "x", "stated"))
    rows = [AnswerRow((("IOM",), (f"act {n}",), (), (1_234_567.5,)), place) for n in range(50)]
    answer = Answer("What does IOM do?", ("Agency", "What", "Place", "Money"), rows, "silence is not absence")
    [table] = table_slides(answer, most=20)
    assert isinstance(table, Table)
    assert table.columns == ("What", "Said in")
    assert table.subtitle == "Agency: IOM. Money: 1,234,568. Shown: the first 20 of 50 rows"
    assert table.rows[0].cells == ("act 0", "eval2008 12 +1")
    slides = _slides(deck([table]))
    assert [slide.shapes.title.text_frame.text for slide in slides] == [f"{answer.question} ({n} of 2)" for n in (1, 2)]


def test_an_empty_answer_says_what_is_not_recorded() -> None:
    """No rows: the note is told under the title."""
    [table] = table_slides(Answer("Who pays?", ("Donor",), [], "not recorded in the documents"))
    slide = _slides(deck([table]))[0]
    assert any(shape.text_frame.text == "not recorded in the documents" for shape in _texts(slide))


def test_long_cells_keep_the_table_on_the_slide() -> None:
    """Rows of much text are fewer on a slide, and the table ends above the source line."""
    rows = [TableRow((f"row {n}", "labour migration governance " * 30, "more of the same " * 9)) for n in range(20)]
    for slide in _slides(deck([Table("Much text", ("A", "B", "C"), rows)])):
        frame = next(shape for shape in slide.shapes if shape.has_table)
        foot = next(shape for shape in slide.shapes if shape.name == "Source")
        assert sum(row.height for row in frame.table.rows) + frame.top <= foot.top


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A reader's 4:3 presentation with a font of its own and a slide that is not wanted."""
    theirs = Presentation()
    theirs.slides.add_slide(theirs.slide_layouts[1]).shapes.title.text = "Old slide"
    path = tmp_path / "theirs.pptx"
    theirs.save(str(path))
    with ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data.replace(b'typeface="Calibri"', b'typeface="Georgia"'))
    return path


@pytest.mark.parametrize("suffix", [".pptx", ".potx"])
def test_a_template_gives_size_fonts_and_title(
    landscape: Landscape, drawing: Drawing, template: Path, suffix: str
) -> None:
    """A 4:3 template keeps its size and theme, its own slides are left out, and everything fits its paper."""
    if suffix == ".potx":
        with ZipFile(template) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        template = template.with_suffix(suffix)
        with ZipFile(template, "w") as target:
            for name, data in parts.items():
                target.writestr(name, data.replace(b"presentation.main+xml", b"template.main+xml"))
    content = deck(network_slides(landscape()), template, drawing)
    theirs = Presentation(io.BytesIO(content))
    assert (theirs.slide_width, theirs.slide_height) == (Emu(9_144_000), Emu(6_858_000))
    with ZipFile(io.BytesIO(content)) as file:
        assert b'typeface="Georgia"' in file.read("ppt/theme/theme1.xml")
        assert not any(b"Old slide" in file.read(name) for name in file.namelist())
    for slide in theirs.slides:
        shapes = [s for s in slide.shapes if s._element.tag != qn("p:cxnSp")]
        for one, other in combinations(shapes, 2):
            assert not _over(_box(one), _box(other)), (one.name, other.name)
        for left, top, width, height in map(_box, slide.shapes):
            assert min(left, top) >= 0
            assert left + width <= 720.1
            assert top + height <= 540.1


def test_a_template_that_is_none_is_refused(tmp_path: Path) -> None:
    """A file that PowerPoint could not open is named, with what to give instead."""
    for name, content in (("notes.pptx", b"plain words"), ("empty.pptx", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=r"is no PowerPoint file.*\.potx"):
            deck([], tmp_path / name)


def test_a_briefing_has_picture_overlap_profiles_money_and_disagreements(small: Graph) -> None:
    """Two agencies give one deck: first what they share, then each, who pays, and where the sources disagree."""
    slides = briefing(small.store, ("ilo", "iom"))
    titles = [slide.shapes.title.text_frame.text for slide in _slides(deck(slides))]
    assert "ILO" in titles[0]
    assert "IOM" in titles[0]
    assert any(title.startswith("ILO: ") for title in titles)
    assert any(title.startswith("IOM: ") for title in titles)
    assert any("disagree" in title for title in titles)
    with pytest.raises(QueryError, match="one agency or two"):
        briefing(small.store, ())


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler")
def test_libreoffice_draws_every_label_inside_its_box(made: bytes, tmp_path: Path) -> None:
    """Converted by LibreOffice, each slide is one page, and the words of each box stand within it."""
    (tmp_path / "deck.pptx").write_bytes(made)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    command = ["pdftotext", "-bbox", "deck.pdf", "words.html"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    pages = (tmp_path / "words.html").read_text("utf-8").split("<page ")[1:]
    slides = _slides(made)
    assert len(pages) == len(slides)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', pages[0])
    words = [(tuple(map(float, corners)), text) for *corners, text in found]
    for box in _boxes(slides[0]).values():
        left, top, width, height = _box(box)
        inside = [
            text
            for (x0, y0, x1, y1), text in words
            if x0 >= left and x1 <= left + width and y0 >= top - 2 and y1 <= top + height + 2
        ]
        assert " ".join(inside).replace("&apos;", "’").split() == box.text_frame.text.split()
