"""What one body holds: its themes, countries, donors, projects, instruments, groups and partners, and its years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from migov.graph.evidence import Source, in_order, sources, text
from migov.graph.labels import terms
from migov.graph.store import Store
from migov.graph.terms import Term
from migov.ontology.namespaces import ID, id_of
from migov.queries.answer import Thing
from migov.queries.ask import answer
from migov.queries.questions import EVIDENCE, question

DIMENSIONS: Final = ("theme", "country", "donor", "project", "instrument", "group", "partner")
FIELDS: Final = ("theme", "country")
"""What joint work can be on or in."""
PLURAL: Final[Mapping[str, str]] = {"country": "countries"}

DATED: Final = """
SELECT DISTINCT ?said ?earliest ?latest WHERE {
  { ?said a :Project ; :unit|:partner|:donor ?named } UNION { ?said a :FirmAct ; :agency ?named }
  ?said :earliest|:latest ?any .
  OPTIONAL { ?said :earliest ?earliest }
  OPTIONAL { ?said :latest ?latest }
  ?named :partOf* ?who .
  FILTER(?who = %s)
}"""

Values = Mapping[str, Sequence[str]]
"""Parameters of the questions `overlap` and `joint-work` beside the two agencies: a theme, and the scope."""


def plural(kind: str, number: int = 2) -> str:
    """`themes`, `countries`; the word itself for one."""
    return kind if number == 1 else PLURAL.get(kind, f"{kind}s")


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing that a body holds, by which records, and where they say so.

    A theme is `inferred` when none of its labels stands in the places that tie it to this body.
    """

    kind: str
    thing: Thing
    said: frozenset[str]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """First and last year of what is recorded, with the places of both ends."""

    first: int
    last: int
    sources: tuple[Source, ...]

    @property
    def years(self) -> frozenset[int]:
        return frozenset(range(self.first, self.last + 1))

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.first != self.last else str(self.first)


def holdings(store: Store, body: str, values: Values) -> dict[str, Holding]:
    """What a body (its key: `iom`) and its units hold, by the id of the thing.

    A thing stands under one kind: of a donor that is a partner too, under each with the kind before its id.
    """
    found = store.select(question("overlap").bind({**values, "left": (body,), "right": (body,)}))
    evidence = found.variables.index(EVIDENCE)
    held = {}
    for row, said in zip(answer(store, found, "").rows, found.rows, strict=True):
        kind, thing = str(row.cells[0][0]), row.cells[1][0]
        assert isinstance(thing, Thing)
        held[f"{kind} {thing.id}"] = Holding(kind, thing, ids(said[evidence]), row.sources)
    return held


def ids(term: Term | None) -> frozenset[str]:
    """The ids in one solution: one, or those that GROUP_CONCAT put into one text."""
    if isinstance(term, NamedNode):
        return frozenset({id_of(term)})
    if not isinstance(term, Literal):
        return frozenset()
    return frozenset(id_of(NamedNode(part)) for part in term.value.split() if part.startswith(ID))


def span(store: Store, body: str) -> Span | None:
    """The years of the projects and firm acts of a body; none when nothing of it is dated."""
    found = store.select(DATED % terms([f"agency/{body}"])).rows
    dated = [(text(first) or text(last), text(last) or text(first), ids(said)) for said, first, last in found]
    if not dated:
        return None
    first, last = min(day for day, _, _ in dated), max(day for _, day, _ in dated)
    ends = frozenset[str]().union(*(said for start, end, said in dated if start == first or end == last))
    places = {source for said in sources(store, ends).values() for source in said}
    return Span(int(first[:4]), int(last[:4]), tuple(sorted(places, key=in_order)))
