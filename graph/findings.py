"""The finding that each kind of view states: counts of what is recorded, names only of what is drawn."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from migov.graph.arranging import APART, Place
from migov.graph.narrowing import LONG, Narrowing, lowered
from migov.graph.traits import Traits
from migov.graph.whole import Bond

FEW: Final = 50
"""Links below which a share is told as a number and not in per cent."""
KINDS: Final = 4
"""Kinds that are counted one by one."""
PLURALS: Final = {
    "agency": ("body", "bodies"),
    "country": ("country", "countries"),
    "case-study": ("case study", "case studies"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said first, what may be added to it where there is room, and what of the narrowing it says itself (`themes`,
    `focus`)."""

    first: str
    second: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """All ties of a view before it is cut, what their records say, the labels of what they tie, where it stands, the ids that
    were asked for, how it was narrowed, and the ids that are drawn."""

    ties: Sequence[Bond]
    said: Traits
    names: Mapping[str, str]
    placed: Mapping[str, Place]
    ends: Sequence[str] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    drawn: frozenset[str] = frozenset()

    def name(self, id_: str) -> str:
        """The label of a thing as within a sentence: themes in small letters, principles with their number."""
        kind, _, key = id_.partition("/")
        said = self.names.get(id_, key)
        if kind == "principle" and key.isdigit():
            return f"principle {key}, {lowered(said)}"
        return lowered(said) if kind == "theme" else said

    def short(self, id_: str) -> str:
        """The first words of the label."""
        return textwrap.shorten(self.name(id_), LONG, placeholder=" …")

    @property
    def least(self) -> str:
        """What is said after a number of things when ties with few records are left out."""
        least = self.narrowing.least
        return f" with {least} records or more" if least > 1 else ""

    def first(self, ranked: Iterable[str], number: int) -> list[str]:
        """The first few of these that are drawn."""
        return [name for name in ranked if name in self.drawn][:number]


def holders(found: Found, leaders: int) -> Finding:
    """The few in whose links most is."""
    return Finding(_leading(found, leaders, "recorded link"))


def partners(found: Found, leaders: int) -> Finding:
    """The bodies in most links with others, and what these are on."""
    on = Counter(slug for tie in found.ties for slug in _themes(found, tie))
    top = min(on, key=lambda slug: (-on[slug], slug)) if on and not found.narrowing.themes else ""
    return Finding(
        _leading(found, leaders, "link", " between bodies"),
        f", most often on {found.name(f'theme/{top}')}" if top else "",
    )


def crowded(found: Found, leaders: int) -> Finding:
    """The themes that most bodies work on."""
    held = Counter(tie.target for tie in found.ties)
    bodies = sorted({tie.source for tie in found.ties})
    ranked = sorted(held, key=lambda name: (-held[name], name))
    if len(bodies) == 1:
        told = ("focus",) if bodies[0] in found.narrowing.focus else ()
        return Finding(f"{found.short(bodies[0])} works on {counted(held)}{found.least}", told=told)
    if len(found.narrowing.themes) == 1 or len(held) == 1:
        wide = next((f"theme/{slug}" for slug in found.narrowing.themes), ranked[0])
        told = ("themes", *(("focus",) if wide in found.narrowing.focus else ()))
        below = found.first([name for name in ranked if name != wide], 1)
        second = f", {held[below[0]]:,} of them on {found.name(below[0])}" if below else ""
        return Finding(f"{counted(bodies)} work on {found.name(wide)}{found.least}", second, told)
    top = found.first(ranked, leaders)
    verb = "draw" if len(top) > 1 else "draws"
    numbers = listed(f"{held[name]:,}" for name in top)
    return Finding(f"{listed(map(found.name, top))} {verb} most bodies: {numbers} of {len(bodies):,}{found.least}")


def overlap(found: Found, leaders: int) -> Finding:
    """What two bodies share, and on how much of it no joint work is recorded."""
    both = [name for name, place in found.placed.items() if place.layer == 2]
    apart = sum(found.placed[name].group == APART for name in both)
    left, right = found.ends[0], found.ends[1]
    pair = f"{found.short(left)} and {found.short(right)}"
    if not both:
        alone = [
            f"{found.short(end)} {counted(own) if (own := _alone(found, layer)) else 'none'}"
            for end, layer in ((left, 0), (right, 4))
        ]
        return Finding(f"{pair} share no recorded theme or country{found.least}", f": {listed(alone)}")
    joint = {0: "all", len(both): "none"}.get(apart, "")
    joint = {(1, "all"): "with", (1, "none"): "without", (2, "all"): "both with", (2, "none"): "both without"}.get(
        (len(both), joint), {"all": "all with", "none": "all without"}.get(joint, f"{apart} of them without")
    )
    return Finding(f"{pair} share {counted(both)}{found.least}, {joint} recorded joint work")


def donors(found: Found, leaders: int) -> Finding:
    """Who pays for how many of the projects that have a donor."""
    paid: dict[str, set[str]] = defaultdict(set)
    for tie in found.ties:
        if tie.kind == "funds":
            paid[tie.source].add(tie.target)
    top = found.first(sorted(paid, key=lambda name: (-len(paid[name]), name)), leaders)
    if not top:
        return Finding(f"{counted(found.placed)}{found.least}, and no donor is recorded")
    some = set().union(*(paid[name] for name in top))
    all_ = set().union(*paid.values())
    who = f"{listed(map(found.short, top))} {'pay' if len(top) > 1 else 'pays'} for"
    told = ("focus",) if {*found.narrowing.focus} <= {*top} else ()
    if some == all_:
        return Finding(f"{who} {counted(some)}{found.least}", told=told)
    return Finding(f"{who} {len(some):,} of the {counted(all_)} with a recorded donor{found.least}", told=told)


