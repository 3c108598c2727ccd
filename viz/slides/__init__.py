"""Slides: a PPTX whose boxes, glued connectors and tables stay editable."""

from migov.viz.slides.briefing import briefing
from migov.viz.slides.content import Picture, Slide, Table, TableRow, network_slides, table_slides
from migov.viz.slides.deck import deck

__all__ = ["Picture", "Slide", "Table", "TableRow", "briefing", "deck", "network_slides", "table_slides"]
