"""What two agencies share: the picture, and the parts of their overlap that a meeting needs."""

from __future__ import annotations

from typing import Final

from migov.graph.project import project
from migov.graph.store import Store
from migov.queries.answer import Answer, AnswerRow, Cell
from migov.queries.comparison.compare import Overlap, compare
from migov.queries.comparison.holdings import FIELDS, plural
from migov.queries.comparison.overlap import GLANCE, JOINT, TENSIONS, UNJOINED, counted, sections, title
from migov.viz.slides.content import ROWS, Picture, Slide, table_slides
from migov.viz.slides.scope import Scope

WHOLE: Final = 300
"""Things that the picture is chosen from."""
LEFT_OUT: Final = ("Jaccard", "Overlap coefficient", "Apart")
"""Columns of the overview that a meeting would have to be explained."""
NAMED: Final = {GLANCE: "In figures", JOINT: "Joint work", UNJOINED: "No joint work", TENSIONS: "Tensions"}


def shared(store: Store, left: str, right: str, scope: Scope) -> tuple[str, list[tuple[str, list[Slide]]]]:
    """The finding in one line, and the slides by what they are about."""
    found = compare(store, left, right, scope.values)
    ends = (f"agency/{left}", f"agency/{right}")
    picture = Picture(project(store, "overlap", ends, scope.narrowing, most=WHOLE), brief=True)
    parts: list[tuple[str, list[Slide]]] = [("Overlap", [picture])]
    pair = f"{found.left.label} and {found.right.label}"
    for section in sections(found):
        if section.rows and section.question in NAMED:
            made = _plain(section) if section.question == GLANCE else section
            said = section.question + scope.told
            slides: list[Slide] = [
                *table_slides(made, _title(found, section, pair), said, ROWS, where=section.question != GLANCE)
            ]
            parts.append((NAMED[section.question], slides))
    return title(found), parts


def _plain(section: Answer) -> Answer:
    """The overview without what only a statistician reads."""
    kept = [n for n, column in enumerate(section.columns) if column not in LEFT_OUT]
    rows = [AnswerRow(tuple(_whole(row.cells[n]) for n in kept), row.sources) for row in section.rows]
    return Answer(section.question, tuple(section.columns[n] for n in kept), rows)


def _whole(cell: Cell) -> Cell:
    """A share as the numbers it comes from: `0.76 = 13 of 17` as `13 of 17`."""
    return tuple(value.partition(" = ")[2] or value if isinstance(value, str) else value for value in cell)


def _title(found: Overlap, section: Answer, pair: str) -> str:
    many = len(section.rows)
    if section.question == JOINT:
        return f"{pair}: {counted(found)}"
    if section.question == UNJOINED:
        return f"{pair} share {many} field{'s' * (many != 1)} on which no joint work is recorded"
    if section.question == TENSIONS:
        return f"{many} tension{'s' * (many != 1)} between {pair} {'is' if many == 1 else 'are'} recorded"
    return _widest(found, pair)


def _widest(found: Overlap, pair: str) -> str:
    """How much of their fields they share."""
    parts = [
        f"{count.shared} of the {count.jaccard.whole} {plural(kind, count.jaccard.whole)}"
        for kind in FIELDS
        if (count := found.counts.get(kind)) and count.jaccard.whole
    ]
    return f"{pair} share {' and '.join(parts)} that either has" if parts else f"{pair} share no recorded field"
