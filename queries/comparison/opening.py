"""What stands behind one thing of an overlap: every record that ties it to the one body, to the other, or to both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import sources, text
from migov.graph.labels import terms
from migov.graph.store import Store
from migov.ontology.errors import NothingFound, QueryError
from migov.ontology.namespaces import id_of
from migov.queries.answer import Answer, AnswerRow, Thing
from migov.queries.ask import VOICE
from migov.queries.comparison.compare import Item, Overlap
from migov.queries.names import NameIndex

CALLED: Final = "SELECT DISTINCT ?record ?name { VALUES ?record { %s } ?record :title|:what|rdfs:label ?name }"
BASES: Final = "SELECT DISTINCT ?act ?base { VALUES ?act { %s } ?act :derivedFrom ?base }"
WORDS: Final = {"collaboration": "act"}
COLUMNS: Final = ("Of", "Record", "Is", "Id")
OPEN: Final = "{0} shows all that is claimed of the first; any other by its id."


def chosen(found: Overlap, name: str, known: NameIndex) -> tuple[Item, ...]:
    """The items of an overlap that a name or id means: a country, its government, or both where both are compared.

    Raises `NothingFound` for a name of nothing, and `QueryError` for one that neither of the two has.
    """
    wanted, near = {name}, list[str]()
    for segment in sorted({item.thing.id.partition("/")[0] for item in found.items}):
        try:
            wanted.add(f"{segment}/{known.key(segment, name.removeprefix(f'{segment}/'))}")
        except NothingFound as fault:
            near += fault.nearest
        except QueryError:  # a name that several share: another kind may have it alone
            continue
    items = tuple(item for item in found.items if item.thing.id in wanted)
    if not items and len(wanted) == 1:
        raise NothingFound(name, tuple(dict.fromkeys(near))[:3])
    if not items:
        raise QueryError(f"nothing recorded ties “{name}” to {found.left.label} or to {found.right.label}")
    return items


def behind(store: Store, found: Overlap, items: tuple[Item, ...], again: Callable[..., str]) -> Answer:
    """One row a record: whose it is, what it is, its id (`again` makes the command that opens it), its places; what both have first."""
    bodies = (found.left, found.right)
    records = {record for item in items for side in (item.left, item.right) if side for record in side.said}
    called, bases = _texts(store, CALLED, records), _texts(store, BASES, records)
    places = sources(store, records)
    rows, held_by = [], set(_held(items))
    for held, record in sorted(held_by, key=lambda pair: (-len(pair[0]), pair[0], called.get(pair[1], ""), pair[1])):
        claimed = bases.get(record, record)
        segment = claimed.partition("/")[0]
        word = WORDS.get(segment, segment.replace("-", " "))
        whose = tuple(bodies[side] for side in held)
        rows.append(AnswerRow((whose, (called.get(record) or claimed,), (word,), (claimed,)), places.get(record, ())))
    note = f"{OPEN.format(again('evidence', str(rows[0].cells[3][0])))} {VOICE}"
    kinds = ", ".join(dict.fromkeys(item.kind for item in items))
    label = Thing(items[0].thing.id, items[0].thing.label)
    counts = [f"{sum(side in held for held, _ in held_by)} of {body.label}" for side, body in enumerate(bodies)]
    return Answer(f"{label} ({kinds}): records {' and '.join(counts)}", COLUMNS, rows, note)


def _held(items: tuple[Item, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Whose each record is: the first's (0), the second's (1)."""
    for item in items:
        sides = [side.said if side else frozenset() for side in (item.left, item.right)]
        for record in sides[0] | sides[1]:
            yield tuple(number for number, said in enumerate(sides) if record in said), record


def _texts(store: Store, query: str, ids: set[str]) -> dict[str, str]:
    """A text or id for each id; of several the first."""
    found: dict[str, str] = {}
    for name, value in store.select(query % terms(ids)).rows:
        if isinstance(name, NamedNode):
            said = id_of(value) if isinstance(value, NamedNode) else text(value)
            found[id_of(name)] = min(said, found.get(id_of(name), said))
    return found
