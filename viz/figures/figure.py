"""A figure for a slide or a report: the same picture as the page, as SVG with real text, PDF or PNG.

matplotlib is used without pyplot, with its own font, without a clock: the same network gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from threading import Lock
from typing import Any, Final, Literal, TypeAlias

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing
from migov.viz.figures.legend import draw_legend, legend_blocks, legend_height, legend_width
from migov.viz.figures.marks import draw_text
from migov.viz.figures.picture import draw_network
from migov.viz.inks import LIGHT, Look
from migov.viz.lettering import LINE_HEIGHT, wrap_to
from migov.viz.style import legend

Positions: TypeAlias = Mapping[str, tuple[float, float]]
Format: TypeAlias = Literal["svg", "png", "pdf"]

POINTS_PER_CM: Final = 72 / 2.54
READABLE: Final = 11.0  # points on a slide: labels grow so far where there is room
ACROSS, UPRIGHT = 960.0, 740.0
"""Width in points of a sheet on which letters have their own size; an upright one has room for larger ones."""
SETTINGS: Final = Lock()  # matplotlib's settings are the whole process's


def figure(
    network: Network,
    positions: Positions,
    drawing: Drawing,
    *,
    format: Format,
    dpi: int = 200,
    width_cm: float = 33.87,
    height_cm: float = 19.05,
    look: Look = LIGHT,
) -> bytes:
    """The network as a picture with title, legend and source line; sizes are those of a slide unless told otherwise."""
    width, height = width_cm * POINTS_PER_CM, height_cm * POINTS_PER_CM
    picture = Figure(figsize=(width / 72, height / 72), facecolor=look.paper)
    axes = picture.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set(xlim=(0.0, width), ylim=(height, 0.0))
    _draw(axes, network, positions, drawing, width, height, look)
    caption: Caption = network.graph["caption"]
    metadata: dict[str, dict[str, str | None]] = {
        "svg": {"Date": None, "Creator": "migov", "Title": caption.title, "Description": caption.subtitle or None},
        "pdf": {"CreationDate": None, "Producer": None, "Creator": "migov", "Title": caption.title},
        "png": {"Software": None, "Title": caption.title},
    }
    settings: Any = {
        "svg.hashsalt": "migov", "svg.fonttype": "none", "pdf.fonttype": 42, "path.simplify": False,
        "font.sans-serif": ["Verdana", "Arial"],  # where a reader of the SVG has no DejaVu: as wide, or narrower
        "text.hinting": "none",  # letters as wide as they were reckoned, at any number of dots
    }  # fmt: skip
    target = BytesIO()
    with SETTINGS, matplotlib.rc_context(settings):
        picture.savefig(target, format=format, dpi=dpi, metadata=metadata[format], facecolor=look.paper)
    return target.getvalue()


def _draw(
    axes: Axes, network: Network, positions: Positions, drawing: Drawing, width: float, height: float, look: Look
) -> None:
    """Title above, legend to the right (on an upright sheet below), source at the foot, the network in the room between."""
    caption: Caption = network.graph["caption"]
    factor = min(1.4, max(0.6, width / (UPRIGHT if height > width else ACROSS)))
    margin = 22 * factor
    top = margin * 0.8
    title = wrap_to(caption.title, width - 2 * margin, 22 * factor, "-Bold")
    top += draw_text(axes, (margin, top), title, 22 * factor, weight="-Bold", look=look)
    subtitle = wrap_to(caption.subtitle, width - 2 * margin, 12 * factor)
    top += 3 * factor + draw_text(axes, (margin, top + 3 * factor), subtitle, 12 * factor, muted=True, look=look)
    foot = 8.5 * factor
    source = wrap_to(caption.source, width - 2 * margin, foot)
    bottom = height - margin * 0.6 - max(1, len(source)) * foot * LINE_HEIGHT
    blocks = legend_blocks(legend(network, drawing), look)
    if height > width:
        under = bottom - 6 * factor - legend_height(blocks, factor)
        draw_legend(axes, blocks, (margin, under), factor, look, beside=True)
        frame = (margin, top + 10 * factor, width - margin, under - 6 * factor)
    else:
        side = legend_width(blocks, factor)
        draw_legend(axes, blocks, (width - margin - side, top + 12 * factor), factor, look)
        frame = (margin, top + 10 * factor, width - 2 * margin - side, bottom - 6 * factor)
    left_out = draw_network(axes, network, positions, drawing, frame, look, READABLE * factor)
    if left_out:
        note = f"{left_out} of {len(network)} labels left out for want of room."
        source = wrap_to(f"{caption.source.rstrip('.')}. {note}", width - 2 * margin, foot)
        bottom = height - margin * 0.6 - len(source) * foot * LINE_HEIGHT
    draw_text(axes, (margin, bottom), source, foot, muted=True, look=look)
