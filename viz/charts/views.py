"""Views that are charts: a question of the catalogue under a name of its own, as `views.csv` lists them.

Its columns: `name`, `question`, `fixed` (parameters that are always given, as in `kind=un-agency`), `only` (the kind of
things that bars are kept for), `takes` (parameters that names on the command line may fill, the first of a kind first),
`example`, `summary`, `description`.
"""

from __future__ import annotations

import csv
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer, Thing
from migov.queries.ask import SILENCE, ask
from migov.queries.questions import Question, question
from migov.queries.scope import TIMES
from migov.viz.charts.cut import topped
from migov.viz.charts.model import Bars, Chart
from migov.viz.charts.of_answer import chart_of, sentences

FILE: Final = Path(__file__).parent / "views.csv"
Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ChartView:
    """One view."""

    name: str
    question: str
    summary: str
    description: str
    takes: tuple[str, ...]
    example: str = ""
    only: str = ""
    fixed: Values = field(default_factory=dict)

    @property
    def usage(self) -> str:
        """How it is asked for, as in `migov draw agency-timeline IOM`."""
        return " ".join(part for part in ("migov draw", self.name, self.example) if part)

    @property
    def asked(self) -> Question:
        """The question whose answer is drawn."""
        return question(self.question)

    def parameters(self) -> Mapping[str, str]:
        """The parameter that a thing of each kind fills, by kind, in the order in which a name is looked for."""
        types = self.asked.params
        found: dict[str, str] = {}
        for name in self.takes:
            found.setdefault(types[name], name)
        return found

    def narrowing(self, option: str) -> str:
        """The parameter that an option of the command line (`theme`, `from`) fills; empty where the question has none."""
        asked = self.asked
        if option in ("from", "to"):
            return option if asked.scoped else ""
        return self.parameters().get(option) or next(
            (name for name, kind in asked.params.items() if kind == option), ""
        )


@cache
def catalogue(file: Path = FILE) -> Mapping[str, ChartView]:
    """All views that are charts, by name."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["name"]: _read(row) for row in csv.DictReader(rows)}


def chart_view(store: Store, view: ChartView, values: Values, top: int = 0) -> Chart:
    """The chart of a view for these values of its parameters, cut to its `top` bars, rows or spans.

    Raises `QueryError` where nothing is recorded, and for `top` where a chart shows every year.
    """
    asked = view.asked
    answer = _kept(ask(store, asked, {**view.fixed, **values}), view.only)
    chart = replace(chart_of(answer, asked), command=_command(view, values))
    if view.only:
        chart = replace(chart, subtitle=sentences(chart.subtitle, f"Left out is what is no {view.only}"))
    if top and isinstance(chart.body, Bars) and chart.body.upright:
        raise QueryError(
            f"the view “{view.name}” shows every year, so that --top has no use; narrow it with --from and --to"
        )
    return replace(chart, body=topped(chart.body, top)) if top else chart


def _command(view: ChartView, values: Values) -> str:
    """What lists all that a view is about: the question with its parameters, times as options."""
    every = {**view.fixed, **values}
    times = [f"--{name} {found[0]}" for name, found in every.items() if name in TIMES]
    given = [f"{name}={shlex.quote(';'.join(found))}" for name, found in every.items() if name not in TIMES]
    return " ".join(("migov ask", view.question, *given, *times))


def _read(row: Mapping[str, str]) -> ChartView:
    fixed = [part.partition("=") for part in row["fixed"].split()]
    return ChartView(
        row["name"],
        row["question"],
        row["summary"],
        row["description"],
        tuple(row["takes"].split()),
        row["example"],
        row["only"],
        {name: tuple(values.split(";")) for name, _, values in fixed},
    )


def _kept(answer: Answer, kind: str) -> Answer:
    """The rows whose first column holds things of this kind; all without one."""
    rows = [row for row in answer.rows if not kind or _is(row.cells[0], kind)]
    return replace(answer, rows=rows, note=answer.note if rows else SILENCE)


def _is(cell: Sequence[object], kind: str) -> bool:
    return any(isinstance(value, Thing) and value.id.startswith(f"{kind}/") for value in cell)
