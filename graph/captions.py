"""What a picture says about itself: a finding as its title, then what is shown, how it was narrowed, and of how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from migov.graph.arranging import Place
from migov.graph.traits import Traits
from migov.graph.whole import Bond

SOURCE_LINE: Final = (
    "Source: migov, from documents of the ILO; what they do not say is not recorded, and silence is not absence."
)
NOTHING: Final = "Nothing of this is recorded in the documents"
LEADERS: Final = 3
PLURALS: Final = {
    "agency": ("body", "bodies"),
    "country": ("country", "countries"),
    "case-study": ("case study", "case studies"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """All ties of a view before it is cut, what their records say, the labels of what they tie, where it stands, and the
    ids that were asked for."""

    ties: Sequence[Bond]
    said: Traits
    names: Mapping[str, str]
    placed: Mapping[str, Place]
    ends: Sequence[str] = ()

    def name(self, id_: str) -> str:
        return self.names.get(id_, id_.partition("/")[2])


def title(found: Found, finding: str) -> str:
    """The finding, or that there is none."""
    if found.ties:
        return FINDINGS[finding](found)
    if finding == "path":
        return f"No path between {listed(map(found.name, found.ends))} is recorded in the documents"
    return f"{listed(map(found.name, found.ends))}: {NOTHING[0].lower()}{NOTHING[1:]}" if found.ends else NOTHING


def subtitle(
    summary: str, told: str, found: Found, shown: int, narrower: Collection[str], strongest: int = 0, top: bool = False
) -> str:
    """What is shown, how it was narrowed, when it happened, and of how many nodes; the `top` of them when this was asked for."""
    days = {day[:4] for tie in found.ties for record in tie.records for day in found.said.printed.get(record, ())}
    span = f"{min(days)} to {max(days)}" if len(days) > 1 else "".join(days)
    count = len(found.placed)
    best = f", each with the {strongest} that rest on most records" if strongest else ""
    parts = [
        f"{summary}: {told}" if told else summary,
        f"Printed dates: {span}" if span else "",
        f"{'Shown:' if top else 'Too large to read whole: shown are'} the {shown} of {count} with most ties{best}"
        if shown < count
        else "",
        f"Narrower: {' or '.join(narrower)}" if shown < count and narrower else "",
    ]
    return ". ".join(part for part in parts if part)


def _holders(found: Found) -> str:
    leaders, share = _leading(found, [*found.placed])
    return f"{leaders} {_verb(found, 'hold', 'holds')} {share} % of the {len(found.ties):,} recorded ties"


def _partners(found: Found) -> str:
    leaders, share = _leading(found, [*found.placed])
    on = Counter(slug for tie in found.ties for slug in _themes(found, tie))
    top = min(on, key=lambda slug: (-on[slug], slug)) if on else ""
    theme = f", most often on {found.name(f'theme/{top}')}" if top else ""
    number = len(found.ties)
    return f"{leaders} {_verb(found, 'are', 'is')} in {share} % of the {number:,} ties between bodies{theme}"


def _crowded(found: Found) -> str:
    held = Counter(tie.target for tie in found.ties)
    bodies = len({tie.source for tie in found.ties})
    if bodies == 1:
        return f"{found.name(found.ties[0].source)} works on {counted(set(held))}"
    top = sorted(held, key=lambda name: (-held[name], name))[:LEADERS]
    numbers = listed(str(held[name]) for name in top)
    return f"{listed(map(found.name, top))}: {numbers} of {bodies:,} bodies work on {'them' if len(top) > 1 else 'it'}"


def _overlap(found: Found) -> str:
    both = [name for name, place in found.placed.items() if place.layer == 2]
    apart = [name for name in both if "no joint" in found.placed[name].group]
    left, right = map(found.name, found.ends)
    if not both:
        return f"{left} and {right} share no recorded theme or country"
    said = f"{len(apart)} of them without recorded joint work" if apart else "joint work is recorded on all of them"
    return f"{left} and {right} share {counted(both)}; {said}"


def _donors(found: Found) -> str:
    paid: dict[str, set[str]] = defaultdict(set)
    for tie in found.ties:
        if tie.kind == "funds":
            paid[tie.source].add(tie.target)
    if not paid:
        return "No donor is recorded"
    top = sorted(paid, key=lambda name: (-len(paid[name]), name))[:LEADERS]
    some = len(set().union(*(paid[name] for name in top)))
    all_ = len(set().union(*paid.values()))
    verb = "pay" if len(top) > 1 else "pays"
    if some == all_:
        return f"{listed(map(found.name, top))} {verb} for {counted(set().union(*paid.values()))}"
    return f"{listed(map(found.name, top))} {verb} for {some} of the {all_} projects with a recorded donor"


def _principles(found: Found) -> str:
    behind: dict[str, set[str]] = defaultdict(set)
    for tie in found.ties:
        if tie.source.partition("/")[2].isdigit():  # not the Framework's headings, which are principles' too
            behind[tie.source].add(tie.target)
    if not behind:
        return NOTHING
    ranked = sorted(behind, key=lambda name: (-len(behind[name]), name))
    if len(ranked) == 1:
        others = set(found.placed) - set(ranked)
        return f"{_principle(found, ranked[0])}: {counted(others)} stand behind it"
    most, least = ranked[0], ranked[-1]
    said = f"{_principle(found, most)}, has most behind it ({counted(behind[most])})"
    return f"{said}; principle {least.partition('/')[2]} has least ({counted(behind[least])})"


def _principle(found: Found, name: str) -> str:
    return f"Principle {name.partition('/')[2]}, {found.name(name)}"


def _neighbours(found: Found) -> str:
    centre = found.ends[0]
    near = {end for tie in found.ties if centre in (tie.source, tie.target) for end in (tie.source, tie.target)}
    further = len(found.placed) - len(near)
    return f"{found.name(centre)} is tied to {counted(near - {centre})}" + (
        f", these to {further:,} more" if further else ""
    )


def _path(found: Found) -> str:
    start, end = found.ends[0], found.ends[1]
    hops = found.placed[end].layer
    between = sorted(found.name(name) for name, place in found.placed.items() if place.layer == 1)
    through = f", through {listed(between, 'or')}" if hops == 2 else ""
    return f"{found.name(start)} reaches {found.name(end)} in {hops} {'hop' if hops == 1 else 'hops'}{through}"


FINDINGS: Final[Mapping[str, Callable[[Found], str]]] = {
    "holders": _holders,
    "partners": _partners,
    "themes": _crowded,
    "overlap": _overlap,
    "donors": _donors,
    "principles": _principles,
    "neighbours": _neighbours,
    "path": _path,
}


def counted(names: Collection[str]) -> str:
    """How many there are of each kind, the most first: `36 themes and 25 countries`."""
    kinds = Counter(name.partition("/")[0] for name in names)
    return listed(f"{kinds[kind]:,} {_word(kind, kinds[kind])}" for kind in sorted(kinds, key=lambda k: (-kinds[k], k)))


def listed(names: Iterable[str], last_word: str = "and") -> str:
    """`one, two and three`; nothing for none."""
    *most, last = list(names) or ["nothing"]
    return f"{', '.join(most)} {last_word} {last}" if most else last


def _word(kind: str, number: int) -> str:
    one, many = PLURALS.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else many


def _leading(found: Found, names: Iterable[str]) -> tuple[str, int]:
    """The few with most ties, and the share of all ties they are in, in per cent."""
    held: dict[str, set[int]] = {name: set() for name in names}
    for number, tie in enumerate(found.ties):
        held[tie.source].add(number)
        held[tie.target].add(number)
    top = sorted(held, key=lambda name: (-len(held[name]), name))[:LEADERS]
    return listed(map(found.name, top)), round(100 * len(set().union(*(held[name] for name in top))) / len(found.ties))


def _verb(found: Found, many: str, one: str) -> str:
    return many if len(found.placed) > 1 else one


def _themes(found: Found, tie: Bond) -> set[str]:
    return {slug for record in tie.records for slug in found.said.themes.get(record, ())}
