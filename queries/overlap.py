"""Overlap of two agencies: their joint work, what they share with and without it, and what each has alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from migov.graph.store import Store
from migov.ontology.concepts import Vocabulary, vocabulary
from migov.queries.answer import Answer, AnswerRow, Thing
from migov.queries.ask import VOICE, ask
from migov.queries.questions import question

COLUMNS: Final = ("Standing", "Kind", "Item", "On")
PLURAL: Final = {"country": "countries", "project": "projects", "theme": "themes"}
SHARED: Final = "shared"


def overlap(store: Store, left: str, right: str, *, alone: bool = True, known: Vocabulary | None = None) -> Answer:
    """The overlap of two agencies by their keys (`ilo`, `iom`).

    Rows stand in this order: joint acts by how they stand; shared themes and countries without, then with, joint work;
    shared projects; what each has `alone`, which the note only counts when not asked for. A theme has joint work when
    a joint act is on it or on a narrower one.
    """
    known = known or vocabulary()
    joint = ask(store, question("partners"), {"agency": (left,), "with": (right,)})
    held = ask(store, question("overlap"), {"left": (left,), "right": (right,)})
    labels = {thing.id: thing.label for row in held.rows for thing in row.cells[2] if isinstance(thing, Thing)}
    names = (labels.get(f"agency/{left}", left), labels.get(f"agency/{right}", right))
    items = _held(held, joint, names, known)
    shared = [row for row in items if str(row.cells[0][0]).startswith(SHARED)]
    counts = Counter((str(row.cells[0][0]), str(row.cells[1][0])) for row in items if row not in shared)
    title = f"{names[0]} and {names[1]}: {len(joint.rows)} joint acts and tensions recorded, {_counted(shared)} shared"
    note = VOICE
    if not alone:
        said = [f"{n} {PLURAL[kind] if n > 1 else kind} {standing}" for (standing, kind), n in sorted(counts.items())]
        note = f"{'; '.join(said)}. {VOICE}" if said else VOICE
    return Answer(title, COLUMNS, [*_joint(joint), *(items if alone else shared)], note)


def _counted(rows: Iterable[AnswerRow]) -> str:
    counts = Counter(str(row.cells[1][0]) for row in rows)
    return ", ".join(f"{n} {PLURAL[kind] if n > 1 else kind}" for kind, n in sorted(counts.items())) or "nothing"


def _joint(joint: Answer) -> Iterator[AnswerRow]:
    for row in joint.rows:
        _, _, standing, themes, what, _ = row.cells
        yield AnswerRow((standing, ("joint act",), what, themes), row.sources)


def _held(held: Answer, joint: Answer, names: tuple[str, str], known: Vocabulary) -> list[AnswerRow]:
    acted = _acted(joint)
    ordered = []
    for row in held.rows:
        dimension, item, holders = row.cells
        thing = item[0]
        assert isinstance(thing, Thing)
        if len(holders) == 1:
            order, standing = (3, f"only {names[0]}") if str(holders[0]) == names[0] else (4, f"only {names[1]}")
        elif dimension == ("project",):
            order, standing = 2, SHARED
        elif acted & _itself_and_narrower(thing.id, known):
            order, standing = 1, f"{SHARED}, joint work recorded"
        else:
            order, standing = 0, f"{SHARED}, no joint work recorded"
        ordered.append(
            (order, str(dimension[0]), thing.label, AnswerRow(((standing,), dimension, item, ()), row.sources))
        )
    return [row for *_, row in sorted(ordered, key=lambda entry: entry[:3])]


def _acted(joint: Answer) -> set[str]:
    """Ids of the themes and countries of joint acts; a named tension is no joint act."""
    cells = [
        cell for row in joint.rows if str(row.cells[2][0]) != "in tension with" for cell in (row.cells[3], row.cells[5])
    ]
    return {value.id for cell in cells for value in cell if isinstance(value, Thing)}


def _itself_and_narrower(name: str, known: Vocabulary) -> set[str]:
    segment, _, slug = name.partition("/")
    return {f"{segment}/{below}" for below in known.narrower(segment, slug)}
