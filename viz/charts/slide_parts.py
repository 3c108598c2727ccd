"""Small native shapes of a chart on a slide: rectangles, lines, texts, and a legend in lines of signs and words. Units are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from migov.viz.inks import LOOKS, Look
from migov.viz.lettering import text_width
from migov.viz.slides.lettering import SLACK
from migov.viz.slides.page import Page, element_in, rgb
from migov.viz.slides.paper import Paper, Rect, emu

TYPE: Final = 11.0
LINE: Final = 17.0
SIGN: Final = (16.0, 10.0)
Sign = Callable[[Page, Rect], None]


class Entry(NamedTuple):
    """Words of the legend, what draws their sign, and how wide the sign is."""

    label: str
    sign: Sign
    wide: float = SIGN[0]


def look_of(sheet: Paper) -> Look:
    """Light or dark, as the paper is."""
    return LOOKS["dark" if sheet.theme.dark else "light"]


def ink(sheet: Paper) -> str:
    """The colour of text on the paper."""
    return sheet.theme.ink or sheet.theme.text


def add_shape(
    page: Page,
    where: Rect,
    fill: str = "",
    *,
    edge: str = "",
    dash: str = "",
    form: MSO_SHAPE = MSO_SHAPE.RECTANGLE,
    name: str = "",
    told: str = "",
) -> Any:
    """A shape without shadow; `told` is read aloud in its place."""
    shape: Any = page.slide.shapes.add_shape(form, *(emu(side) for side in where))
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(fill)
    else:
        shape.fill.background()
    if edge:
        shape.line.color.rgb = rgb(edge)
        shape.line.width = Pt(1.0)
    else:
        shape.line.fill.background()
    if dash:
        element_in(shape.line._get_or_add_ln(), "a:prstDash", val=dash)
    for effect in shape._element.iter(qn("a:effectRef")):
        effect.set("idx", "0")
    shape.name = name or "Mark"
    if told:
        next(shape._element.iter(qn("p:cNvPr"))).set("descr", told)
    return shape


def legend(page: Page, listed: Sequence[Entry], room: Rect) -> float:
    """Draws the entries from the upper left corner on; returns the height taken."""
    for entry, (x, y, wide) in zip(listed, _spots(listed, room.width), strict=True):
        left, top = room.x + x, room.y + y
        entry.sign(page, Rect(left, top + (LINE - SIGN[1]) / 2, entry.wide, SIGN[1]))
        spot = Rect(left + entry.wide + 6, top, wide, LINE)
        page.text(spot, entry.label, TYPE, anchor=MSO_ANCHOR.MIDDLE, name="Legend")
    return legend_height(listed, room.width)


def legend_height(listed: Sequence[Entry], width: float) -> float:
    """Height that a legend takes in this width."""
    return _spots(listed, width)[-1][1] + LINE + 6 if listed else 0.0


def _spots(listed: Sequence[Entry], width: float) -> list[tuple[float, float, float]]:
    """Where each entry stands, line by line, and how wide its words are."""
    found, x, y = [], 0.0, 0.0
    for entry in listed:
        words = SLACK * text_width(entry.label, TYPE) + 6
        if x and x + entry.wide + 6 + words > width:
            x, y = 0.0, y + LINE
        found.append((x, y, min(words, width - x - entry.wide - 6)))
        x += entry.wide + 6 + words + 14
    return found


def swatch(fill: str, *, edge: str = "", dash: str = "", form: MSO_SHAPE = MSO_SHAPE.RECTANGLE) -> Sign:
    """A sign that is a small shape."""

    def draw(page: Page, where: Rect) -> None:
        add_shape(page, where, fill, edge=edge, dash=dash, form=form, name="Legend sign")

    return draw


def word(said: str) -> Sign:
    """A sign that is a word, such as `(+n)`."""

    def draw(page: Page, where: Rect) -> None:
        spot = Rect(where.x, where.y - (LINE - SIGN[1]) / 2, where.width, LINE)
        page.text(spot, said, TYPE, anchor=MSO_ANCHOR.MIDDLE, name="Legend sign")

    return draw
