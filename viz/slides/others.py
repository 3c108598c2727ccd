"""The tables that follow a picture: the joint work behind the overlap of two, and all that the picture has no room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from migov.graph.arranging import JOINT
from migov.graph.evidence import Source, in_order
from migov.graph.findings import counted
from migov.graph.network import Caption, Network
from migov.ontology.drawing import Drawing
from migov.viz.slides.boxes import ranking, ties
from migov.viz.slides.content import ROWS, SOURCE_LINE, Table, TableRow
from migov.viz.slides.notes import EDITORS
from migov.viz.slides.panels import ends_of
from migov.viz.style import neighbours, nodes_of, sentence, ties_of

NAMED: Final = 4
"""Neighbours that the table of the others names."""
MOST: Final = 2 * ROWS
"""Joint acts that are listed: as much as two slides hold."""
LETTERS: Final = 600
"""Letters of names that a row holds."""
LINES: Final = 12
"""Lines of a cell at most, so that the names of one kind stand in one row."""


def joint(network: Network, style: Drawing) -> list[Table]:
    """The joint acts of two that are compared, each with its place; no table where none is recorded."""
    ends = set(ends_of(network))
    rows: dict[tuple[str, str], set[Source]] = defaultdict(set)
    for source, target, _, tie in ties_of(network):
        if ends and {source, target} == ends:
            for place in tie.sources:
                rows[sentence(style.edge(tie.kind).label), place.what].add(place)
    if not rows:
        return []
    caption: Caption = network.graph["caption"]
    names = " and ".join(nodes_of(network)[name].label for name in ends_of(network))
    places = len({(place.document, place.lines) for said in rows.values() for place in said})
    made = []
    first = sentence(style.edge(JOINT).label)
    for (relation, what), said in sorted(rows.items(), key=lambda row: (row[0][0] != first, -len(row[1]), row[0])):
        best, *more = sorted(said, key=in_order)
        made.append(TableRow((relation, what, *_place(best, len(more))), tuple(sorted(said, key=in_order))))
    columns: tuple[str, ...] = ("Relation", "What", "Document", "Place", "Lines")
    under = caption.title
    if len({row.cells[0] for row in made}) == 1:
        columns, under = columns[1:], f"{caption.title}. Relation: {made[0].cells[0].lower()}"
        made = [TableRow(row.cells[1:], row.sources) for row in made]
    if len(made) > MOST:
        under += f". Shown: the {MOST} of {len(made)} with most places"
    title = f"What {names} do together is said in {places} place{'s' * (places != 1)}"
    return [Table(title, columns, made[:MOST], under, _named(network, made[:MOST], caption.source or SOURCE_LINE))]


def _named(network: Network, rows: Sequence[TableRow], source: str) -> str:
    """The source line, and the title of each document that the rows name by its short name."""
    cited = {place.document for row in rows for place in row.sources}
    known = network.graph.get("documents", {})
    titles = [f"{name}: {title.rstrip('.')}." for name, title in known.items() if name in cited]
    return " ".join([source, *titles])


def _place(source: Source, more: int) -> tuple[str, str, str]:
    lines = source.lines + (f" +{more}" if more else "")
    return (source.document, source.locator, lines) if source.document else (EDITORS, "", lines)


def others(network: Network, shown: Collection[str], style: Drawing) -> list[Table]:
    """Each node that is not shown, once: those of one kind that are tied to the same stand in one row."""
    order = {name: place for place, name in enumerate(ranking(network))}
    left = [name for name in order if name not in shown]
    if not left:
        return []
    caption: Caption = network.graph["caption"]
    nodes, near, counts = nodes_of(network), neighbours(network), ties(network)
    said: dict[str, set[Source]] = {name: set() for name in left}
    for source, target, _, tie in ties_of(network):
        for name in {source, target} & said.keys():
            said[name].update(tie.sources)
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name in sorted(left, key=lambda name: (-counts[name], order[name])):
        ties_to = [nodes[other].label for other in sorted(near[name], key=order.__getitem__)]
        more = f" and {len(ties_to) - NAMED} more" if len(ties_to) > NAMED else ""
        where = nodes[name].group.partition(":")[0]
        alike[where, style.node(nodes[name].kind).label, ", ".join(ties_to[:NAMED]) + more].append(name)
    grouped = any(where for where, _, _ in alike)
    rows = []
    for (where, kind, to), names in sorted(alike.items(), key=lambda row: (row[0][0], -len(row[1]))):
        for some in _rows(names, [nodes[name].label for name in names]):
            sources = {source for name in some for source in said[name]}
            listed = ", ".join(nodes[name].label for name in some)
            cells = (where if grouped else to, kind, str(len(some)), listed)
            rows.append(TableRow(cells, tuple(sorted(sources, key=in_order))))
    beyond = caption.whole - len(network) if caption.whole else 0
    under = f"{caption.title}. {beyond:,} more, with fewer ties, stand on no slide" if beyond > 0 else caption.title
    columns = ("Where" if grouped else "Tied to", "Kind", "Number", "Names")
    title = f"The picture has no room for {counted(left)}"
    return [Table(title, columns, rows, under, caption.source or SOURCE_LINE, follows=True, lines=LINES)]


def _rows(names: Sequence[str], labels: Sequence[str]) -> Iterator[list[str]]:
    """The names in rows of so many letters, in the order of their labels."""
    row: list[str] = []
    used = 0
    for label, name in sorted(zip(labels, names, strict=True)):
        if row and used + len(label) > LETTERS:
            yield row
            row, used = [], 0
        row.append(name)
        used += len(label) + 2
    if row:
        yield row
