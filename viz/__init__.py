"""Pictures: one layout for a network, drawn as an offline page and as a figure."""

from migov.viz.figure import figure
from migov.viz.layout import positions
from migov.viz.page import page

__all__ = ["figure", "page", "positions"]
