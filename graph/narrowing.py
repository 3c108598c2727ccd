"""Narrowing a picture: by what the records behind its ties say, by how many they are, and by who is near whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Final

from migov.graph.traits import JUDGED, Traits
from migov.graph.whole import Bond
from migov.ontology.concepts import Vocabulary
from migov.ontology.dates import first_day, last_day

LONG: Final = 40
"""Characters of a name in a sentence; of a longer one the first words stand."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What to keep of a view; what is not given keeps all.

    `focus`: ids, they and what is one tie away, or in a view of columns all that leads to them and away from them.
    `themes` (slugs, narrower ones count too) and `countries` (codes): of the records, and of the themes and countries
    drawn. `since` and `until`: dates at any precision, as in a question. `top`: so many nodes, those with most ties.
    `least`: ties that rest on so many records or more.
    """

    focus: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    top: int = 0
    least: int = 1

    @property
    def options(self) -> tuple[str, ...]:
        """The same as options of the command line, each in one string."""
        given = [
            *(f"--focus {name}" for name in self.focus),
            *(f"--theme {slug}" for slug in self.themes),
            *(f"--country {code}" for code in self.countries),
            f"--from {self.since}" if self.since else "",
            f"--to {self.until}" if self.until else "",
            f"--min {self.least}" if self.least > 1 else "",
            f"--top {self.top}" if self.top else "",
        ]
        return tuple(option for option in given if option)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all things that it names."""
        return (
            *self.focus,
            *(f"theme/{slug}" for slug in self.themes),
            *(f"country/{code}" for code in self.countries),
        )

    def told(self, names: Mapping[str, str]) -> str:
        """The same in words, with labels by id, as in `on Trafficking in persons, from 2004`; empty when nothing narrows."""
        themes = _listed(names.get(f"theme/{slug}", slug) for slug in self.themes)
        places = _listed(names.get(f"country/{code}", code) for code in self.countries)
        parts = (
            f"around {_listed(names.get(name, name) for name in self.focus)}" if self.focus else "",
            f"on {themes}" if themes else "",
            f"in {places}" if places else "",
            f"from {self.since}" if self.since else "",
            f"to {self.until}" if self.until else "",
            "what is undated by the date of its document" if self.since or self.until else "",
            f"ties with {self.least} records or more" if self.least > 1 else "",
        )
        return ", ".join(part for part in parts if part)

    def scope(self, names: Mapping[str, str], without: Collection[str] = ()) -> str:
        """The same as the beginning of a sentence, as in `on trafficking in persons in Moldova from 2004`, but for what is told
        elsewhere (`themes`, `focus`); how many records a tie must have is no part of it."""
        themes = [lowered(names.get(f"theme/{slug}", slug)) for slug in self.themes]
        places = [names.get(f"country/{code}", code) for code in self.countries]
        focus = [
            lowered(said) if "theme/" in name else said for name in self.focus for said in (names.get(name, name),)
        ]
        parts = (
            f"on {_few(themes, 'themes')}" if themes and "themes" not in without else "",
            f"in {_few(places, 'countries')}" if places else "",
            f"from {self.since}" if self.since else "",
            f"to {self.until}" if self.until else "",
            f"around {_few(focus, 'things')}" if focus and "focus" not in without else "",
        )
        return " ".join(part for part in parts if part)


def lowered(label: str) -> str:
    """A label within a sentence: its first letter is small, unless there are other capitals in it."""
    return label[:1].lower() + label[1:] if label[1:].islower() else label


