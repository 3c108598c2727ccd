"""Charts: an answer of the catalogue as bars, a matrix or a timeline."""

from migov.viz.charts.draw import chart, drawn
from migov.viz.charts.model import Chart
from migov.viz.charts.of_answer import chart_of

__all__ = ["Chart", "chart", "chart_of", "drawn"]
