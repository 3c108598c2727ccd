"""A chart of an answer: which kind, which columns, and the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from migov.graph.evidence import Source
from migov.queries.answer import Answer
from migov.queries.ask import VOICE
from migov.queries.questions import Question
from migov.viz.charts import read_bars, read_matrix, read_timeline
from migov.viz.charts.columns import Columns, columns
from migov.viz.charts.days import reach, years
from migov.viz.charts.model import Body, Chart

FINDINGS: Final = {
    "bars": "{first}: {most}, the most",
    "matrix": "{rows} {row_things} and {columns} {column_things}; {first} stands with most of them, {covers}",
    "timeline": "{number} {things}, {years}; most at once in {peak}: {most}",
}
"""Titles where the question words none."""
ONE: Final = re.compile(r"(?<![\d.,])1 ((?:dated |joint |project |regional )?)([a-z]{2,}[a-rt-z])s\b")
"""One thing of what a title has in the plural."""
SLICED: Final = re.compile(r"[(;] ?(?:from|to|as-of): ")
SLICE: Final = "A time slice takes the projects that ran in it, with their whole budgets."
WHOLE: Final = "A year or a month printed without a day is drawn whole."


def chart_of(answer: Answer, question: Question) -> Chart:
    """The chart of an answer, with a finding as title, the question and its narrowing as subtitle, and the source.

    Raises `QueryError` for an answer that has no chart, and for one without rows.
    """
    kind, found = columns(answer, question)
    words = found.words.get("finding", FINDINGS[kind])
    body: Body
    if kind == "bars":
        body = read_bars.bars_of(found)
        things = found.words.get("things", found.title("x").casefold())
        title = read_bars.finding(body, words, things, found.words.get("parts", ""))
    elif kind == "matrix":
        matrix = read_matrix.matrix_of(found)
        title = read_matrix.finding(matrix, words)
        body = read_matrix.as_bars(matrix) or matrix
    else:
        body = read_timeline.timeline_of(found)
        title = read_timeline.finding(body, words)
    whole = WHOLE if kind == "timeline" else SLICE if "panel" in found.roles and SLICED.search(answer.question) else ""
    title = ONE.sub(_singular, title[:1].upper() + title[1:])
    narrowed = " with the same narrowing" if answer.question != question.summary else ""
    return Chart(
        title,
        _subtitle(found, kind),
        sentences(whole, found.words.get("again", ""), _source(answer)),
        body,
        answer,
        _behind(found, kind),
        f"migov ask {question.name}{narrowed}",
    )


def _behind(found: Columns, kind: str) -> Mapping[str, tuple[Source, ...]]:
    """The claims behind each label, in the order of the answer."""
    labels = {"bars": read_bars, "matrix": read_matrix, "timeline": read_timeline}[kind].labels
    held: dict[str, dict[Source, None]] = defaultdict(dict)
    for row in found.answer.rows:
        for label in labels(found, row):
            held[label].update(dict.fromkeys(row.sources))
    return {label: tuple(sources) for label, sources in held.items()}


def _singular(found: re.Match[str]) -> str:
    return f"1 {found[1] or ''}{found[2].removesuffix('ie') + 'y' if found[2].endswith('ie') else found[2]}"


def _subtitle(found: Columns, kind: str) -> str:
    """The question with its narrowing, and the dates from first to last: those of a matrix by the name of their column."""
    answer = found.answer
    name, none = "Printed dates", ""
    if kind == "matrix" and found.roles.get("value"):
        lacking = sum(not found.cell(row, "value") for row in answer.rows)
        name, none = found.title("value"), f"; none is recorded for {lacking} of {len(answer.rows)}" if lacking else ""
    texts = [[v for row in answer.rows for v in row.cells[at]] for at in range(len(answer.columns))]
    spans = [span for column in texts if (span := reach(v for v in column if isinstance(v, str)))]
    numbered = [
        value for row in answer.rows for value in found.cell(row, "x") if isinstance(value, int) and 1000 < value < 3000
    ]
    dates = years(min(first for first, _ in spans), max(last for _, last in spans)) if spans else ""
    if not dates and numbered:
        dates = f"{min(numbered)} to {max(numbered)}"
    return sentences(answer.question, f"{name}: {dates}{none}" if dates else "")


def _source(answer: Answer) -> str:
    """Where it comes from, and what the answer says about itself."""
    places = {(place.document, place.lines) for row in answer.rows for place in row.sources if place.document}
    documents = len({document for document, _ in places})
    rests = (
        f"{len(places):,} place{'s' * (len(places) != 1)} in {documents} document{'s' * (documents != 1)} of the ILO"
    )
    said = answer.note.replace(VOICE, "").strip()
    silence = "what they do not say is not recorded, and silence is not absence"
    return sentences(said, f"Source: migov, from {rests}; {silence}" if places else f"Source: migov. {VOICE}")


def sentences(*parts: str) -> str:
    """Parts one after the other, each ended by a stop."""
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)
