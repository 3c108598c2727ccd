"""What one agency does, counted by aspect, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Final

from migov.graph.store import Store
from migov.queries.answer import Answer, AnswerRow, Cell
from migov.queries.ask import ask
from migov.queries.questions import catalogue
from migov.viz.slides.content import ROWS, Slide, shown, table_slides
from migov.viz.slides.scope import Scope

PROFILE: Final = "agency-profile"
JOINT: Final = "joint-work"
COLUMNS: Final = ("Aspect", "Entries", "For example", "Most often on", "Most often in")
ACT: Final = ("Status", "Kind", "What", "Agencies", "On", "Where")
"""Columns of joint work that a meeting needs."""
EXAMPLES: Final = 2
SHORT: Final = 40
ASPECTS: Final = 8
LEADING: Final = 3


def profile(store: Store, key: str, name: str, scope: Scope) -> list[Slide]:
    """What is recorded of an agency, counted by aspect, with examples of each."""
    question = catalogue()[PROFILE]
    found = ask(store, question, scope.of(question, agency=key))
    at = {column: n for n, column in enumerate(found.columns)}
    aspects: dict[str, list[AnswerRow]] = {}
    for row in found.rows:
        aspects.setdefault(shown(row.cells[at["Aspect"]]), []).append(row)
    ordered = sorted(aspects.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rows = [_row(aspect, all_, at) for aspect, all_ in ordered]
    told = f"{name}: {_found(found.rows, at['With'])}"
    answer = Answer(f"What does {name} do?", COLUMNS, rows, found.note)
    return list(table_slides(answer, told, f"What {name} and its units do{scope.told}", ASPECTS))


def _found(rows: Sequence[AnswerRow], column: int) -> str:
    """How many records there are, and in how many of them others have a part."""
    many, joint = len(rows), sum(bool(row.cells[column]) for row in rows)
    entries = f"{many:,} entr{'y' if many == 1 else 'ies'} recorded"
    if not joint or many == 1:
        return entries
    return f"{entries}, {joint:,} of them with others"


def _row(aspect: str, all_: Sequence[AnswerRow], at: Mapping[str, int]) -> AnswerRow:
    examples = list(dict.fromkeys(shown(row.cells[at["What"]]) for row in all_ if row.cells[at["What"]]))
    short = [shorten(example, SHORT, placeholder=" …") for example in examples[:EXAMPLES]]
    said = "; ".join(short) + (f"; and {len(examples) - EXAMPLES} more" if len(examples) > EXAMPLES else "")
    on, where = (_commonest(all_, at[column]) for column in ("Themes", "Countries"))
    sources = tuple(source for row in all_ for source in row.sources)
    return AnswerRow(((aspect,), (len(all_),), (said,), on, where), sources)


def _commonest(rows: Sequence[AnswerRow], column: int) -> Cell:
    counts = Counter(str(value) for row in rows for value in row.cells[column])
    return tuple(sorted(counts, key=lambda value: (-counts[value], value))[:EXAMPLES])


def partners(store: Store, key: str, name: str, scope: Scope) -> list[Slide]:
    """The joint acts of an agency, those said in most places first; the title names with whom most are recorded."""
    question = catalogue()[JOINT]
    found = ask(store, question, scope.of(question, agency=key))
    at = {column: n for n, column in enumerate(found.columns)}
    counts = Counter(str(body) for row in found.rows for body in row.cells[at["Agencies"]] if str(body) != name)
    top = sorted(counts, key=lambda body: (-counts[body], body))[:LEADING]
    rows = sorted(found.rows, key=lambda row: -len(row.sources))
    many = f"{len(rows):,} joint act{'s' * (len(rows) != 1)}"
    told = f"{name} stands in {many}, most with {', '.join(f'{body} ({counts[body]})' for body in top)}"
    if not top:
        told = f"{name}: no joint act is recorded"
    kept = [at[column] for column in ACT if column in at]
    acts = [AnswerRow(tuple(row.cells[n] for n in kept), row.sources) for row in rows]
    answer = Answer(found.question, tuple(found.columns[n] for n in kept), acts, found.note)
    return list(table_slides(answer, told, "Joint work, what is said in most places first" if rows else "", ROWS))
