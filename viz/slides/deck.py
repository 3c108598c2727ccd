"""A deck: slides drawn one after the other on one paper, the same bytes for the same slides."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from migov.loaders.stillzip import still
from migov.ontology.drawing import Drawing
from migov.viz.slides.content import Picture, Slide, Table
from migov.viz.slides.paper import Paper, paper
from migov.viz.slides.picture import draw_picture
from migov.viz.slides.table import draw_tables

LONGEST: Final = 255  # characters that python-pptx takes for the title of a file


def deck(slides: Sequence[Slide], template: Path | None = None, style: Drawing | None = None) -> bytes:
    """The bytes of a PPTX, on our paper (16:9) or a reader's `template`, whose own slides are left out.

    Raises `InputError` for a template that is no presentation.
    """
    sheet = paper(template)
    tables: list[Table] = []
    for slide in slides:
        if isinstance(slide, Table):
            tables.append(slide)
            continue
        draw_tables(sheet, tables)
        tables = draw_picture(sheet, slide, style) if isinstance(slide, Picture) else list(slide.draw(sheet))
    draw_tables(sheet, tables)
    return written(sheet, slides[0].title if slides else "")


def written(sheet: Paper, title: str) -> bytes:
    """The bytes of what stands on the paper: no clock in the file, nor in the workbook behind a chart."""
    for drawn in sheet.deck.slides:
        for shape in drawn.shapes:
            if shape.has_chart:
                workbook = shape.chart.part.chart_workbook.xlsx_part
                workbook._blob = still(workbook.blob)
    said = sheet.deck.core_properties
    said.title = title[:LONGEST]
    said.author = said.last_modified_by = "migov"
    said.revision = 1
    made = io.BytesIO()
    sheet.deck.save(made)
    return still(made.getvalue())
