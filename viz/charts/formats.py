"""The formats a chart can be written in, by the ending of the file; each is loaded only when it is asked for.

A chart is no network: what Gephi or Graphviz read is for the network views. The numbers behind a chart are the answer itself,
which `migov ask` writes as CSV, JSON or a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from migov.viz.charts.model import Chart
from migov.viz.formats import DRAWN, Options

Write = Callable[[Chart, Options], bytes]


@dataclass(frozen=True, slots=True)
class ChartFormat:
    """A format: what it is, which of the options `size`, `dpi`, `look` and `template` it honours, and how it is written."""

    name: str
    honours: frozenset[str]
    write: Write


def _page(chart: Chart, options: Options) -> bytes:
    from migov.viz.charts.page import page  # noqa: PLC0415 - a format is loaded when it is asked for

    return page(chart).encode()


def _figure(kind: str) -> Write:
    def content(chart: Chart, options: Options) -> bytes:
        from migov.viz.charts.draw import drawn  # noqa: PLC0415

        assert kind in ("svg", "png", "pdf")
        return drawn(chart, format=kind, size_cm=options.size, dpi=options.dpi, look=options.look)  # type: ignore[arg-type]

    return content


def _slides(chart: Chart, options: Options) -> bytes:
    from migov.viz.charts.slides import deck_of  # noqa: PLC0415

    return deck_of([chart], options.template)


FORMATS: Final[Mapping[str, ChartFormat]] = {
    ".html": ChartFormat("page", frozenset(), _page),
    ".svg": ChartFormat("figure", DRAWN, _figure("svg")),
    ".png": ChartFormat("figure", DRAWN | {"dpi"}, _figure("png")),
    ".pdf": ChartFormat("figure", DRAWN, _figure("pdf")),
    ".pptx": ChartFormat("slides", frozenset({"template"}), _slides),
}
