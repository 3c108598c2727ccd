"""A deck: slides drawn one after the other on one paper, the same bytes for the same slides."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from migov.loaders.stillzip import still
from migov.ontology.drawing import Drawing
from migov.viz.slides.content import Picture, Slide
from migov.viz.slides.paper import paper
from migov.viz.slides.picture import draw_picture
from migov.viz.slides.table import draw_table

LONGEST: Final = 255  # characters that python-pptx takes for the title of a file


def deck(slides: Sequence[Slide], template: Path | None = None, style: Drawing | None = None) -> bytes:
    """The bytes of a PPTX, on our paper (16:9) or a reader's `template`, whose own slides are left out.

    Raises `InputError` for a template that is no presentation.
    """
    sheet = paper(template)
    for slide in slides:
        tables = draw_picture(sheet, slide, style) if isinstance(slide, Picture) else [slide]
        for table in tables:
            draw_table(sheet, table)
    said = sheet.deck.core_properties
    titles = [s.network.graph["caption"].title if isinstance(s, Picture) else s.title for s in slides]
    said.title = titles[0][:LONGEST] if titles else ""
    said.author = said.last_modified_by = "migov"
    said.revision = 1
    made = io.BytesIO()
    sheet.deck.save(made)
    return still(made.getvalue())
