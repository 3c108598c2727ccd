"""Which nodes of a view are shown, in which column or ring, and under which heading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from migov.graph.narrowing import weights
from migov.graph.network import LAYOUTS
from migov.graph.traits import Traits
from migov.graph.viewing import View
from migov.graph.whole import Bond
from migov.ontology.concepts import Vocabulary

JOINT: Final = "collaboratesWith"
UNPLACED: Final = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Column or ring of a node, and the heading it stands under; `group` orders the headings of a column."""

    layer: int = 0
    group: str = ""


def arranged(
    view: View, ties: Sequence[Bond], said: Traits, ends: Sequence[str], names: Mapping[str, str], known: Vocabulary
) -> dict[str, Place]:
    """The place of each node."""
    nodes = sorted({name for tie in ties for name in (tie.source, tie.target)})
    if view.layers:
        return {name: Place(view.layers.get(name.partition("/")[0], UNPLACED)) for name in nodes}
    if view.finding == "overlap":
        return _between(nodes, ties, said, ends, names, known)
    if ends:
        away = distances(ties, ends[:1])
        return {name: Place(away.get(name, UNPLACED)) for name in nodes}
    return dict.fromkeys(nodes, Place())


def distances(ties: Iterable[Bond], start: Iterable[str]) -> dict[str, int]:
    """How many ties away from the start each node is, walked either way."""
    near: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        near[tie.source].add(tie.target)
        near[tie.target].add(tie.source)
    away = dict.fromkeys(start, 0)
    ring, hops = set(away), 0
    while ring:
        hops += 1
        ring = {name for reached in ring for name in near[reached]} - away.keys()
        away |= dict.fromkeys(ring, hops)
    return away


def joined(ties: Iterable[Bond], said: Traits, ends: Sequence[str], known: Vocabulary) -> Callable[[str], bool]:
    """Whether joint work of the two ends is recorded on a theme (or a narrower one) or in a country."""
    acts = {
        record for tie in ties if tie.kind == JOINT and {tie.source, tie.target} == set(ends) for record in tie.records
    }
    fields = {f"theme/{slug}" for act in acts for slug in said.themes.get(act, ())}
    fields |= {f"country/{code}" for act in acts for code in said.countries.get(act, ())}

    def on(name: str) -> bool:
        kind, _, key = name.partition("/")
        return bool(fields & {f"{kind}/{below}" for below in known.narrower(kind, key)})

    return on


def _between(
    nodes: Iterable[str],
    ties: Sequence[Bond],
    said: Traits,
    ends: Sequence[str],
    names: Mapping[str, str],
    known: Vocabulary,
) -> dict[str, Place]:
    """Five columns: what one has alone, the one, what both have (with joint work above), the other, what the other has alone."""
    left, right = ends[0], ends[1]
    has = {(tie.source, tie.target) for tie in ties}
    on = joined(ties, said, ends, known)
    placed = {left: Place(1), right: Place(3)}
    for name in nodes:
        if name in placed:
            continue
        sides = [side for side in (left, right) if (side, name) in has]
        if len(sides) == len(ends):
            placed[name] = Place(2, "Both, with joint work" if on(name) else "Both, no joint work recorded")
        else:
            placed[name] = Place(0 if sides == [left] else 4, f"Only {names.get(sides[0], sides[0])}")
    return placed


def chosen(ties: Sequence[Bond], placed: Mapping[str, Place], most: int, must: Collection[str], view: View) -> set[str]:
    """The nodes to show, at most `most`: those with most ties; of columns and rings each its share.

    Where nodes are left out, so are those that then hang together with few others, far from the rest.
    """
    if view.layout != LAYOUTS[0]:
        return _peeled(ties, placed, most, must)
    weight = weights(ties)
    if len(weight) <= most:
        return set(weight)
    kept = set(sorted(weight, key=lambda name: (name not in must, -weight[name][0], -weight[name][1], name))[:most])
    left = [tie for tie in ties if {tie.source, tie.target} <= kept]
    largest: set[str] = set()
    while left:
        part = set(distances(left, [left[0].source]))
        largest = part if len(part) > len(largest) or part & set(must) else largest
        left = [tie for tie in left if tie.source not in part]
    return largest


def strongest(ties: Iterable[Bond], placed: Mapping[str, Place], each: int, *, outer: bool) -> list[Bond]:
    """Of each source, or of each thing in an outer ring, so many ties: those that rest on most records."""
    by: dict[str, list[Bond]] = defaultdict(list)
    for tie in ties:
        far = max(tie.target, tie.source, key=lambda name: placed[name].layer)
        by[far if outer else tie.source].append(tie)
    return [tie for own in by.values() for tie in sorted(own, key=lambda tie: (-len(tie.records), tie))[:each]]


def outward(ties: Iterable[Bond], placed: Mapping[str, Place]) -> tuple[Bond, ...]:
    """The ties that lead from one ring to the next."""
    return tuple(tie for tie in ties if placed[tie.source].layer != placed[tie.target].layer)


def _peeled(ties: Sequence[Bond], placed: Mapping[str, Place], most: int, must: Collection[str]) -> set[str]:
    """Takes the least tied node of the fullest heading away, again and again, and what is then without any tie."""
    left = list(ties)
    while True:
        weight = weights(left)
        if len(weight) <= most:
            return set(weight)
        sizes = Counter(placed[name] for name in weight)
        spare = [name for name in weight if name not in must] or list(weight)
        out = min(spare, key=lambda name: (-sizes[placed[name]], weight[name], _reversed(name)))
        left = [tie for tie in left if out not in (tie.source, tie.target)]


def _reversed(name: str) -> tuple[int, ...]:
    """Of equals, the last in the alphabet goes first."""
    return tuple(-ord(sign) for sign in name)
