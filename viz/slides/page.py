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
ARIAL: Final = 1.15
"""How much wider than Arial's our reckoning is in bold type: on our own paper a title may be reckoned so much longer."""
SUBTITLES: Final = (13.0, 12.0, 11.0)
SOURCE, NUMBER = 10.0, 10.0


class Page:
    """A slide that has its title, subtitle, source line and number; `room` is what is left for the picture."""

    def __init__(self, sheet: Paper, title: str, subtitle: str, source: str, notes: str) -> None:
        self.slide: Slide = sheet.deck.slides.add_slide(sheet.layout)
        self.sheet = sheet
        self.room = room_of(sheet, title, subtitle, source)
        self._title(title)
        area = sheet.content
        if subtitle:
            said, size, tall = _under(subtitle, area.width)
            self.text(Rect(area.x, self.room.y - tall - 8, area.width, tall), said, size, name="Subtitle")
        lines, tall = _foot(source, area.width)
        self._foot = Rect(area.x, area.y + area.height - tall, area.width, tall), " ".join(lines)
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
        """A text box without margins, in the font of the theme and in its colour where that can be read."""
        shape = self.slide.shapes.add_textbox(*(emu(side) for side in where))
        if name:
            shape.name = name
        write(shape.text_frame, said, size, bold=bold, align=align, anchor=anchor, colour=self.sheet.theme.ink)
        return shape

    def _title(self, said: str) -> None:
        where = self.sheet.title
        shape = next((s for s in self.slide.placeholders if s.placeholder_format.type in TITLES), None)
        text, size, free = _titled(self.sheet, said)
        where = where._replace(height=where.height - free)
        if shape is None:
            self.text(where, text, size, bold=True, anchor=MSO_ANCHOR.BOTTOM, name="Title")
            return
        shape.left, shape.top, shape.width, shape.height = (emu(side) for side in where)
        shape.text_frame.text = text
        shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
        font = shape.text_frame.paragraphs[0].runs[0].font
        font.size = Pt(size)
        if self.sheet.theme.title_ink:
            font.color.rgb = rgb(self.sheet.theme.title_ink)
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


def room_of(sheet: Paper, title: str, subtitle: str, source: str) -> Rect:
    """What title, subtitle and source line leave of a slide."""
    area = sheet.content
    top = area.y - _titled(sheet, title)[2] + (_under(subtitle, area.width)[2] + 8 if subtitle else 6.0)
    bottom = area.y + area.height - _foot(source, area.width)[1] - 8
    return Rect(area.x, top, area.width, bottom - top)


def _titled(sheet: Paper, said: str) -> tuple[str, float, float]:
    """The title as it may be shortened, its size, and the height that a short one leaves free on our own paper."""
    where = sheet.title
    room = (where.width - 16) * (ARIAL if sheet.own else 1.0)
    text, size = fitting(said, room, TITLE_SIZES, 2, BOLD)
    free = where.height - height(len(wrapped(text, room, size, BOLD)), size) - 4
    return text, size, max(0.0, free) if sheet.own else 0.0


def _under(subtitle: str, wide: float) -> tuple[str, float, float]:
    """The subtitle as it may be shortened, its size and height."""
    said, size = fitting(subtitle, wide - 4, SUBTITLES, 2)
    if said != subtitle:
        said, size = fitting(subtitle, wide - 4, SUBTITLES[-1:], 3)
    return said, size, height(len(wrapped(said, wide - 4, size)), size) + 2


def _foot(source: str, wide: float) -> tuple[list[str], float]:
    """The lines of the source and their height."""
    lines = wrapped(source, wide - 4, SOURCE, most=3)
    return lines, height(len(lines), SOURCE) + 2


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
    italic: bool = False,
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
    if italic:
        run.font.italic = True
    if colour:
        run.font.color.rgb = rgb(colour)
