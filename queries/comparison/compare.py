"""Overlap of two bodies: what both hold, what each holds alone, their joint work, and how the one fits the other.

A field is a theme or a country. It is *shared* when records of each body tie both to it; it has *joint work* when a firm
joint act (done, ongoing, or of no stated status) is on it or on a narrower theme. Since a joint act itself ties both bodies
to its fields, whether joint work lies *outside* what both do is judged from their other records alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from migov.graph.labels import labels, terms
from migov.graph.store import Store
from migov.ontology.concepts import Vocabulary, vocabulary
from migov.ontology.errors import QueryError
from migov.queries.answer import Thing
from migov.queries.comparison.coefficients import Counts
from migov.queries.comparison.holdings import DIMENSIONS, FIELDS, Holding, Span, Values, holdings, span
from migov.queries.comparison.joint import FIRM, TENSION, JointAct, joint_acts

WITHIN: Final = "SELECT ?part WHERE { VALUES ?part { %s } ?part :within ?whole . VALUES ?whole { %s } }"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that one body or both hold, and how the joint acts on it stand (the firmest first; empty: none).

    `apart`: both hold it by records other than their joint acts.
    """

    kind: str
    thing: Thing
    left: Holding | None
    right: Holding | None
    standing: tuple[str, ...] = ()
    apart: bool = False

    @property
    def shared(self) -> bool:
        return self.left is not None and self.right is not None

    @property
    def joined(self) -> bool:
        """Whether firm joint work is recorded on it."""
        return bool(set(self.standing) & set(FIRM))

    @property
    def weight(self) -> int:
        """How well it is recorded: records of the body that has fewer, or of the one that holds it."""
        return min(len(side.said) for side in (self.left, self.right) if side is not None)


