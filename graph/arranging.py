"""Which nodes of a view are shown, in which column or ring, and under which heading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from migov.graph.narrowing import weights
from migov.graph.network import LAYOUTS
from migov.graph.traits import Traits
from migov.graph.viewing import View
from migov.graph.whole import Bond
from migov.ontology.concepts import Vocabulary

JOINT: Final = "collaboratesWith"
TOGETHER: Final = "Both, with joint work"
APART: Final = "Both, no joint work recorded"
FULL: Final = 12
"""Nodes under one heading at most, where a view must be cut."""
LEADERS, LAST = 3, 2
"""Nodes of a column with most ties that are always shown, and ties that what must be shown keeps."""
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
    placed = {left: Place(1), right: Place(3)} if ties else {}
    for name in nodes:
        if name in placed:
            continue
        sides = [side for side in (left, right) if (side, name) in has]
        if len(sides) == len(ends):
            placed[name] = Place(2, TOGETHER if on(name) else APART)
        else:
            placed[name] = Place(0 if sides == [left] else 4, f"Only {names.get(sides[0], sides[0])}")
    return placed


def chosen(
    ties: Sequence[Bond], placed: Mapping[str, Place], most: int, must: Collection[str], view: View, *, full: int = FULL
) -> set[str]:
    """The nodes to show, at most `most`: those with most ties; of columns and rings each its share, those whose ties rest on
    most records, and where they must be cut no more under a heading than make it `full` (0: as many as there are).

    Where nodes are left out, so are those that then hang together with few others, far from the rest.
    """
    if view.layout != LAYOUTS[0]:
        rings = view.layout == "rings"
        heap = {name: (place, name.partition("/")[0] if rings else "") for name, place in placed.items()}
        return _peeled(ties, heap, most, {*must, *_leading(ties, heap)}, full)
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


def strongest(ties: Iterable[Bond], placed: Mapping[str, Place], each: int, layout: str) -> list[Bond]:
    """So many ties of each source, in rings of each outer thing, else of each: those that rest on most records; and the best
    of what would have none."""
    ranked = sorted(ties, key=lambda tie: (-len(tie.records), tie))
    by: dict[str, list[Bond]] = defaultdict(list)
    for tie in ranked:
        outer = max(tie.target, tie.source, key=lambda name: placed[name].layer)
        for name in {"layers": (tie.source,), "rings": (outer,)}.get(layout, (tie.source, tie.target)):
            by[name].append(tie)
    best = {tie for own in by.values() for tie in own[:each]}
    held = {end for tie in best for end in (tie.source, tie.target)}
    for tie in ranked:
        if not {tie.source, tie.target} <= held:
            best.add(tie)
            held |= {tie.source, tie.target}
    return sorted(best)


def outward(ties: Iterable[Bond], placed: Mapping[str, Place]) -> tuple[Bond, ...]:
    """The ties that lead from one ring to the next."""
    return tuple(tie for tie in ties if placed[tie.source].layer != placed[tie.target].layer)


def _leading(ties: Sequence[Bond], heap: Mapping[str, tuple[Place, str]]) -> set[str]:
    """The few of each heap with most ties, which a title may name."""
    weight = weights(ties)
    by: dict[tuple[Place, str], list[str]] = defaultdict(list)
    for name in sorted(weight, key=lambda name: (-weight[name][0], -weight[name][1], name)):
        by[heap[name]].append(name)
    return {name for names in by.values() for name in names[:LEADERS]}


def _peeled(
    ties: Sequence[Bond], heap: Mapping[str, tuple[Place, str]], most: int, must: Set[str], full: int
) -> set[str]:
    """Takes the node of the fullest heap whose ties rest on fewest records away, again and again, and what is then without any
    tie. A heap is what stands under one heading or in one column, or what is of one kind in a ring. What must stay keeps
    its last ties too, as long as there is anything else to take."""
    of: dict[str, set[Bond]] = defaultdict(set)
    for tie in ties:
        of[tie.source].add(tie)
        of[tie.target].add(tie)
    weight = weights(ties)
    alphabet = {name: place for place, name in enumerate(sorted(weight))}
    sizes = Counter(heap[name] for name in weight)
    full = full if len(weight) > most else 0

    def heaped() -> bool:
        return full > 0 and any(place.group and size > full for (place, _), size in sizes.items())

    while len(weight) > most or heaped():
        held_up = {
            end
            for name in must & weight.keys()
            if weight[name][0] <= LAST
            for tie in of[name]
            for end in (tie.source, tie.target)
        }
        spare = [name for name in weight if name not in must and name not in held_up] or list(weight)
        out = min(spare, key=lambda name: (-sizes[heap[name]], weight[name][::-1], -alphabet[name]))
        for tie in of.pop(out):
            for name in {tie.source, tie.target} - {out}:
                of[name].discard(tie)
                count, held = weight[name]
                weight[name] = count - 1, held - len(tie.records)
        for name in [name for name, (count, _) in weight.items() if name == out or not count]:
            del weight[name]
            sizes[heap[name]] -= 1
    return set(weight)
