"""Real footnotes in a Word document: python-docx has none, so the part is written here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

SIZE: Final = Pt(7)
RULES: Final = (("separator", -1), ("continuationSeparator", 0))
TEXT: Final = "footnote text"
MARK: Final = "footnote reference"


def add_styles(document: Document) -> None:
    """The two styles that Word itself gives to notes and their marks."""
    note = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size = SIZE
    note.paragraph_format.space_after = note.paragraph_format.space_before = Pt(0)
    note.paragraph_format.line_spacing = 1.0
    document.styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER).font.superscript = True


def add_mark(paragraph: Paragraph, number: int) -> None:
    """The mark of a footnote at the end of a paragraph."""
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    paragraph.add_run(style=MARK)._r.append(reference)


def add_notes(document: Document, notes: Sequence[str]) -> None:
    """The part with all footnotes, the first of which is number 1, and where the settings name its rules."""
    rules = [
        f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
        for name, number in RULES
    ]
    content = "".join([*rules, *(_note(document, number, text) for number, text in enumerate(notes, start=1))])
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {nsdecls("w")}>{content}</w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = document.settings.element
    named = OxmlElement("w:footnotePr")
    for _, number in RULES:
        rule = OxmlElement("w:footnote")
        rule.set(qn("w:id"), str(number))
        named.append(rule)
    compatibility = settings.find(qn("w:compat"))
    if compatibility is not None:  # the schema fixes the order of settings
        compatibility.addprevious(named)


def _note(document: Document, number: int, text: str) -> str:
    style, mark = document.styles[TEXT].style_id, document.styles[MARK].style_id
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )
