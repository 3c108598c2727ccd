"""Who pays for the work of an agency: bars of the money given, or the donors where no money is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer
from migov.queries.ask import ask
from migov.queries.questions import Question, catalogue
from migov.viz.slides.content import ROWS, Drawn, Slide, Table, shown, table_slides
from migov.viz.slides.paper import Paper
from migov.viz.slides.scope import Scope

TOTALS: Final = "funding-totals"
PAYERS: Final = "who-funds-whom"
FEW: Final = 3
"""Payers up to which a title names all."""


def money(store: Store, key: str, name: str, scope: Scope) -> list[Slide]:
    """By the money given where any is recorded; else by projects."""
    question = catalogue()[TOTALS]
    found = ask(store, question, scope.of(question, unit=key))
    if found.rows:
        return _bars(found, question, name)
    question = catalogue()[PAYERS]
    found = ask(store, question, scope.of(question, agency=key))
    if not found.rows:
        return []
    payers = list(dict.fromkeys(shown(row.cells[0]) for row in found.rows))
    heads = " and ".join([", ".join(payers[: FEW - 1]), payers[FEW - 1]] if len(payers) == FEW else payers)
    told = f"{heads} pay{'s' * (len(payers) == 1)} for work that {name} carries out"
    if len(payers) > FEW:
        told = f"{len(payers)} donors pay for work that {name} carries out, {payers[0]} first"
    return [
        replace(slide, follows=True)
        for slide in table_slides(found, told, f"{found.question} Amounts are not recorded", ROWS)
    ]


def _bars(found: Answer, question: Question, name: str) -> list[Slide]:
    """A native chart; a table of an answer that has none."""
    from migov.viz.charts.of_answer import chart_of  # noqa: PLC0415 - charts build on slides
    from migov.viz.charts.slides import draw_chart  # noqa: PLC0415

    try:
        made = chart_of(found, question)
    except QueryError:
        payer = shown(found.rows[0].cells[0])
        return list(table_slides(found, f"{payer} heads the {len(found.rows)} payers recorded for {name}", "", ROWS))
    chart = replace(made, title=f"{name}: {made.title[:1].lower()}{made.title[1:]}")
    sources = tuple(source for row in found.rows for source in row.sources)

    def draw(sheet: Paper) -> list[Table]:
        """The chart; of what it has no room for as much as one slide holds."""
        return [_short(table) for table in draw_chart(sheet, chart)]

    return [Drawn(chart.title, draw, sources)]


def _short(table: Table) -> Table:
    if len(table.rows) <= ROWS:
        return table
    cut = f"Shown: the first {ROWS} of {len(table.rows)}"
    return replace(table, rows=table.rows[:ROWS], subtitle=f"{table.subtitle} {cut}".strip())
