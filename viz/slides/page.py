"""One slide: its title, what stands under it, its source line, number and notes. Units are points."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide
from pptx.util import Pt

from migov.viz.slides.lettering import BOLD, fitting, height, wrapped
from migov.viz.slides.paper import TITLES, Paper, Rect, emu, placeholders

TITLE_SIZES: Final = (28.0, 26.0, 24.0)
SUBTITLES: Final = (13.0, 12.0, 11.0)
SOURCE, NUMBER = 10.0, 10.0


class Page:
    """A slide that has its title, subtitle, source line and number; `room` is what is left for the picture."""

    def __init__(self, sheet: Paper, title: str, subtitle: str, source: str, notes: str) -> None:
        self.slide: Slide = sheet.deck.slides.add_slide(sheet.layout)
        self.sheet = sheet
        self._title(title)
        area = sheet.content
        top, bottom = area.y, area.y + area.height
        if subtitle:
            said, size = fitting(subtitle, area.width - 4, SUBTITLES, 2)
            if said != subtitle:
                said, size = fitting(subtitle, area.width - 4, SUBTITLES[-1:], 3)
            tall = height(len(wrapped(said, area.width - 4, size)), size) + 2
            self.text(Rect(area.x, top, area.width, tall), said, size, name="Subtitle")
            top += tall + 8
        lines = wrapped(source, area.width - 4, SOURCE, most=3)
        tall = height(len(lines), SOURCE) + 2
        self.room = Rect(area.x, top, area.width, bottom - top - tall - 8)
        self._foot = Rect(area.x, bottom - tall, area.width, tall), " ".join(lines)
        self._notes = "\n".join(part for part in (title, notes) if part)

    def close(self) -> None:
        """What a reader of the slide, or a screen reader, comes to last: source line, number and notes."""
        self.text(*self._foot, SOURCE, name="Source")
        self._number()
        frame = self.slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = self._notes

    def text(
        self,
        where: Rect,
        said: str,
        size: float,
        *,
        bold: bool = False,
        align: PP_ALIGN = PP_ALIGN.LEFT,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
        name: str = "",
    ) -> Any:
        """A text box without margins, in the colour and font of the theme."""
        shape = self.slide.shapes.add_textbox(*(emu(side) for side in where))
        if name:
            shape.name = name
        write(shape.text_frame, said, size, bold=bold, align=align, anchor=anchor)
        return shape

    def _title(self, said: str) -> None:
        where = self.sheet.title
        shape = next((s for s in self.slide.placeholders if s.placeholder_format.type in TITLES), None)
        text, size = fitting(said, where.width - 16, TITLE_SIZES, 2, BOLD)
        if shape is None:
            self.text(where, text, size, bold=True, anchor=MSO_ANCHOR.BOTTOM, name="Title")
            return
        shape.left, shape.top, shape.width, shape.height = (emu(side) for side in where)
        shape.text_frame.text = text
        shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
        shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        for other in list(self.slide.placeholders):
            if other.placeholder_format.type not in TITLES:
                other._element.getparent().remove(other._element)

    def _number(self) -> None:
        """The slide number, in the template's own place when it has one."""
        own = next(
            (s for s in placeholders(self.sheet.layout) if s.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER),
            None,
        )
        if own is None:
            shape = self.text(self.sheet.number, "", NUMBER, align=PP_ALIGN.RIGHT, name="Slide number")
            element = shape._element
        else:
            element = deepcopy(own._element)
            element.nvSpPr.cNvPr.set("id", str(self.slide.shapes._next_shape_id))
            self.slide.shapes._spTree.append(element)
        paragraph = element.txBody.p_lst[0]
        for old in list(paragraph):
            if old.tag in (qn("a:r"), qn("a:fld")):
                paragraph.remove(old)
        field = element_in(paragraph, "a:fld", id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
        element_in(field, "a:rPr", sz=str(int(NUMBER * 100)))
        element_in(field, "a:t").text = str(len(self.sheet.deck.slides))
        end = paragraph.find(qn("a:endParaRPr"))
        if end is not None:
            paragraph.append(end)


def element_in(parent: Any, name: str, **attributes: str) -> Any:
    """A new last child of an element."""
    made: Any = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(attribute, value)
    parent.append(made)
    return made


def rgb(colour: str) -> Any:
    """A colour such as `#0072B2` as python-pptx takes it."""
    named: Any = RGBColor
    return named.from_string(colour[1:])


def write(
    frame: Any,
    said: str,
    size: float,
    *,
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    inset: tuple[float, float] = (0.0, 0.0),
    colour: str = "",
) -> None:
    """Puts one paragraph into a text frame: wrapped, not resized, with these margins to the sides and above."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = emu(inset[0])
    frame.margin_top = frame.margin_bottom = emu(inset[1])
    paragraph = frame.paragraphs[0]
    paragraph.alignment = align
    run = paragraph.add_run()
    run.text = said
    run.font.size = Pt(size)
    run.font.bold = bold
    if colour:
        run.font.color.rgb = rgb(colour)
