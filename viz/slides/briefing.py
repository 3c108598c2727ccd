"""A briefing on one agency or two: what each does, what they share, who pays, and where the sources disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Final

from migov.graph.labels import labels
from migov.graph.project import project
from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer, AnswerRow, Cell
from migov.queries.ask import VOICE, ask
from migov.queries.comparison.compare import compare
from migov.queries.comparison.overlap import GLANCE, JOINT, TENSIONS, UNJOINED, sections, title
from migov.queries.conflicts import Conflict, conflicts
from migov.queries.questions import catalogue
from migov.viz.slides.content import ROWS, Picture, Slide, shown, table_slides
from migov.viz.slides.notes import place

PROFILE: Final = "agency-profile"
MONEY: Final = (("funding-totals", "unit"), ("who-funds-whom", "agency"))
EXAMPLES: Final = 2
SHORT: Final = 40
ASPECTS: Final = 8
SECTIONS: Final = {
    GLANCE: "",
    JOINT: "{pair}: {n} joint acts are recorded, the firmest first",
    UNJOINED: "{pair} share {n} fields on which no joint work is recorded",
    TENSIONS: "{n} tensions between {pair} are recorded",
}
"""The title of each section; the first has the finding of the whole."""


def briefing(store: Store, agencies: Sequence[str]) -> list[Slide]:
    """Slides on one or two agencies, by their keys (`ilo`, `iom`): profile, overlap, funding, disagreements.

    Raises `QueryError` for another number of agencies, and when one is the other or a part of it.
    """
    if len(agencies) not in (1, 2):
        raise QueryError("a briefing is on one agency or two, as in migov briefing ILO IOM -o deck.pptx")
    named = labels(store, [f"agency/{key}" for key in agencies])
    names = {key: named.get(f"agency/{key}", key) for key in agencies}
    slides = []
    if len(agencies) == 2:
        slides += _overlap(store, *agencies)
    for key in agencies:
        slides += _profile(store, key, names[key])
    for key in agencies:
        slides += _money(store, key, names[key])
    return slides + _conflicts(store, list(names.values()))


def _profile(store: Store, key: str, name: str) -> list[Slide]:
    """What is recorded of an agency, counted by aspect, with examples of each."""
    found = ask(store, catalogue()[PROFILE], {"agency": (key,)})
    at = {column: n for n, column in enumerate(found.columns)}
    aspects: dict[str, list[AnswerRow]] = {}
    for row in found.rows:
        aspects.setdefault(shown(row.cells[at["Aspect"]]), []).append(row)
    rows = []
    for aspect, all_ in sorted(aspects.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        examples = list(dict.fromkeys(shown(row.cells[at["What"]]) for row in all_ if row.cells[at["What"]]))
        short = [shorten(example, SHORT, placeholder="…") for example in examples[:EXAMPLES]]
        said = "; ".join(short) + (f"; and {len(examples) - EXAMPLES} more" if len(examples) > EXAMPLES else "")
        on, where = (_commonest(all_, at[column]) for column in ("Themes", "Countries"))
        sources = tuple(source for row in all_ for source in row.sources)
        rows.append(AnswerRow(((aspect,), (len(all_),), (said,), on, where), sources))
    leading = " and ".join(f"“{aspect.lower()}” ({len(all_)})" for aspect, all_ in _largest(aspects))
    told = (
        f"{name}: {len(found.rows):,} entries are recorded, most under {leading}" if rows else f"{name}: {found.note}"
    )
    columns = ("Aspect", "Entries", "For example", "Most often on", "Most often in")
    return table_slides(
        Answer(f"What does {name} do?", columns, rows, found.note), told, f"What {name} and its units do", ASPECTS
    )


def _largest(aspects: Mapping[str, Sequence[AnswerRow]]) -> list[tuple[str, Sequence[AnswerRow]]]:
    return sorted(aspects.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:2]


def _commonest(rows: Sequence[AnswerRow], column: int) -> Cell:
    counts = Counter(str(value) for row in rows for value in row.cells[column])
    return tuple(sorted(counts, key=lambda value: (-counts[value], value))[:EXAMPLES])


def _overlap(store: Store, left: str, right: str) -> list[Slide]:
    """The picture of what two agencies share, and the sections of their overlap that a meeting needs."""
    found = compare(store, left, right)
    slides: list[Slide] = [Picture(project(store, "overlap", (f"agency/{left}", f"agency/{right}")), alone=True)]
    pair = f"{found.left.label} and {found.right.label}"
    for section in sections(found):
        if section.rows and section.question in SECTIONS:
            said = SECTIONS[section.question].format(pair=pair, n=len(section.rows)) or title(found)
            slides += table_slides(section, said, section.question, ROWS)
    return slides


def _money(store: Store, key: str, name: str) -> list[Slide]:
    """Who pays for an agency's work: by the money given, or by projects where no money is recorded."""
    for question, parameter in MONEY:
        found = ask(store, catalogue()[question], {parameter: (key,)})
        if found.rows:
            payer = shown(found.rows[0].cells[0])
            many = len(found.rows)
            told = (
                f"{payer} heads the {many} payers recorded for {name}" if many > 1 else f"{payer} alone pays for {name}"
            )
            return table_slides(found, told, found.question, ROWS)
    silent = Answer("", (), [], "Who pays for its work is not recorded in the documents.")
    return table_slides(silent, f"{name}: no money is recorded")


def _conflicts(store: Store, names: Sequence[str]) -> list[Slide]:
    """Where the sources disagree on something in which one of these names stands."""
    word = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    all_ = conflicts(store)
    found = [c for c in all_ if any(word.search(said) for said in (c.about, *(side.says for side in c.sides)))]
    rows = [
        AnswerRow(
            ((c.severity,), (c.kind,), (c.about,), (_sides(c),)), tuple(s for side in c.sides for s in side.sources)
        )
        for c in found
    ]
    who = " or ".join(names)
    told = f"The sources disagree on {len(found)} points that name {who}" if found else f"No disagreement names {who}"
    answer = Answer(told, ("Severity", "Kind", "About", "What each side says"), rows, VOICE)
    return table_slides(answer, told, f"Of {len(all_)} disagreements in all", ROWS, where=False)


def _sides(conflict: Conflict) -> str:
    return " ≠ ".join(f"{side.says} ({place(side.sources)})" if side.sources else side.says for side in conflict.sides)