def narrow(
    ties: Iterable[Bond],
    said: Traits,
    narrowing: Narrowing,
    known: Vocabulary,
    ends: Sequence[str] = (),
    *,
    flow: bool = False,
    fields: bool = False,
) -> tuple[Bond, ...]:
    """The ties that are left, each with the records that are left of it; `ends` are what the view was asked for.

    Themes and countries drawn are narrowed themselves; other ties by their records. What has no date falls out of a slice
    of time. The editors' links hold at any time, and in a country where something that is recorded there hangs on them. With
    `fields` a thing stays with all its ties where one of them has records enough, since who shares it must be seen.
    """
    below = frozenset[str]().union(*(known.narrower("theme", slug) for slug in narrowing.themes))
    wanted = {"theme": below, "country": frozenset(narrowing.countries)}
    left = []
    for tie in ties:
        if records := frozenset(_records(tie, said, narrowing, wanted, ends)):
            left.append(replace(tie, records=records))
    left = _hanging(left, ends) if narrowing.countries else left
    left = _firm(left, narrowing.least, ends if fields else ())
    if not narrowing.focus:
        return tuple(left)
    if flow:
        before, after = (_along(left, narrowing.focus, back=back) for back in (True, False))
        return tuple(tie for tie in left if {tie.source, tie.target} <= before or {tie.source, tie.target} <= after)
    near = set(narrowing.focus)
    near |= {end for tie in left if near & {tie.source, tie.target} for end in (tie.source, tie.target)}
    return tuple(tie for tie in left if tie.source in near and tie.target in near)


def _hanging(ties: Sequence[Bond], ends: Sequence[str]) -> list[Bond]:
    """What is recorded, and of the editors' links those that lead to it."""
    recorded = {end for tie in ties if not _judged(tie) for end in (tie.source, tie.target)} - set(ends)
    return [tie for tie in ties if not _judged(tie) or tie.target in recorded]


def _judged(tie: Bond) -> bool:
    return all(record.startswith(JUDGED) for record in tie.records)


def _firm(ties: Sequence[Bond], least: int, ends: Sequence[str]) -> list[Bond]:
    """The ties with so many records; with `ends` all ties of a thing of which one has so many, and those between the ends."""
    strength: Counter[str] = Counter()
    for tie in ties if ends else ():
        strength[tie.target] = least if tie.target in ends else max(strength[tie.target], len(tie.records))
    return [tie for tie in ties if strength.get(tie.target, len(tie.records)) >= least]


def _along(ties: Sequence[Bond], start: Iterable[str], *, back: bool) -> set[str]:
    """What ties lead to from here, or from where they lead here."""
    steps: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        one, other = (tie.target, tie.source) if back else (tie.source, tie.target)
        steps[one].add(other)
    found, ring = set(start), set(start)
    while ring:
        ring = {other for name in ring for other in steps[name]} - found
        found |= ring
    return found


def _records(
    tie: Bond, said: Traits, narrowing: Narrowing, fields: Mapping[str, frozenset[str]], ends: Sequence[str]
) -> Iterator[str]:
    drawn = [name.partition("/")[::2] for name in (tie.source, tie.target) if name not in ends]
    if any(fields.get(kind) and key not in fields[kind] for kind, key in drawn):
        return
    asked = {kind: wanted for kind, wanted in fields.items() if wanted and kind not in dict(drawn)}
    has: Mapping[str, Mapping[str, frozenset[str]]] = {"theme": said.themes, "country": said.countries}
    for record in tie.records:
        judged = record.startswith(JUDGED)
        then = judged or _then(said.spans.get(record), narrowing)
        if then and all(
            has[kind].get(record, frozenset()) & wanted or (judged and kind == "country")
            for kind, wanted in asked.items()
        ):
            yield record


def _then(span: tuple[str, str] | None, narrowing: Narrowing) -> bool:
    if not narrowing.since and not narrowing.until:
        return True
    if span is None:
        return False
    late = not narrowing.since or span[1] >= first_day(narrowing.since)
    return late and (not narrowing.until or span[0] <= last_day(narrowing.until))


def weights(ties: Iterable[Bond]) -> dict[str, tuple[int, int]]:
    """How many ties each node has, and how many records they rest on."""
    count: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for tie in ties:
        for name in {tie.source, tie.target}:
            count[name] += 1
            held[name] += len(tie.records)
    return {name: (count[name], held[name]) for name in count}


def _few(names: Sequence[str], many: str) -> str:
    """The names, shortened, or of more than two their number."""
    return (
        _listed(shorten(name, LONG, placeholder=" …") for name in names) if len(names) < 3 else f"{len(names)} {many}"
    )


def _listed(names: Iterable[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} or {last}" if most else last
