"""Every pair of bodies that share something or act together, the strongest first: one query for all, sets after that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import in_order, sources
from migov.graph.labels import labels
from migov.graph.store import Store
from migov.ontology.concepts import vocabulary
from migov.ontology.namespaces import id_of
from migov.queries.answer import Answer, AnswerRow, Cell, Thing
from migov.queries.ask import VOICE
from migov.queries.comparison.coefficients import Counts
from migov.queries.comparison.compare import wanted
from migov.queries.comparison.holdings import DIMENSIONS, Values, ids, plural
from migov.queries.comparison.joint import FIRM, STATUSES, TENSION
from migov.queries.questions import EVIDENCE, question

TOPS: Final = "SELECT DISTINCT ?part ?whole WHERE { ?part :within ?whole FILTER NOT EXISTS { ?whole :within ?wider } }"
FIRST: Final = ("theme", "country", "project")
"""Kinds with a column of their own where there is little room."""
NOTE: Final = (
    "Bodies with what their units do; the strongest pairs first: by joint acts (done, ongoing or of no stated status), by those "
    "meant (planned, explored, recommended) and tensions, then by what is shared. Each ratio is the Jaccard coefficient: shared "
    "of all that either has. The places are those of joint acts and tensions; migov overlap A B gives those of each number."
)


@dataclass(slots=True)
class Pair:
    """Two bodies: their acts by how they stand (`tension` beside the statuses) and what they share by kind."""

    left: str
    right: str
    acts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    counts: dict[str, Counts] = field(default_factory=dict)

    @property
    def firm(self) -> int:
        return sum(len(self.acts[status]) for status in FIRM)

    @property
    def shared(self) -> int:
        return sum(counts.shared for counts in self.counts.values())

    @property
    def strength(self) -> tuple[int, int, int, str, str]:
        acts = sum(len(found) for found in self.acts.values())
        return (-self.firm, -acts, -self.shared, self.left, self.right)


def pairs(store: Store, kinds: Iterable[str] = DIMENSIONS, values: Values | None = None) -> list[Pair]:
    """All pairs of bodies (units count for their body) that share a thing of these kinds or have an act between them."""
    values, wanted = values or {}, tuple(kinds)
    tops = _tops(store)
    held = _held(store, values, tops)
    found: dict[tuple[str, str], Pair] = {}
    for parties, status, act in _acts(store, values, tops):
        for left, right in combinations(sorted(parties), 2):
            found.setdefault((left, right), Pair(left, right)).acts[status].add(act)
    for left, right in combinations(sorted(held), 2):
        counts = {}
        for kind in wanted:
            one, other = held[left].get(kind, frozenset()), held[right].get(kind, frozenset())
            counts[kind] = Counts.of(one - {right}, other - {left})
        pair = found.get((left, right))
        if pair is None and any(count.shared for count in counts.values()):
            pair = found[left, right] = Pair(left, right)
        if pair is not None:
            pair.counts = counts
    return sorted(found.values(), key=lambda pair: pair.strength)


def pairs_answer(store: Store, kind: str = "", values: Values | None = None, *, wide: bool = True) -> Answer:
    """One row a pair: its acts, and the Jaccard coefficient of each kind of thing, or all coefficients of one `kind`.

    `wide` gives each number a column of its own.
    """
    kinds = (kind,) if kind else DIMENSIONS
    found = pairs(store, kinds, values)
    names = labels(store, {body for pair in found for body in (pair.left, pair.right)})
    places = sources(store, {act for pair in found for acts in pair.acts.values() for act in acts})
    rows: list[AnswerRow] = []
    columns: tuple[str, ...] = ("Agencies",)
    for pair in found:
        bodies = tuple(Thing(body, names.get(body, body.partition("/")[2])) for body in (pair.left, pair.right))
        behind = {source for some in pair.acts.values() for act in some for source in places.get(act, ())}
        said = {**_standing(pair, wide), **(_one(pair, kind) if kind else _each(pair, wide))}
        columns = ("Agencies", *said)
        rows.append(AnswerRow((bodies, *said.values()), tuple(sorted(behind, key=in_order))))
    acting = sum(bool(pair.firm) for pair in found)
    title = f"{len(found):,} pairs of bodies share {plural(kind) if kind else 'something'} or act together, {acting:,} in joint acts"
    return Answer(title, columns, rows, f"{NOTE} {VOICE}")


def _standing(pair: Pair, wide: bool) -> dict[str, Cell]:
    counts = {word: len(pair.acts[word]) for word in (*STATUSES, TENSION)}
    if wide:
        return {"Joint acts": (pair.firm,), **{word.capitalize(): (number,) for word, number in counts.items()}}
    meant = sum(counts[word] for word in STATUSES if word not in FIRM)
    return {"Joint acts": (pair.firm,), "Meant": (meant,), "Tensions": (counts[TENSION],)}


def _each(pair: Pair, wide: bool) -> dict[str, Cell]:
    kinds = DIMENSIONS if wide else FIRST
    cells: dict[str, Cell] = {plural(kind).capitalize(): (str(_counts(pair, kind).jaccard),) for kind in kinds}
    others = {kind: _counts(pair, kind).shared for kind in DIMENSIONS if kind not in kinds}
    more = tuple(f"{number} {plural(kind, number)}" for kind, number in others.items() if number)
    return cells if wide else {**cells, "Also shared": more}


def _one(pair: Pair, kind: str) -> dict[str, Cell]:
    counts = _counts(pair, kind)
    return {
        "Shared": (counts.shared,),
        "Only one": (counts.left_only, counts.right_only),
        "Jaccard": (str(counts.jaccard),),
        "Overlap coefficient": (str(counts.overlap),),
        "Share of each": (str(counts.share_of_left), str(counts.share_of_right)),
    }


def _counts(pair: Pair, kind: str) -> Counts:
    return pair.counts.get(kind, Counts(0, 0, 0))


def _tops(store: Store) -> Mapping[str, frozenset[str]]:
    """The whole bodies of each part."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for part, whole in store.select(TOPS).rows:
        if isinstance(part, NamedNode):
            found[id_of(part)] |= ids(whole)
    return found


def _held(store: Store, values: Values, tops: Mapping[str, frozenset[str]]) -> dict[str, dict[str, frozenset[str]]]:
    held: dict[str, dict[str, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    found = store.select(question("overlap").bind(values))
    kind, item, holders = (found.variables.index(name) for name in ("dimension", "item", "holders"))
    for row in found.rows:
        things = {name for name in ids(row[item]) if wanted(name, values, vocabulary())}
        for body in ids(row[holders]) if things else ():
            if body not in tops:
                held[body][str(getattr(row[kind], "value", ""))] |= things
    return held


def _acts(
    store: Store, values: Values, tops: Mapping[str, frozenset[str]]
) -> Iterable[tuple[frozenset[str], str, str]]:
    """Whole bodies, standing and id of each act."""
    found = store.select(question("joint-work").bind(values))
    agencies, kind, status, said = (found.variables.index(name) for name in ("agencies", "kind", "status", EVIDENCE))
    for row in found.rows:
        named = [tops.get(party) or frozenset({party}) for party in ids(row[agencies])]
        word = "".join(ids(row[status])).removeprefix("status/") or "not stated"
        standing = TENSION if f"relation/{TENSION}" in ids(row[kind]) else word
        for act in ids(row[said]):
            yield frozenset[str]().union(*named), standing, act
