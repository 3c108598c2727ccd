"""Where the sources disagree: unlike claims about one thing, totals that their rows do not give, and what the editors entered.

Nothing is decided here: a conflict lists every value with its places. It is gone as soon as one side is no longer claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import Source, in_order, sources, text
from migov.graph.store import Store
from migov.ontology.folding import fold
from migov.ontology.namespaces import id_of
from migov.queries.described import described
from migov.queries.totals import wrong_totals
from migov.queries.unlike import Said, unlike

SEVERITIES: Final = "SELECT ?kind ?severity ?label WHERE { ?kind :severity ?severity ; skos:prefLabel ?label }"
ENTERED: Final = """
SELECT ?claim ?kind ?matter ?one ?onePlace ?other ?otherPlace WHERE {
  ?claim a :DisagreementClaim ; stated:disagreementKind ?kind ; stated:matter ?matter ;
    stated:oneSays ?one ; stated:onePlace ?onePlace ; stated:otherSays ?other ; stated:otherPlace ?otherPlace .
}"""
CITED: Final = """
SELECT DISTINCT ?document ?first ?last ?locator WHERE {
  [] :passage ?passage . ?passage :document ?document ; :firstLine ?first ; :lastLine ?last . OPTIONAL { ?passage :locator ?locator }
}"""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, and where."""

    says: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One disagreement: kind (a word of the vocabulary), severity, what it is about, and its sides in order of place."""

    kind: str
    severity: str
    about: str
    sides: tuple[Side, ...]
    entered: tuple[str, ...] = ()
    """How the editors name it, where they entered what is found by rule too."""

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(source.document for side in self.sides for source in side.sources)

    def mentions(self, words: str) -> bool:
        """Whether these words, case and accents aside, stand in what it is about, what a side says or a side's place."""
        places = (source.locator for side in self.sides for source in side.sources)
        said = (self.about, *self.entered, *(side.says for side in self.sides), *places)
        return any(fold(words) in fold(part) for part in said)


def conflicts(store: Store) -> list[Conflict]:
    """All conflicts, the major ones first, then by kind and what they are about."""
    severity = {
        id_of(kind).partition("/")[2]: text(said)
        for kind, said, _ in store.select(SEVERITIES).rows
        if isinstance(kind, NamedNode)
    }
    computed = [*_unlike(store), *_totals(store)]
    entered = list(_entered(store))
    found = [(c, tuple(e[1] for e in entered if _same(e, c))) for c in computed]
    found += [(e, ()) for e in entered if not any(_same(e, c) for c in computed)]
    graded = [Conflict(kind, severity.get(kind, "minor"), about, sides, names) for (kind, about, sides), names in found]
    return sorted(graded, key=lambda c: (c.severity, c.kind, c.about, [side.says for side in c.sides]))


Found = tuple[str, str, tuple[Side, ...]]


def _same(entered: Found, computed: Found) -> bool:
    """Whether what the editors entered was found anyway: the same kind, and each side at the lines of another side of it."""
    one, other = ({number for number, side in enumerate(computed[2]) if _meet(said, side)} for said in entered[2])
    return entered[0] == computed[0] and bool(one and other) and len(one | other) > 1


def _meet(one: Side, other: Side) -> bool:
    """Whether two sides stand at the same lines."""
    return any(a.document == b.document and a.lines == b.lines for a in one.sources for b in other.sources)


def _unlike(store: Store) -> Iterator[Found]:
    found = list(unlike(store))
    places = sources(store, {said.claim for _, _, all_ in found for said in all_})
    names = described(store, {about for _, about, _ in found})
    for column, about, all_ in found:
        sides = _sides(all_, places)
        if len(sides) > 1:
            yield column.conflict, f"{names.get(about, about)}: {column.name}", sides


def _sides(all_: Sequence[Said], places: Mapping[str, tuple[Source, ...]]) -> tuple[Side, ...]:
    """Equal values once, with all their places."""
    by_values: dict[frozenset[str], tuple[str, set[Source]]] = {}
    for said in all_:
        by_values.setdefault(said.values, (said.shown, set()))[1].update(places.get(said.claim, ()))
    sides = [Side(shown, tuple(sorted(where, key=in_order))) for shown, where in by_values.values()]
    return tuple(sorted(sides, key=lambda side: [in_order(source) for source in side.sources]))


def _totals(store: Store) -> Iterator[Found]:
    """One conflict for each printed total, with a side for each sum (of rows, of columns) that differs from it."""
    found: dict[str, list[tuple[str, Decimal, Decimal, list[str]]]] = defaultdict(list)
    for label, printed, total, added, parts in wrong_totals(store):
        found[total].append((label, printed, added, parts))
    places = sources(store, {claim for total, sums in found.items() for *_, ps in sums for claim in (total, *ps)})
    for total, sums in found.items():
        label, printed, *_ = sums[0]
        sides = [Side(f"total {printed:,}", places[total])]
        for *_, added, parts in sums:
            behind = {source for claim in parts for source in places[claim]}
            sides.append(Side(f"its parts add to {added:,}", tuple(sorted(behind, key=in_order))))
        yield "total", label, tuple(sides)


def _entered(store: Store) -> Iterator[Found]:
    """Disagreements that the editors entered, as long as both places are cited by claims."""
    cited = [
        (text(d), int(text(first)), int(text(last)), text(where)) for d, first, last, where in store.select(CITED).rows
    ]
    for _, kind, matter, one, one_place, other, other_place in store.select(ENTERED).rows:
        sides = (_side(text(one), text(one_place), cited), _side(text(other), text(other_place), cited))
        if all(side.sources for side in sides):
            yield text(kind), text(matter), sides


def _side(says: str, place: str, cited: Sequence[tuple[str, int, int, str]]) -> Side:
    """A side at `document:lines`, with the locator of the narrowest claim that stands there; no source when none does."""
    document, _, lines = place.rpartition(":")
    first, _, last = lines.partition("-")
    there = [c for c in cited if c[0] == document and c[1] <= int(last or first) and int(first) <= c[2]]
    locators = [where for _, _, _, where in sorted(there, key=lambda c: (c[2] - c[1], c))]
    return Side(says, (Source(document, locators[0], lines, says, ""),) if locators else ())
