"""A network on one slide, and the tables of what does not fit on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing, drawing
from migov.viz.slides.bands import BANDS
from migov.viz.slides.boxes import INSET
from migov.viz.slides.columns import COLUMNS
from migov.viz.slides.content import SOURCE_LINE, Picture, Table
from migov.viz.slides.free import FREE
from migov.viz.slides.legend import Entry, draw_legend, draw_strip, entries, legend_width, strip_height
from migov.viz.slides.marks import add_box, add_panel, connect, filling, letter
from migov.viz.slides.notes import notes
from migov.viz.slides.others import joint, others
from migov.viz.slides.page import Page, room_of
from migov.viz.slides.panels import ends_of
from migov.viz.slides.paper import Paper, Rect
from migov.viz.slides.placed import Placed, Way, kinds_of
from migov.viz.slides.strands import Strand, strands
from migov.viz.style import nodes_of

ASIDE, BELOW = 18.0, 10.0  # between picture and legend
PASSES: Final = 3


def way_of(network: Network) -> Way:
    """How a network is drawn: the overlap of two in panels, flows in columns, all else free."""
    if ends_of(network):
        return BANDS
    return COLUMNS if network.graph.get("layout") == "layers" else FREE


def draw_picture(sheet: Paper, picture: Picture, style: Drawing | None = None) -> list[Table]:
    """Draws the best recorded nodes and what ties them on a new slide; returns tables of the others, if any."""
    style = style or drawing()
    network, way = picture.network, way_of(picture.network)
    caption: Caption = network.graph["caption"]
    foot = caption.source or SOURCE_LINE
    shown, space = sorted(network), (sheet.content.width, sheet.content.height)
    for _ in range(PASSES):  # what is left out makes the subtitle longer, and the room smaller
        said = _subtitle(caption, len(shown), len(network), way.order)
        left = _space(room_of(sheet, caption.title, said, foot), _listed(network, shown, way, style), way)
        space = min(space[0], left[0]), min(space[1], left[1])
        shown = way.chosen(network, style, space)
    said = _subtitle(caption, len(shown), len(network), way.order)
    page = Page(sheet, caption.title, said, foot, _notes(network, shown, said, style))
    _draw(page, network, shown, space, way, style)
    page.close()
    made = [] if picture.brief else joint(network, style)
    return [*made, *others(network, set(shown), style)]


def _listed(network: Network, shown: Sequence[str], way: Way, style: Drawing) -> list[Entry]:
    kinds = kinds_of(network, style)
    lines = way.lines(network, shown, style)
    slanted, pale = way.slanted(network, shown), way.pale(network, shown)
    return entries([kinds[name] for name in shown], lines, sized=way.sized, slanted=slanted, pale=pale)


def _space(room: Rect, listed: Sequence[Entry], way: Way) -> tuple[float, float]:
    """What the legend leaves of the room."""
    if way.below:
        return room.width, room.height - strip_height(listed, room.width) - BELOW
    return room.width - legend_width(listed, room.height) - ASIDE, room.height


def _draw(
    page: Page, network: Network, shown: Sequence[str], space: tuple[float, float], way: Way, style: Drawing
) -> None:
    lines, room = way.lines(network, shown, style), page.room
    _paint(page, network, way.placed(network, shown, lines, style, space), lines, style)
    listed = _listed(network, shown, way, style)
    if way.below:
        tall = strip_height(listed, room.width)
        draw_strip(page, listed, Rect(room.x, room.y + room.height - tall, room.width, tall))
    else:
        wide = room.width - space[0] - ASIDE
        draw_legend(page, listed, Rect(room.x + room.width - wide, room.y, wide, room.height))


def _paint(page: Page, network: Network, placed: Placed, lines: Sequence[Strand], style: Drawing) -> None:
    nodes, kinds, room = nodes_of(network), kinds_of(network, style), page.room

    def there(where: Rect) -> Rect:
        return where._replace(x=room.x + where.x, y=room.y + where.y)

    shapes = {
        panel.name: add_panel(page, there(panel.where), panel.heading, panel.size, first=panel.first)
        for panel in placed.panels
    }
    under = len(shapes)
    for box, where, slanted, pale in placed.stands:
        node, kind = nodes[box.name], kinds[box.name]
        shape = add_box(page, there(where), kind, name=node.label, told=f"{node.name} ({kind.label})", pale=pale)
        letter(shape, box.text, box.font, filling(page, kind, pale), INSET, bold=box.bold, italic=slanted)
        shapes[box.name] = shape
    lowest = list(shapes.values())[under]._element if len(shapes) > under else None
    for line, at in zip(lines, placed.sites, strict=True):
        made = connect(page, shapes[line.source], shapes[line.target], at, line.look, both=line.both, told=line.said)
        if lowest is not None:
            lowest.addprevious(made._element)  # connectors lie under boxes
    for words in placed.words:
        page.text(
            there(words.where),
            words.said,
            words.size,
            bold=words.bold,
            align=PP_ALIGN.CENTER,
            anchor=MSO_ANCHOR.BOTTOM,
            name="Words",
        )


def _subtitle(caption: Caption, shown: int, there: int, order: str) -> str:
    """What the picture shows, without options of the program; when it does not hold all, how many, and where the others are."""
    whole = caption.whole or there
    cut = (*caption.narrower, f"{there} of {caption.whole}") if caption.whole else caption.narrower
    parts = [part for part in caption.subtitle.split(". ") if part and not any(offer in part for offer in cut)]
    if shown < whole:
        told = f"Drawn: {shown} of {whole:,}, {order}"
        parts.append(told if shown == there else f"{told}; {there - shown} more in the table that follows")
    return ". ".join(parts)


def _notes(network: Network, shown: Sequence[str], said: str, style: Drawing) -> str:
    """The claims behind the picture, the tie of two that are compared first, then what rests on most places."""
    ends = set(ends_of(network))
    ordered = sorted(
        strands(network, shown, style),
        key=lambda line: ({line.source, line.target} != ends, -len(line.sources), line.said),
    )
    return notes([said], [(line.said, line.sources) for line in ordered])
