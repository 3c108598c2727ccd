"""Slides of every view: native shapes, glued lines, nothing over the edge or over another, here and in LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from migov.graph.network import Network
from migov.graph.viewing import catalogue
from migov.viz.style import nodes_of

Files = Callable[[str, str], bytes]
Box = tuple[float, float, float, float]
POINT = 12_700
MOST_NODES, SMALLEST = 40, 10.0
PANEL = "Panel"  # so the names of shapes begin that lie under a group of boxes
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def deck(file: Callable[[str], bytes]) -> Any:
    """The slides as python-pptx reads them."""
    return Presentation(BytesIO(file(".pptx")))


@pytest.fixture(scope="session")
def converted(files: Files, engine: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The decks of all views as PDF, made by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("decks")
    for view in catalogue():
        (folder / f"{view}.pptx").write_bytes(files(view, ".pptx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    engine("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *sorted(folder.glob("*.pptx")))
    return {view: folder / f"{view}.pdf" for view in catalogue()}


def _box(shape: Any) -> Box:
    """Left, top, right and bottom in points."""
    left, top = shape.left / POINT, shape.top / POINT
    return left, top, left + shape.width / POINT, top + shape.height / POINT


def _connectors(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape._element.tag == qn("p:cxnSp")]


def _ends(line: Any) -> list[int]:
    """The ids of the shapes to which a connector is glued."""
    glue = [line._element.find(f".//{qn(f'a:{end}')}") for end in ("stCxn", "endCxn")]
    assert None not in glue, line.name
    return [int(end.get("id")) for end in glue]


def test_every_connector_is_glued_to_two_boxes(deck: Any) -> None:
    """Both ends name shapes that stand on the slide, with text in them, and touch their borders."""
    connectors = [(slide, line) for slide in deck.slides for line in _connectors(slide)]
    assert len(connectors) > 4
    for slide, line in connectors:
        shapes = {shape.shape_id: shape for shape in slide.shapes}
        places = (line.begin_x / POINT, line.begin_y / POINT), (line.end_x / POINT, line.end_y / POINT)
        for end, (x, y) in zip(_ends(line), places, strict=True):
            left, top, right, bottom = _box(shapes[end])
            assert shapes[end].text_frame.text
            assert left - 0.2 <= x <= right + 0.2
            assert top - 0.2 <= y <= bottom + 0.2
            assert min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) < 0.2


def test_a_picture_has_few_boxes_and_names_the_rest_in_tables(network: Network, deck: Any) -> None:
    """At most 40 nodes on a slide; each node of the projection is one of its boxes or stands in a table."""
    labels = {node.label for node in nodes_of(network).values()}
    drawn = [[shape.name for shape in slide.shapes if shape.name in labels] for slide in deck.slides]
    assert len(drawn[0]) >= 2
    assert all(len(boxes) <= MOST_NODES for boxes in drawn)
    tables = "\n".join(_said(shape) for slide in deck.slides for shape in slide.shapes if shape.has_table)
    assert [label for label in labels - {name for boxes in drawn for name in boxes} if label not in tables] == []


def test_no_letter_is_below_ten_points(deck: Any) -> None:
    """Every run of text says its size, in boxes, captions and tables."""
    for slide in deck.slides:
        sizes = [int(run.get("sz", 0)) / 100 for run in slide._element.iter(qn("a:rPr"))]
        assert sizes
        assert min(sizes) >= SMALLEST


def test_nothing_stands_outside_the_slide_or_over_another(deck: Any) -> None:
    """All shapes are within the slide; no two share paper but connectors, and panels with the boxes that stand on them."""
    wide, tall = deck.slide_width / POINT, deck.slide_height / POINT
    for slide in deck.slides:
        for left, top, right, bottom in map(_box, slide.shapes):
            assert min(left, top) >= 0
            assert right <= wide + 0.1
            assert bottom <= tall + 0.1
        solid = [shape for shape in slide.shapes if shape._element.tag != qn("p:cxnSp")]
        solid.sort(key=lambda shape: PANEL not in shape.name)
        for one, other in combinations(solid, 2):
            on_panel = PANEL in one.name and PANEL not in other.name and _inside(_box(other), _box(one))
            assert on_panel or not _over(_box(one), _box(other)), (one.name, other.name)


def _inside(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]


def _over(one: Box, other: Box) -> bool:
    return all(min(one[a + 2], other[a + 2]) - max(one[a], other[a]) > 0.2 for a in (0, 1))


def test_every_slide_has_title_source_number_and_notes(deck: Any) -> None:
    """A slide that is passed on alone still says what it shows and where it comes from."""
    for slide in deck.slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text
        assert any("silence is not absence" in text for text in texts)
        assert len(slide.notes_slide.notes_text_frame.text) > 40


def test_libreoffice_draws_every_slide_with_all_text_in_its_place(
    view: str, deck: Any, converted: Mapping[str, Path], engine: Callable[..., str]
) -> None:
    """As many pages as slides; each word of a page stands within a shape whose text has it, and on no other box."""
    document = fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", engine("pdftotext", "-bbox", converted[view], "-")))
    pages = list(document.iter(f"{XHTML}page"))
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        rooms = [(_said(shape), _box(shape)) for shape in slide.shapes]
        words = [(word.text or "", _word_box(word)) for word in page.iter(f"{XHTML}word")]
        assert len(words) > 10
        lost = [(word, box) for word, box in words if not any(word in said and _within(box, r) for said, r in rooms)]
        assert lost == []
        boxes = [
            (said, room) for shape, (said, room) in zip(slide.shapes, rooms, strict=True) if PANEL not in shape.name
        ]
        covered = [
            (w, said) for w, box in words for said, r in boxes if said and w not in said and _over(_core(box), r)
        ]
        assert covered == []
        printed = "".join(word for word, _ in words)
        assert all(text in printed for said, _ in rooms for text in said.split()), "a word of the slide is not drawn"


def _said(shape: Any) -> str:
    """The text of a shape or of all cells of a table."""
    if shape.has_table:
        return "\n".join(cell.text for row in shape.table.rows for cell in row.cells)
    return shape.text_frame.text if shape.has_text_frame else ""


def _word_box(word: Any) -> Box:
    left, top, right, bottom = (float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))
    return left, top, right, bottom


def _core(word: Box) -> Box:
    """A word without the room above and below its letters."""
    quarter = (word[3] - word[1]) / 4
    return word[0], word[1] + quarter, word[2], word[3] - quarter


def _within(word: Box, room: Box) -> bool:
    """Whether the middle of a word's height, from its first to its last letter, lies in the room of a shape."""
    middle, slack = (word[1] + word[3]) / 2, 2.0
    return room[0] - slack <= word[0] and word[2] <= room[2] + slack and room[1] <= middle <= room[3]
