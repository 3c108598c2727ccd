"""A brief as a Word document: two A4 pages with real footnotes, the same bytes for the same brief."""

from __future__ import annotations

import io
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from migov.loaders.stillzip import still
from migov.queries.comparison.brief import Brief, Statement
from migov.viz.texts.footnotes import add_mark, add_notes, add_styles
from migov.viz.texts.notes import Notes

FONT: Final = "Arial"
BODY: Final = Pt(9)
DARK: Final = RGBColor(0x00, 0x45, 0x6E)
MARGIN: Final = Cm(1.7)
WIDTHS: Final = (Cm(5), Cm(1.9), Cm(1.9), Cm(1.9), Cm(3), Cm(3.4))
READING: Final = "How to read this"


def document(brief: Brief) -> bytes:
    """The bytes of a DOCX."""
    made = docx.Document()
    _page(made)
    add_styles(made)
    notes = Notes(brief.documents)
    made.add_paragraph(brief.title, style="Title")
    made.add_paragraph().add_run(brief.voice).italic = True
    _table(made, brief)
    for section in brief.sections:
        made.add_paragraph(section.heading, style="Heading 1")
        several = len(section.statements) > 1
        for said in section.statements:
            _statement(made.add_paragraph(style="List Bullet" if several else "Normal"), said, notes)
    made.add_paragraph(READING, style="Heading 1")
    for sentence in brief.reading:
        made.add_paragraph(sentence, style="List Bullet")
    add_notes(made, notes.lines)
    made.core_properties.title = brief.title
    made.core_properties.author = made.core_properties.last_modified_by = "migov"
    made.core_properties.comments = ""
    content = io.BytesIO()
    made.save(content)
    return still(content.getvalue())


def _statement(paragraph: Paragraph, said: Statement, notes: Notes) -> None:
    if said.lead:
        paragraph.add_run(f"{said.lead} ").bold = True
    for part in said.parts:
        paragraph.add_run(part.text)
        if part.sources:
            add_mark(paragraph, notes.add(part.sources, part.shown))


def _page(made: Document) -> None:
    """A4, narrow margins, and small sober styles."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size, before, after in (
        ("Normal", BODY, 0, 2),
        ("List Bullet", BODY, 0, 1),
        ("Heading 1", Pt(10.5), 5, 1),
        ("Title", Pt(15), 0, 5),
    ):
        style = made.styles[name]
        assert style.type == WD_STYLE_TYPE.PARAGRAPH
        style.font.size, style.font.name = size, FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for of in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win over the name
            fonts.attrib.pop(qn(f"w:{of}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0
        if name in ("Heading 1", "Title"):
            style.font.color.rgb, style.font.bold = DARK, True
    _plain_title(made)


def _plain_title(made: Document) -> None:
    """Without the line that the template draws below a title."""
    properties = made.styles["Title"].element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _table(made: Document, brief: Brief) -> None:
    table = made.add_table(rows=1, cols=len(brief.columns), style="Light List Accent 1")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    for number, heading in enumerate(brief.columns):
        _cell(table.rows[0].cells[number].paragraphs[0], heading, number)
    head = OxmlElement("w:tblHeader")  # a screen reader speaks the heading of each column
    table.rows[0]._tr.get_or_add_trPr().append(head)
    for row in brief.counts:
        cells = table.add_row().cells
        for number, value in enumerate(row):
            _cell(cells[number].paragraphs[0], value, number)
    for made_row in table.rows:
        for cell, width in zip(made_row.cells, WIDTHS, strict=True):  # Word heeds the cells, LibreOffice the columns
            cell.width = width


def _cell(paragraph: Paragraph, text: str, number: int) -> None:
    paragraph.add_run(text).font.size = Pt(8.5)
    paragraph.paragraph_format.space_after = Pt(0)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
