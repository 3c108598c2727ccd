"""The sheet a chart is drawn on: points from the upper left corner, title above, legend under it, source below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal, TypeAlias

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from migov.viz.figures.figure import POINTS_PER_CM, SETTINGS, Format
from migov.viz.figures.marks import DASHES, draw_text
from migov.viz.inks import Look
from migov.viz.lettering import LINE_HEIGHT, font_file, text_width, wrap_to

SMALLEST, LARGEST = 8.0, 16.0
PER_WIDTH = 12.5 / 960  # type of 12.5 points on a slide, which is 960 points wide
Align: TypeAlias = Literal["left", "center", "right"]
Room: TypeAlias = tuple[float, float, float, float]

__all__ = ["LINE_HEIGHT", "Room", "Sheet", "elided", "text_width"]


@dataclass
class Sheet:
    """Paper with its look; `size` is the type size all else is measured by, never under 8 points."""

    width: float
    height: float
    look: Look

    def __post_init__(self) -> None:
        self.size = max(SMALLEST, min(LARGEST, self.width * PER_WIDTH))
        self.figure = Figure(figsize=(self.width / 72, self.height / 72), facecolor=self.look.paper)
        self.axes: Axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.axes.set_axis_off()
        self.axes.set(xlim=(0.0, self.width), ylim=(self.height, 0.0))

    def text(
        self,
        at: tuple[float, float],
        words: str | Sequence[str],
        size: float,
        *,
        align: Align = "left",
        muted: bool = False,
        bold: bool = False,
    ) -> float:
        """Lines hanging from a point; returns the height they take."""
        lines = [words] if isinstance(words, str) else words
        weight = "-Bold" if bold else ""
        return draw_text(self.axes, at, lines, size, muted=muted, weight=weight, align=align, look=self.look)

    def middle(
        self,
        at: tuple[float, float],
        words: str,
        size: float,
        *,
        align: Align = "center",
        colour: str = "",
        turned: float = 0.0,
        muted: bool = False,
    ) -> None:
        """One line whose capitals are centred on a height; `turned` by degrees about its lower left end."""
        font = FontProperties(family=["DejaVu Sans"], fname=str(font_file()), size=size)
        self.axes.text(
            at[0],
            at[1] + (0.0 if turned else 0.36 * size),
            words,
            fontproperties=font,
            color=colour or (self.look.muted if muted else self.look.ink),
            ha=align,
            va="baseline",
            rotation=turned,
            rotation_mode="anchor",
            parse_math=False,
            zorder=4,
        )

    def box(self, room: Room, colour: str, *, edge: str = "", hatch: str = "", dashed: bool = False) -> None:
        """A rectangle; hatched ones are paper under lines of the edge's colour."""
        x0, y0, x1, y1 = room
        patch = Rectangle((x0, y0), x1 - x0, y1 - y0, facecolor=colour, edgecolor=edge or "none", zorder=2)
        patch.set(linewidth=1.0 if edge else 0.0, linestyle=DASHES["dashed" if dashed else "solid"])
        if hatch:
            patch.set_hatch(hatch)
        self.axes.add_patch(patch)

    def frame(self, room: Room, edge: str) -> None:
        """An empty frame."""
        x0, y0, x1, y1 = room
        self.axes.add_patch(
            Rectangle((x0, y0), x1 - x0, y1 - y0, facecolor="none", edgecolor=edge, linewidth=1.4, zorder=3)
        )

    def shape(self, corners: Sequence[tuple[float, float]], colour: str, edge: str = "") -> None:
        """A polygon."""
        patch = Polygon(list(corners), closed=True, facecolor=colour, edgecolor=edge or "none", linewidth=0.8, zorder=3)
        self.axes.add_patch(patch)

    def line(self, one: tuple[float, float], other: tuple[float, float], colour: str, width: float = 0.6) -> None:
        """A thin line under everything else."""
        self.axes.add_line(
            Line2D([one[0], other[0]], [one[1], other[1]], color=colour, linewidth=width, zorder=1, clip_on=False)
        )

    def content(self, format: Format, dpi: int, title: str, subtitle: str) -> bytes:
        """The sheet as a file: real text, fonts in the PDF, no clock."""
        metadata: dict[str, dict[str, str | None]] = {
            "svg": {"Date": None, "Creator": "migov", "Title": title, "Description": subtitle or None},
            "pdf": {"CreationDate": None, "Producer": None, "Creator": "migov", "Title": title},
            "png": {"Software": None, "Title": title},
        }
        settings: Any = {
            "svg.hashsalt": "migov",
            "svg.fonttype": "none",
            "pdf.fonttype": 42,
            "path.simplify": False,
            "hatch.linewidth": 0.9,
            "text.hinting": "none",  # letters as wide as they were measured, at any resolution
        }
        target = BytesIO()
        with SETTINGS, matplotlib.rc_context(settings):
            self.figure.savefig(target, format=format, dpi=dpi, metadata=metadata[format], facecolor=self.look.paper)
        return target.getvalue()


def elided(text: str, width: float, size: float, lines: int = 1) -> list[str]:
    """A label in at most so many lines of this width; what does not fit ends in an ellipsis."""
    wrapped = wrap_to(text, width, size)
    kept = wrapped[:lines]
    if len(wrapped) > lines:
        kept[-1] = f"{kept[-1]} …"
    return [_cut(line, width, size) for line in kept]


def _cut(line: str, width: float, size: float) -> str:
    if text_width(line, size) <= width:
        return line
    bare = line.removesuffix(" …")
    while bare and text_width(f"{bare}…", size) > width:
        bare = bare[:-1]
    return f"{bare.rstrip(' ,;:-–(')}…"


def points(cm: float) -> float:
    """Centimetres in points."""
    return cm * POINTS_PER_CM
