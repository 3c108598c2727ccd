"""The native shapes of a picture: boxes, glued connectors, and the short lines of the legend. Units are points."""

from __future__ import annotations

from typing import Any, Final

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from migov.ontology.drawing import NodeStyle
from migov.viz.slides.looks import border, mix, outline, seen, text_on
from migov.viz.slides.page import Page, element_in, rgb, write
from migov.viz.slides.paper import Rect, emu
from migov.viz.slides.strands import Look
from migov.viz.slides.themed import strongest

PALE, FAINT, STRONG = 0.04, 0.3, 0.65  # how far ground and edge of a panel go from the slide's ground to its text
TINT, THIN = 0.8, 0.4  # how far the fill and the border of a pale box go to the slide's ground
PANEL_INSET: Final = (8.0, 6.0)


def add_box(page: Page, where: Rect, style: NodeStyle, *, name: str, told: str = "", pale: bool = False) -> Any:
    """A box in the look of its kind, or in a pale tint of it; `told` is read aloud in its place."""
    drawn, ground = outline(style), page.sheet.theme.ground
    edge = border(style, ground)
    form = MSO_SHAPE.ROUNDED_RECTANGLE if drawn.corners else MSO_SHAPE.RECTANGLE
    shape = page.slide.shapes.add_shape(form, *(emu(side) for side in where))
    if drawn.corners:
        shape.adjustments[0] = drawn.corners
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(filling(page, style, pale))
    shape.line.color.rgb = rgb(seen(mix(edge, ground, THIN), ground) if pale else edge)
    shape.line.width = Pt(drawn.border * (0.5 if pale else 1.0))
    _dash(shape, drawn.dash)
    _tell(shape, name, told)
    return shape


def filling(page: Page, style: NodeStyle, pale: bool) -> str:
    """The colour that a box is filled with."""
    return mix(style.colour, page.sheet.theme.ground, TINT) if pale else style.colour


def add_panel(page: Page, where: Rect, heading: str, size: float, *, first: bool = False) -> Any:
    """A ground for boxes, with its heading inside its upper edge; one that comes first to the eye has a strong edge."""
    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(emu(side) for side in where))
    ground = page.sheet.theme.ground
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(mix(ground, strongest(ground), PALE))
    shape.line.color.rgb = rgb(mix(ground, strongest(ground), STRONG if first else FAINT))
    shape.line.width = Pt(2.0 if first else 0.75)
    _dash(shape, "solid")
    _tell(shape, f"Panel: {heading}", heading)
    ink = page.sheet.theme.ink or page.sheet.theme.text
    write(shape.text_frame, heading, size, bold=True, inset=PANEL_INSET, anchor=MSO_ANCHOR.TOP, colour=ink)
    return shape


def letter(
    shape: Any, said: str, size: float, fill: str, inset: tuple[float, float], bold: bool, italic: bool = False
) -> None:
    """Writes the label into a box that is filled with this colour."""
    write(
        shape.text_frame,
        said,
        size,
        bold=bold,
        align=PP_ALIGN.CENTER,
        anchor=MSO_ANCHOR.MIDDLE,
        inset=inset,
        colour=text_on(fill),
        italic=italic,
    )


def connect(page: Page, first: Any, second: Any, sites: tuple[int, int], look: Look, *, both: bool, told: str) -> Any:
    """A straight connector glued to a site of each of two boxes."""
    nowhere = emu(0)
    line: Any = page.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, nowhere, nowhere, nowhere, nowhere)
    line.begin_connect(first, sites[0])
    line.end_connect(second, sites[1])
    _draw(page, line, look, both)
    _tell(line, told.partition(";")[0], told)
    return line


def add_line(page: Page, where: Rect, look: Look, name: str) -> None:
    """A short line for the legend: no connector, since there is nothing it could be glued to."""
    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(emu(side) for side in where))
    shape._element.spPr.find(qn("a:prstGeom")).set("prst", "line")
    _draw(page, shape, look, False)
    _tell(shape, name, "")


def _draw(page: Page, shape: Any, look: Look, both: bool) -> None:
    shape.line.color.rgb = rgb(seen(look.colour, page.sheet.theme.ground))
    shape.line.width = Pt(look.width)
    _dash(shape, look.dash)
    if look.arrow:
        line = shape.line._get_or_add_ln()
        for end in ("headEnd", "tailEnd") if both else ("tailEnd",):
            element_in(line, f"a:{end}", type="triangle")


def _dash(shape: Any, pattern: str) -> None:
    """A preset pattern, all of which python-pptx does not name; and no shadow, which themes give to lines as well."""
    if pattern != "solid":
        element_in(shape.line._get_or_add_ln(), "a:prstDash", val=pattern)
    for effect in shape._element.iter(qn("a:effectRef")):
        effect.set("idx", "0")


def _tell(shape: Any, name: str, told: str) -> None:
    shape.name = name
    properties = next(shape._element.iter(qn("p:cNvPr")))
    if told:
        properties.set("descr", told)
