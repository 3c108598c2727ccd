"""A brief on two bodies for a meeting: findings in sentences, each part with the places that say it. Pages are made elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from migov.graph.evidence import Source, text
from migov.graph.labels import labels, terms, titles
from migov.graph.store import Store
from migov.queries.comparison.compare import Item, Overlap, compare
from migov.queries.comparison.holdings import DIMENSIONS, FIELDS, Values, ids, plural
from migov.queries.comparison.joint import STATUSES, JointAct
from migov.queries.comparison.overlap import counted, places, worded

LISTED: Final = 3
"""Things of one kind that a sentence names; it counts the others."""
PROJECTS: Final = 5
BOTH: Final = 2
"""Places of what both have: one of each."""
TITLE: Final = 78
"""Characters of a title that a sentence prints."""
PLACED: Final = {"theme": "on", "country": "in"}
MONEY: Final = """
SELECT DISTINCT ?project ?donor ?budget ?currency WHERE {
  VALUES ?project { %s }
  OPTIONAL { ?project :donor ?donor }
  OPTIONAL { ?project :budget ?budget ; :currency ?currency }
}"""
VOICE: Final = (
    "All documents are the ILO's own: of others stands here what the ILO's documents say, and silence is not absence."
)
READING: Final = (
    "Jaccard: shared of all that either has. Overlap coefficient: shared of what the one with less has.",
    "Joint work is done, ongoing or of no stated status. A field is a theme or a country; work on a narrower theme counts. "
    "A body does what its units do. Inferred: the editors' theme, not named in the places. "
    "Notes give the first places; migov overlap gives all.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence, and the places that say it (none: our own words), of which a note gives the first `shown`."""

    text: str
    sources: tuple[Source, ...] = ()
    shown: int = 1


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: a lead word or two, and its parts."""

    lead: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: a title that is the finding, a table of counts, sections, how to read it, and the titles of the documents."""

    title: str
    voice: str
    columns: tuple[str, ...]
    counts: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]
    reading: tuple[str, ...]
    documents: dict[str, str]


def brief(store: Store, left: str, right: str, values: Values | None = None) -> Brief:
    """The brief on two bodies by their keys (`ilo`, `iom`). Raises `QueryError` as `compare` does."""
    found = compare(store, left, right, values)
    sections = (
        Section("What they share", tuple(_shares(found))),
        Section("Joint work, by how it stands", tuple(_joint(found))),
        Section("Shared fields without recorded joint work", (_unjoined(found),)),
        Section("Joint work on what only one otherwise does", tuple(_outside(found))),
        Section("Tensions the documents name", (_tensions(found),)),
        Section("Projects and money", tuple(_money(store, found))),
        Section("What each has alone", tuple(_alone(found))),
        Section("What the documents do not say", (Statement("", (Part(_silence(found)),)),)),
    )
    cited = {s.document for section in sections for said in section.statements for p in said.parts for s in p.sources}
    documents = titles(store, cited)
    columns = ("", "Shared", f"Only {found.left.label}", f"Only {found.right.label}", "Jaccard", "Overlap coefficient")
    return Brief(_title(found), VOICE, columns, tuple(_counts(found)), sections, READING, documents)


def _counts(found: Overlap) -> Iterable[tuple[str, ...]]:
    for kind, counts in found.counts.items():
        if counts.jaccard.whole:
            numbers = (counts.shared, counts.left_only, counts.right_only, counts.jaccard, counts.overlap)
            years = f" ({', '.join(str(span) for span in found.spans)})" if kind == "year" else ""
            yield (f"{plural(kind).capitalize()}{years}", *map(str, numbers))


def _title(found: Overlap) -> str:
    """The finding: on how much of what they share they work together, and whether tensions are named."""
    fields = found.of("theme", shared=True)
    joined = sum(item.joined for item in fields)
    names = f"{found.left.label} and {found.right.label}"
    tense = len(found.tensions)
    named = f"{tense or 'no'} tension{'s' * (tense != 1)} {'is' if tense == 1 else 'are'} named"
    if not fields:
        return f"{names}: no shared theme is recorded; {named}"
    if not joined:
        on = "it" if len(fields) == 1 else "any"
        return f"{names} share {_number(len(fields), 'theme')}, and no joint work on {on} is recorded; {named}"
    return f"{names} work together on {joined} of the {_number(len(fields), 'theme')} they share; {named}"


def _shares(found: Overlap) -> Iterable[Statement]:
    for kind in ("theme", "country", "group", "donor"):
        parts = [Part(str(item.thing), places(item), BOTH) for item in found.of(kind, shared=True)]
        if parts:
            lead = f"{plural(kind, len(parts)).capitalize()} ({len(parts)}):"
            yield Statement(lead, (*_listed(parts), Part(".")))
    if not any(counts.shared for counts in found.counts.values()):
        yield Statement("", (Part("Nothing is recorded of both."),))


def _joint(found: Overlap) -> Iterable[Statement]:
    if found.joint:
        said = counted(found)
        yield Statement("", (Part(f"{said[0].upper()}{said[1:]}."),))
    for status in STATUSES:
        acts = [act for act in found.joint if act.status == status]
        acts.sort(key=lambda act: (-len(act.sources), -len(act.fields), act.what))
        named = {act.what: act for act in reversed(acts)}
        parts = [Part(_act(act), act.sources) for what, act in reversed(named.items())]
        if parts:
            yield Statement(f"{worded(status).capitalize()} ({len(acts)}):", (*_listed(parts, len(acts)), Part(".")))
    if not found.joint:
        yield Statement("", (Part("Not recorded in the documents."),))


