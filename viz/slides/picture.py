"""A network on one slide, and the tables of what does not fit on it."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from migov.graph.evidence import Source, in_order
from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing, drawing
from migov.viz.slides.arrange import arrange, glued
from migov.viz.slides.boxes import GAP, INSET, boxes, chosen, ranking, ties
from migov.viz.slides.content import SOURCE_LINE, Picture, Table, TableRow
from migov.viz.slides.legend import WIDTHS, draw_legend, entries, legend_width
from migov.viz.slides.looks import outline
from migov.viz.slides.marks import add_box, connect, letter
from migov.viz.slides.notes import notes
from migov.viz.slides.page import Page
from migov.viz.slides.paper import Paper, Rect
from migov.viz.slides.strands import Strand, strands
from migov.viz.style import neighbours, nodes_of, ties_of

ASIDE = 18.0  # between picture and legend
NAMED = 5  # neighbours that the table of the others names


def draw_picture(sheet: Paper, picture: Picture, style: Drawing | None = None) -> list[Table]:
    """Draws the best recorded nodes and what ties them on a new slide; returns a table of the others, or none."""
    style = style or drawing()
    network = picture.network
    caption: Caption = network.graph["caption"]
    area = sheet.content
    corners = {name: outline(style.node(node.kind)).corners for name, node in nodes_of(network).items()}
    shown = chosen(network, corners, (area.width - WIDTHS[1] - ASIDE, area.height - 60))
    lines = strands(network, shown, style)
    said = _subtitle(caption, len(shown), len(network), len(lines), picture.alone)
    page = Page(sheet, caption.title, said, caption.source or SOURCE_LINE, _notes(said, lines))
    _draw(page, network, shown, lines, style)
    page.close()
    return [] if picture.alone else _others(network, set(shown), caption, style)


def _draw(page: Page, network: Network, shown: list[str], lines: list[Strand], style: Drawing) -> None:
    nodes = nodes_of(network)
    kinds = {name: style.node(nodes[name].kind) for name in shown}
    listed = entries(list(kinds.values()), lines)
    room = page.room
    beside = legend_width(listed, room.height)
    space = room.width - beside - ASIDE, room.height
    drawn = boxes(network, shown, {name: outline(kind).corners for name, kind in kinds.items()}, space)
    index = {box.name: number for number, box in enumerate(drawn)}
    pairs = [(index[line.source], index[line.target]) for line in lines]
    middles = arrange([(box.width, box.height) for box in drawn], pairs, space, GAP)
    shapes = []
    for box, (x, y) in zip(drawn, middles, strict=True):
        node = nodes[box.name]
        where = Rect(room.x + x - box.width / 2, room.y + y - box.height / 2, box.width, box.height)
        shape = add_box(page, where, kinds[box.name], name=node.label, told=f"{node.name} ({kinds[box.name].label})")
        letter(shape, box.text, box.font, kinds[box.name], INSET, bold=box.bold)
        shapes.append(shape)
    if lines:
        halves = np.array([(box.width, box.height) for box in drawn]) / 2
        sites = glued(np.array(middles), halves, np.array(pairs))
        lowest = shapes[0]._element
        for line, (first, second), at in zip(lines, pairs, sites, strict=True):
            made = connect(page, shapes[first], shapes[second], at, line.look, both=line.both, told=line.said)
            lowest.addprevious(made._element)  # connectors lie under boxes
    draw_legend(page, listed, Rect(room.x + room.width - beside, room.y, beside, room.height))


def _subtitle(caption: Caption, shown: int, all_: int, lines: int, alone: bool) -> str:
    """What the picture shows, without options of the program; when it does not hold all, how many, and where the others are."""
    offers = getattr(caption, "narrower", ())
    parts = [part for part in caption.subtitle.split(". ") if not any(offer in part for offer in offers)]
    if shown == all_:
        return ". ".join(parts)
    left = f"the other {all_ - shown} {'are left out' if alone else 'follow'}"
    drawn = f"Drawn here: {shown}, the best recorded and what ties them, with all {lines} lines among them; {left}"
    return ". ".join([*(part for part in parts if part), drawn])


def _notes(said: str, lines: list[Strand]) -> str:
    behind = sorted(lines, key=lambda line: (-len(line.sources), line.said))
    return notes([said], [(line.said, line.sources) for line in behind])


def _others(network: Network, shown: Collection[str], caption: Caption, style: Drawing) -> list[Table]:
    left = [name for name in ranking(network) if name not in shown]
    if not left:
        return []
    nodes, near, counts = nodes_of(network), neighbours(network), ties(network)
    order = {name: place for place, name in enumerate(ranking(network))}
    said: dict[str, set[Source]] = {name: set() for name in left}
    for source, target, _, tie in ties_of(network):
        for name in {source, target} & said.keys():
            said[name].update(tie.sources)
    rows = []
    for name in sorted(left, key=lambda name: (-counts[name], order[name])):
        ties_to = [nodes[other].label for other in sorted(near[name], key=order.__getitem__)]
        more = f" and {len(ties_to) - NAMED} more" if len(ties_to) > NAMED else ""
        cells = (
            nodes[name].label,
            style.node(nodes[name].kind).label,
            str(counts[name]),
            ", ".join(ties_to[:NAMED]) + more,
        )
        rows.append(TableRow(cells, tuple(sorted(said[name], key=in_order))))
    title = f"The other {len(left)} and what they are tied to" if len(left) > 1 else "The other one"
    return [Table(title, ("Name", "Kind", "Ties", "Tied to"), rows, caption.title, caption.source or SOURCE_LINE)]
