"""Pictures: one layout for a network, drawn as an offline page and as a figure."""

from migov.viz.figures.figure import figure
from migov.viz.layouts.positions import positions
from migov.viz.page.html import page

__all__ = ["figure", "page", "positions"]
