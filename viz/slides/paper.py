"""The paper of a deck: ours, or a reader's template with its size, fonts, colours and title.

Units are points. Shapes take theme colours for text, so that they follow the template.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu

from migov.ontology.errors import InputError
from migov.viz.colours import COLOURS
from migov.viz.slides.themed import Theme, theme_of

POINT: Final = 12_700
TITLES: Final = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FOOTERS: Final = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
MARGIN: Final = 0.04  # of the width, where a template leaves none
REMEDY: Final = "give a .pptx or .potx that PowerPoint or LibreOffice has saved"
THEME: Final = {
    "dk1": COLOURS["ink"], "lt1": "#FFFFFF", "dk2": COLOURS["accent"], "lt2": COLOURS["ground"],
    "accent1": "#0072B2", "accent2": "#E69F00", "accent3": "#009E73", "accent4": "#CC79A7",
    "accent5": "#D55E00", "accent6": "#56B4E9",
}  # fmt: skip
FONT: Final = "Arial"


class Rect(NamedTuple):
    """Left, top, width and height."""

    x: float
    y: float
    width: float
    height: float


class Paper(NamedTuple):
    """A presentation without slides, the layout of ours, where on it title, content and slide number stand, and its colours.

    `own` is whether it is ours, so that a short title may give its room to the content.
    """

    deck: Deck
    layout: SlideLayout
    title: Rect
    content: Rect
    number: Rect
    theme: Theme = Theme()
    own: bool = False


def emu(points: float) -> Emu:
    """Points as python-pptx counts them."""
    return Emu(round(points * POINT))


def paper(template: Path | None = None) -> Paper:
    """Our own paper, 16:9, or that of a template. Raises `InputError` for a file that is no presentation."""
    return _measured(_opened(template), own=False) if template else _measured(_own(), own=True)


def _opened(template: Path) -> Deck:
    try:
        deck = Presentation(_as_presentation(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        raise InputError("is no PowerPoint file", file=str(template), remedy=REMEDY) from None
    listed = deck.slides._sldIdLst
    for slide in list(listed):
        deck.part.drop_rel(slide.rId)
        listed.remove(slide)
    for extra in deck.element.findall(qn("p:custShowLst")) + deck.element.findall(qn("p:extLst")):
        deck.element.remove(extra)  # they name the slides that have just gone
    return deck


def _as_presentation(template: Path) -> io.BytesIO:
    """The bytes of the file; a .potx differs from a .pptx only in what it calls itself."""
    made = io.BytesIO()
    with ZipFile(template) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
            target.writestr(name, data)
    made.seek(0)
    return made


def _own() -> Deck:
    """python-pptx's plain deck made wide, with our fonts and colours."""
    deck = Presentation()
    wider = 4 / 3
    deck.slide_width = Emu(round(deck.slide_width * wider))
    master = deck.slide_master
    for shapes in (master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for shape in shapes:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(round(shape.left * wider)), Emu(round(shape.width * wider))
    style = master.element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).attrib.update({"sz": "2600", "b": "1"})
    only = _layout(deck)
    title = next(shape for shape in placeholders(only) if shape.placeholder_format.type in TITLES)
    title.left, title.top, title.width, title.height = emu(36), emu(16), emu(888), emu(70)
    title.text_frame._txBody.bodyPr.attrib.update({"anchor": "b", "lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0"})
    for shape in placeholders(only):
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            shape.left, shape.top, shape.width, shape.height = emu(834), emu(510), emu(90), emu(20)
    _paint(master.part)
    return deck


def _paint(master: Any) -> None:
    """Our fonts and colours in the theme, so that what a reader adds looks like the rest."""
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    root: Any = parse_xml(theme.blob)
    for name, colour in THEME.items():
        slot = root.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for old in list(slot):
            slot.remove(old)
        new: Any = OxmlElement("a:srgbClr")
        new.set("val", colour[1:])
        slot.append(new)
    for font in root.findall(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        font.set("typeface", FONT)
    theme._blob = serialize_part_xml(root)


def _measured(deck: Deck, *, own: bool) -> Paper:
    width, height = (deck.slide_width or 0) / POINT, (deck.slide_height or 0) / POINT
    layout = _layout(deck)
    there = {shape.placeholder_format.type: _rect(shape) for shape in placeholders(layout)}
    margin = MARGIN * width
    title = next((there[kind] for kind in TITLES if kind in there), None)
    if title is None or title.y + title.height > 0.3 * height or title.height < 40 or title.width < 0.6 * width:
        title = Rect(margin, 0.03 * height, width - 2 * margin, max(64.0, 0.12 * height))
    left, right = title.x, title.x + title.width
    feet = [rect.y for kind, rect in there.items() if kind in FOOTERS and rect.y > 0.8 * height]
    bottom = min([*feet, 0.96 * height]) - 4
    top = title.y + title.height + 4
    number = there.get(PP_PLACEHOLDER.SLIDE_NUMBER, Rect(right - 90, height - 26, 90, 20))
    colours = theme_of(layout, (deck.slide_width or 0, deck.slide_height or 0))
    return Paper(deck, layout, title, Rect(left, top, right - left, bottom - top), number, colours, own)


def placeholders(layout: SlideLayout) -> list[Any]:
    """The placeholders of a layout, which python-pptx declares in a way that no checker follows."""
    return list(cast(Any, layout).placeholders)


def _layout(deck: Deck) -> SlideLayout:
    """The layout with a title and least besides: “Title Only” in most templates."""
    titled = [layout for layout in deck.slide_layouts if any(kind in TITLES for kind in _kinds(layout))]
    if not titled:
        return min(deck.slide_layouts, key=lambda layout: len(_kinds(layout)))
    return min(titled, key=lambda layout: (PP_PLACEHOLDER.CENTER_TITLE in _kinds(layout), len(_besides(layout))))


def _kinds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    return [shape.placeholder_format.type for shape in placeholders(layout)]


def _besides(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    return [kind for kind in _kinds(layout) if kind not in (*TITLES, *FOOTERS)]


def _rect(shape: Any) -> Rect:
    sides: Iterable[int | None] = (shape.left, shape.top, shape.width, shape.height)
    return Rect(*((side or 0) / POINT for side in sides))
