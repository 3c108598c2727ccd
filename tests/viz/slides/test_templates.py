"""A reader's template: its size, fonts and ground; dark or light, what stands on it can be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.ontology.errors import InputError
from migov.viz.colours import contrast
from migov.viz.slides import Table, TableRow, deck, network_slides
from migov.viz.slides.paper import paper

SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
NAVY = "#10233C"


def _by_map(theirs: Presentation) -> str:
    """Dark by the words of the theme, as designers do it."""
    said = theirs.slide_master.element.find(qn("p:clrMap"))
    said.attrib.update({"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"})
    return "#000000"


def _by_background(theirs: Presentation) -> str:
    """Dark by a background alone: the theme's text stays black."""
    slide = theirs.slide_master.element.find(qn("p:cSld"))
    slide.remove(slide.find(qn("p:bg")))
    fill = f'<a:solidFill><a:srgbClr val="{NAVY[1:]}"/></a:solidFill><a:effectLst/>'
    slide.insert(0, parse_xml(f"<p:bg {SPACES}><p:bgPr>{fill}</p:bgPr></p:bg>"))
    return NAVY


def _by_shape(theirs: Presentation) -> str:
    """Dark by a rectangle over the whole slide."""
    size = f'<a:off x="0" y="0"/><a:ext cx="{theirs.slide_width}" cy="{theirs.slide_height}"/>'
    theirs.slide_master.shapes._spTree.insert(
        2,
        parse_xml(
            f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="99" name="Ground"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'<a:xfrm>{size}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:schemeClr val="tx2"><a:lumMod val="50000"/></a:schemeClr></a:solidFill></p:spPr></p:sp>'
        ),
    )
    return "#10243E"


def _light(_: Presentation) -> str:
    return "#FFFFFF"


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
    landscape: Callable[..., Network], drawing: Drawing, template: Path, suffix: str, read: Callable
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
    for seen in read(content):
        assert not [fault for fault in seen.faults() if "runs under" not in fault]


def test_panels_and_columns_fit_a_narrow_paper(
    overlap: Callable[..., Network], flow: Callable[..., Network], drawing: Drawing, template: Path, read: Callable
) -> None:
    """On 4:3 an overlap and a flow show fewer boxes, but have no fault."""
    for network in (overlap(30, 12, 6, 4), flow(6, 12, 9)):
        seen = read(deck(network_slides(network), template, drawing))[0]
        assert not list(seen.faults())
        assert len(seen.boxes) > 8


@pytest.mark.parametrize("ground", [_by_map, _by_background, _by_shape, _light])
def test_all_can_be_read_on_the_ground_of_a_template(
    ground: Callable[..., str], overlap: Callable[..., Network], drawing: Drawing, tmp_path: Path, read: Callable
) -> None:
    """Text on the ground has a contrast of 4.5:1 or more, a connector and the edge of a box one of 3:1."""
    theirs = Presentation()
    expected = ground(theirs)
    path = tmp_path / "theirs.pptx"
    theirs.save(str(path))
    theme = paper(path).theme
    assert theme.ground == expected
    assert theme.dark == (ground is not _light)
    rows = Table("A table", ("A", "B"), [TableRow(("one", "two"))] * 4)
    picture, *others = read(deck([*network_slides(overlap(9, 4, 4, 2)), rows], path, drawing))
    for seen in (picture, *others):
        for shape in seen.texts:
            if shape.shape_id not in seen.boxes and shape.text_frame.paragraphs[0].runs and "Panel" not in shape.name:
                assert contrast(_text(shape, theme.text), expected) >= 4.5, shape.name
        assert contrast(_text(seen.slide.shapes.title, theme.title), expected) >= 4.5
    for line in picture.connectors:
        assert contrast(f"#{line.line.color.rgb}", expected) >= 3
    for box in picture.boxes.values():
        edge = contrast(f"#{box.line.color.rgb}", expected)
        assert max(edge, contrast(f"#{box.fill.fore_color.rgb}", expected)) >= 3


def _text(shape: object, otherwise: str) -> str:
    """The colour of a text: its own, or that of the theme."""
    runs = shape.text_frame.paragraphs[0].runs  # type: ignore[attr-defined]
    return f"#{runs[0].font.color.rgb}" if runs and runs[0].font.color.type is not None else otherwise


def test_a_template_that_is_none_is_refused(tmp_path: Path) -> None:
    """A file that PowerPoint could not open is named, with what to give instead."""
    for name, content in (("notes.pptx", b"plain words"), ("empty.pptx", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=r"is no PowerPoint file.*\.potx"):
            deck([], tmp_path / name)
