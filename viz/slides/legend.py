"""The legend of a picture: the kinds of boxes and lines that it holds, and no others. Units are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pptx.enum.text import MSO_ANCHOR

from migov.ontology.drawing import NodeStyle
from migov.viz.lettering import text_width
from migov.viz.slides.lettering import BOLD, SLACK, height, wrapped
from migov.viz.slides.marks import add_box, add_line
from migov.viz.slides.page import Page
from migov.viz.slides.paper import Rect
from migov.viz.slides.strands import Look, Strand
from migov.viz.style import looks, sentence

TYPE: Final = 10.5
SIGN: Final = (34.0, 13.0)
SPACE: Final = 8.0
BETWEEN: Final = 5.0
APART: Final = 16.0
WIDTHS: Final = (140.0, 170.0, 200.0, 240.0)
LETTERS: Final = "Larger letters: more ties shown"
SLANTED: Final = "Slanted letters: inferred by the editors"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: its words, and the box or line it explains; neither for a heading or a remark."""

    label: str
    sign: NodeStyle | Look | None = None
    heading: bool = False


def entries(
    styles: Sequence[NodeStyle], strands: Sequence[Strand], *, sized: bool = True, slanted: bool = False, pale: str = ""
) -> list[Entry]:
    """What the picture needs explained, in the ontology's order; what looks alike stands together. `pale` is what pale boxes
    mean."""
    ordered = sorted(set(styles), key=lambda style: (style.order, style.label, style.kind))
    boxes = [Entry(sentence(style.label), style) for style in looks(ordered)]
    lines = {(strand.look, strand.label): None for strand in strands}
    alike: dict[Look, list[str]] = {}
    for look, label in sorted(lines, key=lambda pair: (pair[0].width, pair[0].dash != "solid", pair[1])):
        alike.setdefault(look, []).append(label)
    signs = [Entry(sentence(", ".join(labels)), look) for look, labels in alike.items()]
    listed = [Entry("Boxes", heading=True), *boxes]
    listed += [Entry(LETTERS)] if sized else []
    listed += [Entry(pale)] if pale else []
    listed += [Entry(SLANTED)] if slanted else []
    return [*listed, Entry("Lines", heading=True), *signs] if signs else listed


def legend_width(listed: Sequence[Entry], tall: float) -> float:
    """The narrowest column in which the legend is no higher than this; the widest there is if in none."""
    return next((width for width in WIDTHS if sum(_tall(entry, width) for entry in listed) <= tall), WIDTHS[-1])


def strip_height(listed: Sequence[Entry], wide: float) -> float:
    """Height of the legend as lines of entries side by side."""
    return len(_strip(listed, wide)) * (height(1, TYPE) + BETWEEN)


def draw_strip(page: Page, listed: Sequence[Entry], where: Rect) -> None:
    """Draws the legend as lines of entries side by side, without headings."""
    y = where.y
    for line in _strip(listed, where.width):
        x = where.x
        for entry in line:
            wide = _wide(entry, where.width)
            _sign(page, entry, x, y)
            left = x + (SIGN[0] + SPACE if entry.sign is not None else 0.0)
            said = wrapped(entry.label, x + wide - left, TYPE, most=1)[0]
            page.text(Rect(left, y, x + wide - left, height(1, TYPE) + 1), said, TYPE, name="Legend")
            x += wide + APART
        y += height(1, TYPE) + BETWEEN


def _strip(listed: Sequence[Entry], wide: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    used = wide
    for entry in listed:
        if entry.heading:
            continue
        if used + _wide(entry, wide) > wide:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += _wide(entry, wide) + APART
    return lines


def _wide(entry: Entry, most: float) -> float:
    return min(most, text_width(entry.label, TYPE) + 3 + (SIGN[0] + SPACE if entry.sign is not None else 0.0))


def _sign(page: Page, entry: Entry, x: float, y: float) -> None:
    """The little box or line of an entry."""
    first = y + height(1, TYPE) / 2
    if isinstance(entry.sign, NodeStyle):
        add_box(page, Rect(x, first - SIGN[1] / 2, *SIGN), entry.sign, name=f"Legend: {entry.label}")
    elif entry.sign is not None:
        add_line(page, Rect(x, first, SIGN[0], 0), entry.sign, f"Legend: {entry.label}")


def draw_legend(page: Page, listed: Sequence[Entry], where: Rect) -> None:
    """Draws the legend downwards from its upper left corner."""
    y = where.y
    for number, entry in enumerate(listed):
        if entry.heading and number:
            y += BETWEEN
        tall = _tall(entry, where.width)
        left = where.x + (0.0 if entry.heading else SIGN[0] + SPACE)
        _sign(page, entry, where.x, y)
        spot = Rect(left, y, where.x + where.width - left, tall - BETWEEN)
        page.text(spot, entry.label, TYPE, bold=entry.heading, anchor=MSO_ANCHOR.TOP, name="Legend")
        y += tall


def _tall(entry: Entry, width: float) -> float:
    weight = BOLD if entry.heading else ""
    room = width - (0.0 if entry.heading else SIGN[0] + SPACE)
    lines = wrapped(entry.label, SLACK * room, TYPE, weight)
    return height(len(lines), TYPE) + BETWEEN