def _act(act: JointAct) -> str:
    where = ", ".join(thing.label for thing in act.countries[:3])
    return f"{_short(act.what)} ({where}{' and others' * (len(act.countries) > 3)})" if where else _short(act.what)


def _unjoined(found: Overlap) -> Statement:
    items = sorted(found.unjoined, key=lambda item: -item.weight)
    parts = [Part(f"{item.thing}{_meant(item)}", places(item), BOTH) for item in items]
    return Statement("", (*_listed(parts, shown=2 * LISTED), Part(".")) if parts else (Part("None is recorded."),))


def _meant(item: Item) -> str:
    return f" (only {' and '.join(item.standing)})" if item.standing else ""


def _outside(found: Overlap) -> Iterable[Statement]:
    for kind in FIELDS:
        outs = sorted((o for o in found.outside if o.kind == kind), key=lambda o: (-len(o.acts), o.thing.label))
        parts = [
            Part(out.thing.label, tuple(dict.fromkeys(source for act in out.acts for source in act.sources)))
            for out in outs
        ]
        if parts:
            shared = found.of(kind, shared=True)
            apart = sum(item.apart for item in shared)
            whole = f"the {len(shared)} shared {plural(kind, len(shared))}"
            said = f". Without their joint acts, both are recorded {PLACED[kind]} {apart} of {whole}."
            yield Statement(f"{plural(kind, len(outs)).capitalize()} ({len(outs)}):", (*_listed(parts), Part(said)))
    if not found.outside:
        yield Statement("", (Part("None is recorded."),))


def _tensions(found: Overlap) -> Statement:
    parts = [Part(_short(act.what), act.sources) for act in found.tensions]
    return Statement("", (*_listed(parts, shown=2 * LISTED), Part(".")) if parts else (Part("None is recorded."),))


def _money(store: Store, found: Overlap) -> Iterable[Statement]:
    items = found.of("project", shared=True)
    money = _budgets(store, [item.thing.id for item in items])
    for item in sorted(items, key=lambda item: (-len(places(item)), item.thing.label))[:PROJECTS]:
        yield Statement("", (Part(f"{_short(item.thing.label)}: {money[item.thing.id]}", places(item)), Part(".")))
    if len(items) > PROJECTS:
        yield Statement("", (Part(f"And {len(items) - PROJECTS} more; migov overlap lists them."),))
    if not items:
        yield Statement("", (Part("No shared project is recorded."),))


def _budgets(store: Store, projects: Sequence[str]) -> dict[str, str]:
    """Who pays for each project, and how much, in words."""
    donors: dict[str, set[str]] = defaultdict(set)
    sums: dict[str, set[str]] = defaultdict(set)
    for project, donor, budget, currency in store.select(MONEY % terms(projects)).rows if projects else ():
        (name,) = ids(project)
        donors[name] |= ids(donor)
        if budget is not None:
            sums[name].add(f"{text(currency)} {float(text(budget)):,.0f}")
    names = labels(store, {donor for all_ in donors.values() for donor in all_})
    return {
        name: f"{_paid(sorted(names.get(donor, donor) for donor in donors[name]))}; "
        f"{' or '.join(sorted(sums[name])) or 'budget not recorded'}"
        for name in projects
    }


def _paid(donors: Sequence[str]) -> str:
    return f"paid for by {' and '.join(donors)}" if donors else "donor not recorded"


def _alone(found: Overlap) -> Iterable[Statement]:
    for body, side in ((found.left, "left"), (found.right, "right")):
        items = [i for i in found.of("theme", shared=False) if getattr(i, side)]
        if items:
            parts = [Part(str(item.thing), places(item)) for item in items]
            yield Statement(f"{body.label} ({_number(len(items), 'theme')}):", (*_listed(parts), Part(".")))
    if not found.of("theme", shared=False):
        yield Statement("", (Part("No theme of one alone is recorded."),))


def _silence(found: Overlap) -> str:
    """What is not recorded, counted."""
    said = []
    for body, share in ((found.left, "share_of_left"), (found.right, "share_of_right")):
        none = [
            f"{'other ' * (kind == 'partner')}{plural(kind)}"
            for kind in DIMENSIONS
            if not getattr(found.counts[kind], share).whole
        ]
        if none:
            said.append(f"No {' and no '.join(none)} of {body.label} are recorded.")
    acts = found.firm
    for lacking, what in (
        ([act for act in acts if act.status == "not stated"], "how they stand"),
        ([act for act in acts if not act.countries], "a country"),
        ([act for act in acts if not act.themes], "a theme"),
    ):
        if lacking:
            said.append(f"{len(lacking)} of the {len(acts)} joint acts do not say {what}.")
    missing = [
        status for status in STATUSES if status != "not stated" and status not in {act.status for act in found.joint}
    ]
    if found.joint and missing:
        said.append(f"None is said to be {' or '.join(missing)}.")
    return " ".join(said) or "Every kind of thing is recorded of both."


def _listed(parts: Sequence[Part], of: int = 0, shown: int = LISTED) -> Iterable[Part]:
    """The first parts with semicolons between them, and how many more there are."""
    more = (of or len(parts)) - len(parts[:shown])
    for number, part in enumerate(parts[:shown]):
        yield replace(part, text=f"{'; ' if number else ''}{part.text}")
    if more:
        yield Part(f"; and {more} more")


def _number(number: int, kind: str) -> str:
    return f"{number} {plural(kind, number)}"


def _short(title: str) -> str:
    """A title cut at a word."""
    return title if len(title) <= TITLE else f"{title[:TITLE].rpartition(' ')[0]} …"