def principles(found: Found, leaders: int) -> Finding:
    """The principle with most behind it, and the one with least; or what stands behind several."""
    behind: dict[str, set[str]] = defaultdict(set)
    for tie in found.ties:
        if tie.source.partition("/")[2].isdigit():  # not the Framework's headings, which are principles' too
            behind[tie.source].add(tie.target)
    ranked = sorted(behind, key=lambda name: (-len(behind[name]), name))
    all_ = set[str]().union(*behind.values())
    top = found.first(ranked, 1)
    if not top:
        return Finding(f"{counted(found.placed)}{found.least}, and no numbered principle")
    if len(ranked) == 1:
        others = {name for name in found.placed if not name.startswith("principle/")}
        stand = "stands" if len(others) == 1 else "stand"
        told = ("focus",) if {*found.narrowing.focus} <= {top[0]} else ()
        return Finding(f"{counted(others)} {stand} behind {found.name(top[0])}{found.least}", told=told)
    if len(all_) == 1:
        told = ("focus",) if {*found.narrowing.focus} <= all_ else ()
        return Finding(f"{found.short(min(all_))} stands behind {counted(ranked)}{found.least}", told=told)
    most, least = top[0], ranked[-1]
    said = f"{found.name(most)}, has most behind it ({counted(behind[most])})"
    if least not in found.drawn or len(behind[least]) == len(behind[most]):
        return Finding(said)
    return Finding(said, f"; principle {least.partition('/')[2]} least ({counted(behind[least])})")


def neighbours(found: Found, leaders: int) -> Finding:
    """What the thing in the middle is linked to, and what it shares most records with."""
    centre = (*found.ends, *found.narrowing.focus)[0]
    held: Counter[str] = Counter()
    for tie in found.ties:
        if centre in (tie.source, tie.target):
            held[tie.source if tie.target == centre else tie.target] += len(tie.records)
    further = len(found.placed) - len(held) - 1 if found.ends else 0
    first = f"{found.short(centre)} is linked to {counted(held)}{found.least}"
    told = ("focus",)
    top = found.first(sorted(held, key=lambda name: (-held[name], name)), 2)
    if further:
        return Finding(first, f", and these to {further:,} more", told)
    if len(top) < 2 or held[top[0]] <= held[top[1]]:
        return Finding(first, told=told)
    return Finding(first, f", most firmly to {found.short(top[0])} ({held[top[0]]:,} records)", told)


def path(found: Found, leaders: int) -> Finding:
    """How many steps it takes, and through what."""
    start, end = found.ends[0], found.ends[1]
    steps = found.placed[end].layer
    if steps == 1:
        return Finding(f"{found.short(start)} and {found.short(end)} are linked directly")
    first = f"{found.short(start)} reaches {found.short(end)} in {steps} steps"
    between = sorted(found.short(name) for name, place in found.placed.items() if place.layer == 1)
    return Finding(first, f", through {listed(between, 'or')}" if steps == 2 else "")


def counted(names: Collection[str]) -> str:
    """How many there are of each kind, the most first: `36 themes and 25 countries`; of many kinds the rest together."""
    kinds = Counter(name.partition("/")[0] for name in names)
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    said = [f"{kinds[kind]:,} {_word(kind, kinds[kind])}" for kind in ranked]
    if len(said) > KINDS:
        said[KINDS - 1 :] = [f"{sum(kinds[kind] for kind in ranked[KINDS - 1 :]):,} other things"]
    return listed(said)


def listed(names: Iterable[str], last_word: str = "and") -> str:
    """`one, two and three`; nothing for none."""
    *most, last = list(names) or ["nothing"]
    return f"{', '.join(most)} {last_word} {last}" if most else last


def _word(kind: str, number: int) -> str:
    one, many = PLURALS.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else many


def _leading(found: Found, leaders: int, link: str, between: str = "") -> str:
    """The few with most ties, bodies if there are any, and how many of all ties they are in."""
    held: dict[str, set[int]] = {name: set() for name in found.placed}
    for number, tie in enumerate(found.ties):
        held[tie.source].add(number)
        held[tie.target].add(number)
    all_ = len(found.ties)
    if len(held) == 2:
        return f"{listed(map(found.short, sorted(held)))} alone are linked{found.least}"
    bodies = [name for name in held if name.startswith("agency/") and name in found.drawn]
    top = found.first(sorted(bodies or held, key=lambda name: (-len(held[name]), name)), leaders)
    some = len(set().union(*(held[name] for name in top)))
    share = (
        f"{round(100 * some / all_)} % of" if all_ >= FEW and some < all_ else f"{some:,} of" if some < all_ else "all"
    )
    the = "" if some == all_ else "the "
    links = f"{the}{all_:,} {link}{'s' * (all_ != 1)}{between}{found.least}"
    return f"{listed(map(found.short, top))} {'are' if len(top) > 1 else 'is'} in {share} {links}"


def _alone(found: Found, layer: int) -> list[str]:
    return [name for name, place in found.placed.items() if place.layer == layer]


def _themes(found: Found, tie: Bond) -> set[str]:
    return {slug for record in tie.records for slug in found.said.themes.get(record, ())}
