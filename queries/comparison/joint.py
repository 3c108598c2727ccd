"""The joint acts of two bodies, by how they stand, and the tensions between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import Source
from migov.graph.labels import terms
from migov.graph.store import Store
from migov.ontology.namespaces import id_of
from migov.queries.answer import Thing, Value
from migov.queries.ask import answer
from migov.queries.comparison.holdings import Values, ids
from migov.queries.questions import EVIDENCE, question

STATUSES: Final = ("ongoing", "done", "not stated", "planned", "explored", "recommended")
FIRM: Final = STATUSES[:3]
"""How an act stands that counts as joint work; the others are meant."""
TENSION: Final = "tension"
BASES: Final = "SELECT DISTINCT ?act ?base WHERE { VALUES ?act { %s } ?act :derivedFrom ?base }"


@dataclass(frozen=True, slots=True)
class JointAct:
    """One act of two bodies and perhaps others; `said` are the records behind it, the project or text it derives from included."""

    what: str
    kind: str
    status: str
    parties: tuple[Thing, ...]
    themes: tuple[Thing, ...]
    countries: tuple[Thing, ...]
    said: frozenset[str]
    sources: tuple[Source, ...]

    @property
    def firm(self) -> bool:
        return self.status in FIRM and self.kind != TENSION

    @property
    def fields(self) -> tuple[Thing, ...]:
        return (*self.themes, *self.countries)


def joint_acts(store: Store, left: str, right: str, values: Values) -> list[JointAct]:
    """Acts of both bodies (by keys), tensions among them: the firmest first, then by what they are."""
    found = store.select(question("joint-work").bind({**values, "agency": (left,), "with": (right,)}))
    at = [name for name in found.variables if name != EVIDENCE].index
    evidence = found.variables.index(EVIDENCE)
    acts = []
    bases = _bases(store, frozenset[str]().union(*(ids(row[evidence]) for row in found.rows)))
    for row, said in zip(answer(store, found, "").rows, found.rows, strict=True):
        act = ids(said[evidence])
        acts.append(
            JointAct(
                what=str(row.cells[at("what")][0]),
                kind=_word(row.cells[at("kind")]) or "joint act",
                status=_word(row.cells[at("status")]) or "not stated",
                parties=_things(row.cells[at("agencies")]),
                themes=_things(row.cells[at("themes")]),
                countries=_things(row.cells[at("countries")]),
                said=act.union(*(bases.get(name, ()) for name in act)),
                sources=row.sources,
            )
        )
    return sorted(acts, key=lambda a: (a.kind == TENSION, STATUSES.index(a.status), a.kind, a.what, sorted(a.said)))


def _bases(store: Store, acts: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for act, base in store.select(BASES % terms(acts)).rows if acts else ():
        if isinstance(act, NamedNode):
            found[id_of(act)] = found.get(id_of(act), frozenset()) | ids(base)
    return found


def _word(cell: tuple[Value, ...]) -> str:
    return str(cell[0]).lower() if cell else ""


def _things(cell: tuple[Value, ...]) -> tuple[Thing, ...]:
    return tuple(sorted((v for v in cell if isinstance(v, Thing)), key=lambda thing: thing.label))