@dataclass(frozen=True, slots=True)
class Outside:
    """A field of firm joint work that is not otherwise recorded of both bodies: of whom it is, and the acts."""

    kind: str
    thing: Thing
    otherwise: tuple[Thing, ...]
    acts: tuple[JointAct, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bodies side by side; `counts` hold each kind of thing and, when nothing narrows the view, the years."""

    left: Thing
    right: Thing
    items: tuple[Item, ...]
    joint: tuple[JointAct, ...]
    tensions: tuple[JointAct, ...]
    outside: tuple[Outside, ...]
    spans: tuple[Span | None, Span | None]
    counts: Mapping[str, Counts]

    @property
    def firm(self) -> tuple[JointAct, ...]:
        return tuple(act for act in self.joint if act.firm)

    @property
    def unjoined(self) -> tuple[Item, ...]:
        """Shared fields without recorded joint work."""
        return tuple(item for item in self.items if item.shared and item.kind in FIELDS and not item.joined)

    def of(self, kind: str, shared: bool | None = None) -> tuple[Item, ...]:
        return tuple(i for i in self.items if i.kind == kind and (shared is None or i.shared == shared))


def compare(
    store: Store, left: str, right: str, values: Values | None = None, known: Vocabulary | None = None
) -> Overlap:
    """The overlap of two bodies by their keys (`ilo`, `iom`), narrowed to a `theme` or a scope where `values` say so.

    Raises `QueryError` when they are one body, or one is a part of the other.
    """
    values, known = values or {}, known or vocabulary()
    pair = f"agency/{left}", f"agency/{right}"
    _two(store, *pair)
    names = labels(store, pair)
    things = [Thing(name, names.get(name, name.partition("/")[2])) for name in pair]
    left_held, right_held = (
        {key: held for key, held in holdings(store, side, values).items() if _asked(held, pair, values, known)}
        for side in (left, right)
    )
    acts = joint_acts(store, left, right, values)
    joint = tuple(act for act in acts if act.kind != TENSION)
    counts = {
        kind: Counts.of(*({k for k, held in side.items() if held.kind == kind} for side in (left_held, right_held)))
        for kind in DIMENSIONS
    }
    spans = (None, None) if values else (span(store, left), span(store, right))
    if spans[0] and spans[1]:
        counts["year"] = Counts.of(spans[0].years, spans[1].years)
    return Overlap(
        left=things[0],
        right=things[1],
        items=tuple(_items(left_held, right_held, joint, known)),
        joint=joint,
        tensions=tuple(act for act in acts if act.kind == TENSION),
        outside=tuple(
            out
            for out in _outside(joint, ((things[0], left_held), (things[1], right_held)), known)
            if wanted(out.thing.id, values, known)
        ),
        spans=spans,
        counts=counts,
    )


Held = Mapping[str, Holding]


def _two(store: Store, left: str, right: str) -> None:
    found = store.select(WITHIN % (terms([left, right]), terms([left, right]))).rows
    if left == right or found:
        raise QueryError("an overlap is that of two bodies, of which none is a part of the other; name another one")


def _asked(held: Holding, pair: tuple[str, str], values: Values, known: Vocabulary) -> bool:
    """The two are no partners or donors of their own overlap; a theme that was asked for leaves it and narrower ones."""
    return held.thing.id not in pair and wanted(held.thing.id, values, known)


def wanted(name: str, values: Values, known: Vocabulary) -> bool:
    """Whether a thing (by its id) is asked about: of themes only the one that was asked for and narrower ones."""
    themes = values.get("theme", ()) if name.startswith("theme/") else ()
    return not themes or any(name in _below(f"theme/{theme}", known) for theme in themes)


def _items(left: Held, right: Held, joint: tuple[JointAct, ...], known: Vocabulary) -> Iterator[Item]:
    """By kind, the best recorded first."""
    items, records = [], _records(joint)
    for key in left.keys() | right.keys():
        sides = left.get(key), right.get(key)
        there = [side for side in sides if side is not None]
        thing = replace(there[0].thing, inferred=all(side.thing.inferred for side in there))
        acts = [act for act in joint if _on(act, there[0].kind, thing.id, known)]
        standing = tuple(dict.fromkeys(act.status for act in acts))
        apart = len(there) == len(sides) and all(side.said - records for side in there)
        items.append(Item(there[0].kind, thing, *sides, standing=standing, apart=apart))
    yield from sorted(items, key=lambda i: (DIMENSIONS.index(i.kind), -i.weight, i.thing.label, i.thing.id))


def _on(act: JointAct, kind: str, name: str, known: Vocabulary) -> bool:
    """Whether a joint act is on a field or on a narrower theme, or is the project itself."""
    if kind in FIELDS:
        return bool({field.id for field in act.fields} & _below(name, known))
    return name in act.said


def _outside(
    joint: tuple[JointAct, ...], sides: tuple[tuple[Thing, Held], ...], known: Vocabulary
) -> Iterator[Outside]:
    records = _records(joint)
    own = [(body, {h.thing.id for h in held.values() if h.kind in FIELDS and h.said - records}) for body, held in sides]
    fields = {field.id: field for act in joint if act.firm for field in act.fields}
    for name, field in sorted(fields.items(), key=lambda pair: (pair[0].partition("/")[0] != "theme", pair[1].label)):
        otherwise = tuple(body for body, fields_ in own if any(_kin(name, other, known) for other in fields_))
        if len(otherwise) < len(own):
            acts = tuple(act for act in joint if act.firm and name in {f.id for f in act.fields})
            yield Outside(name.partition("/")[0], replace(field, inferred=False), otherwise, acts)


def _records(joint: tuple[JointAct, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(act.said for act in joint))


def _kin(one: str, other: str, known: Vocabulary) -> bool:
    return one in _below(other, known) or other in _below(one, known)


def _below(name: str, known: Vocabulary) -> frozenset[str]:
    """A field and the themes narrower than it."""
    segment, _, slug = name.partition("/")
    return frozenset(f"{segment}/{below}" for below in known.narrower(segment, slug))
