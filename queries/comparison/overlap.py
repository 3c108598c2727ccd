"""The overlap of two bodies as answers: one table a section for people, one flat table for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from migov.graph.evidence import Source
from migov.graph.store import Store
from migov.ontology.concepts import Vocabulary
from migov.queries.answer import Answer, AnswerRow, Cell
from migov.queries.ask import VOICE
from migov.queries.comparison.compare import Item, Outside, Overlap, compare
from migov.queries.comparison.holdings import DIMENSIONS, FIELDS, Holding, Values, plural
from migov.queries.comparison.joint import STATUSES, JointAct

GLANCE: Final = "At a glance"
JOINT: Final = "Joint work"
UNJOINED: Final = "Shared, no joint work recorded"
OUTSIDE: Final = "Joint work outside shared fields"
TENSIONS: Final = "Tensions"
SHARED: Final = "Shared"

DEFINED: Final = (
    "Jaccard: shared of all that either has. Overlap coefficient: shared of what the one with less has. "
    "Apart: shared, leaving out what their joint acts say. "
    "A body whose few records all come from joint acts overlaps wholly with the other."
)
NONE: Final = "not recorded in the documents"


def overlap(
    store: Store,
    left: str,
    right: str,
    *,
    kind: str = "",
    alone: bool = True,
    values: Values | None = None,
    known: Vocabulary | None = None,
) -> Answer:
    """The overlap of two bodies by their keys (`ilo`, `iom`) as one table with a column `Section`; what each has `alone` too.

    Raises `QueryError` when they are one body, or one is a part of the other.
    """
    return flat(compare(store, left, right, values, known), kind, alone)


def flat(found: Overlap, kind: str = "", alone: bool = True) -> Answer:
    """All sections in one table: cells that a section does not have are empty."""
    parts = sections(found, kind, alone, placed=True)
    columns = ["Section", *dict.fromkeys(column for part in parts for column in part.columns)]
    rows = []
    for part in parts:
        at = [columns.index(column) for column in part.columns]
        for row in part.rows:
            cells: list[Cell] = [(part.question,), *(() for _ in columns[1:])]
            for number, cell in zip(at, row.cells, strict=True):
                cells[number] = cell
            rows.append(AnswerRow(tuple(cells), row.sources))
    return Answer(title(found), tuple(columns), rows, f"{DEFINED} {VOICE}")


def sections(found: Overlap, kind: str = "", alone: bool = False, *, placed: bool = False) -> list[Answer]:
    """The sections, the short ones first; `kind` leaves those of one kind of thing and lists what each has alone.

    The first counts all that the others list; `placed` gives its years their places, too many for one cell of a terminal.
    """
    items = [item for item in found.items if kind in ("", item.kind)]
    outside = [out for out in found.outside if kind in ("", out.kind)]
    names = found.left.label, found.right.label
    parts = [_glance(found, (kind,) if kind else (*DIMENSIONS, "year"), placed)]
    if not kind:
        parts.append(_acts(JOINT, found.joint, _standing(found)))
    if kind in ("", *FIELDS):
        unjoined = [item for item in found.unjoined if kind in ("", item.kind)]
        parts.append(_items(UNJOINED, unjoined, names, joined=False))
        parts.append(_strange(outside))
    if not kind:
        parts.append(_tensions(found.tensions))
    parts.append(_items(SHARED, [item for item in items if item.shared], names))
    if alone or kind:
        for name, side in zip(names, ("left", "right"), strict=True):
            own = [item for item in items if not item.shared and getattr(item, side)]
            parts.append(_items(f"Only {name}", own, names, joined=False))
    return parts


def title(found: Overlap) -> str:
    """The finding in one line."""
    tense = len(found.tensions)
    said = f"{counted(found)}; {tense or 'no'} tension{'s' * (tense != 1)} named"
    shared = [f"{found.counts[kind].shared} {plural(kind, found.counts[kind].shared)}" for kind in FIELDS]
    return f"{found.left.label} and {found.right.label}: {said}; {' and '.join(shared)} shared"


def counted(found: Overlap) -> str:
    """The joint acts, those that are only meant told apart: `39 joint acts, 9 more planned or recommended`."""
    firm = len(found.firm)
    meant = [act.status for act in found.joint if not act.firm]
    said = f"{firm or 'no'} joint act{'s' * (firm != 1)}"
    if not meant:
        return said
    words = [status for status in STATUSES if status in meant]
    return f"{said}, {len(meant)}{' more' * bool(firm)} {' or '.join(words)}"


def _glance(found: Overlap, kinds: Sequence[str], placed: bool) -> Answer:
    left, right = found.left.label, found.right.label
    alone, shares = (f"Only {left}", f"Only {right}"), (f"Share of {left}'s", f"Share of {right}'s")
    columns = ("Kind", "Shared", "Apart", *alone, "Jaccard", "Overlap coefficient", *shares)
    rows = []
    for kind in kinds:
        counts = found.counts.get(kind)
        if counts is None or not counts.jaccard.whole:
            continue
        spans = [span for span in found.spans if span and kind == "year"]
        named = f"{kind}{f' ({left} {spans[0]}, {right} {spans[1]})' if spans else ''}"
        apart: Cell = () if spans else (sum(item.apart for item in found.of(kind)),)
        ratios = (counts.jaccard, counts.overlap, counts.share_of_left, counts.share_of_right)
        cells: list[Cell] = [(named,), (counts.shared,), apart, (counts.left_only,), (counts.right_only,)]
        sources = tuple(dict.fromkeys(source for span in spans for source in span.sources)) if placed else ()
        rows.append(AnswerRow((*cells, *((str(ratio),) for ratio in ratios)), sources))
    return Answer(GLANCE, columns, rows, DEFINED)


def _acts(heading: str, acts: Sequence[JointAct], note: str) -> Answer:
    columns = ("Status", "Kind", "Item", "Parties", "On", "Where")
    rows = [AnswerRow(((a.status,), (a.kind,), (a.what,), a.parties, a.themes, a.countries), a.sources) for a in acts]
    return Answer(heading, columns, rows, note if rows else NONE)


def _tensions(acts: Sequence[JointAct]) -> Answer:
    rows = [AnswerRow(((a.what,), a.parties, a.themes, a.countries), a.sources) for a in acts]
    return Answer(TENSIONS, ("Item", "Parties", "On", "Where"), rows, "" if rows else NONE)


def _standing(found: Overlap) -> str:
    """How the acts stand, as in `39 joint acts, 9 more planned or recommended: 10 ongoing, 12 done ...`."""
    counts = Counter(act.status for act in found.joint)
    return f"{counted(found)}: {', '.join(f'{counts[s]} {worded(s)}' for s in STATUSES if counts[s])}"


def worded(status: str) -> str:
    return "of no stated status" if status == "not stated" else status


def _items(heading: str, items: Sequence[Item], names: tuple[str, str], *, joined: bool = True) -> Answer:
    columns = ("Kind", "Item", *(("Status",) if joined else ("Meant",)), *(f"Records of {name}" for name in names))
    rows = [AnswerRow(((i.kind,), (i.thing,), i.standing, *_sides(i)), places(i)) for i in items]
    if not joined and not any(item.standing for item in items):
        columns = (*columns[:2], *columns[3:])
        rows = [AnswerRow((*row.cells[:2], *row.cells[3:]), row.sources) for row in rows]
    return Answer(heading, columns, rows, "" if rows else NONE)


def _strange(outside: Sequence[Outside]) -> Answer:
    rows = []
    for out in outside:
        acts = tuple(dict.fromkeys(act.what for act in out.acts))
        sources = tuple(dict.fromkeys(source for act in out.acts for source in act.sources))
        rows.append(AnswerRow(((out.kind,), (out.thing,), out.otherwise or ("neither",), acts), sources))
    columns = ("Kind", "Item", "Otherwise recorded of", "Acts")
    return Answer(OUTSIDE, columns, rows, "Otherwise: by records other than their joint acts." if rows else NONE)


def _sides(item: Item) -> tuple[Cell, Cell]:
    return _side(item.left), _side(item.right)


def _side(held: Holding | None) -> Cell:
    """How many records tie the thing to the body, and whether a theme stands in their places."""
    if held is None:
        return ()
    if held.kind != "theme":
        return (len(held.said),)
    return (f"{len(held.said)}, {'inferred' if held.thing.inferred else 'stated'}",)


def places(item: Item) -> tuple[Source, ...]:
    """The places of both sides in turn, so that the first ones speak of both."""
    sides = [side.sources if side else () for side in (item.left, item.right)]
    return tuple(dict.fromkeys(source for both in zip_longest(*sides) for source in both if source))
