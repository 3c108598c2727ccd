"""Which column of an answer stands where in a chart: as the question's `#+ chart` says, or else by the types of its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from migov.ontology.errors import DeclarationError, QueryError
from migov.queries.answer import Answer, AnswerRow, Cell, Thing, Value
from migov.queries.questions import Question
from migov.viz.charts.days import days

ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "bars": ("x", "value", "panel", "doubt", "missing", "note", "status", "part"),
    "matrix": ("rows", "columns", "value", "mark", "names"),
    "timeline": ("label", "start", "end", "colour", "note", "status"),
}
"""What a column may be, by kind of chart; the first two must be there."""
WORDS: Final = ("draw", "finding", "unit", "things", "lasts", "marked", "scale", "parts", "again")
"""What else `#+ chart` may say: kind of chart, title, unit of the values, what one label is, kinds without an end, legend (two),
what the title says of bars that are parts of others, and what the source line says where a record stands in several bars."""


@dataclass(frozen=True, slots=True)
class Columns:
    """An answer with the roles of its columns (by index) and the words of the chart."""

    answer: Answer
    roles: Mapping[str, tuple[int, ...]]
    words: Mapping[str, str]

    def cell(self, row: AnswerRow, role: str) -> Cell:
        """All values of a row in this role."""
        return tuple(value for at in self.roles.get(role, ()) for value in row.cells[at])

    def text(self, row: AnswerRow, role: str, between: str = " · ") -> str:
        """The values of a row in this role as one text, columns apart."""
        parts = (", ".join(map(str, row.cells[at])) for at in self.roles.get(role, ()))
        return between.join(part for part in parts if part)

    def title(self, role: str) -> str:
        """The heading of the columns in this role."""
        return ", ".join(self.answer.columns[at] for at in self.roles.get(role, ()))


def columns(answer: Answer, question: Question) -> tuple[str, Columns]:
    """The kind of chart that suits an answer, and its columns.

    Raises `QueryError` for an answer that has no chart, `DeclarationError` for a `#+ chart` of unknown keys or columns.
    """
    told = question.chart
    kind = told.get("draw", question.view)
    if kind not in ROLES:
        remedy = " - migov draw shows networks as views" if kind == "network" else ""
        raise QueryError(f"“{question.name}” has no chart: its answer is a {kind}{remedy}")
    if not answer.rows:
        raise QueryError("there is nothing to draw: not recorded in the documents")
    unknown = set(told) - {*ROLES[kind], *WORDS}
    if unknown:
        known = ", ".join((*ROLES[kind], *WORDS))
        raise DeclarationError(f"{question.name}: #+ chart has no key “{min(unknown)}”; it has {known}")
    given = {role: _found(answer, question, told[role]) for role in ROLES[kind] if role in told}
    roles = given or _guessed(answer, kind)
    if any(role not in roles for role in ROLES[kind][:2]):
        raise QueryError(f"“{question.name}” has no chart: its columns do not make {kind}")
    return kind, Columns(answer, roles, {key: text for key, text in told.items() if key in WORDS})


def number(value: Value) -> float | None:
    """A value as a number, if it is one."""
    return float(value) if isinstance(value, int | float) else None


def _found(answer: Answer, question: Question, names: str) -> tuple[int, ...]:
    """Columns by the names of their variables."""
    found = []
    for name in names.split():
        title = question.columns.get(name, name.replace("_", " "))
        if title not in answer.columns:
            raise DeclarationError(f"{question.name}: #+ chart names “{name}”, which is no column of the answer")
        found.append(answer.columns.index(title))
    return tuple(found)


def _guessed(answer: Answer, kind: str) -> dict[str, tuple[int, ...]]:
    """Roles by the types of the values: dates, numbers, and names."""
    dated = [at for at in _columns(answer) if all(isinstance(v, str) and days(v) for v in _values(answer, at))]
    counted = [at for at in _columns(answer) if all(number(v) is not None for v in _values(answer, at))]
    named = [at for at in _columns(answer) if at not in dated and at not in counted]
    if kind == "timeline":
        found = {"label": named[:1], "start": dated[:1], "end": dated[1:2]}
    elif kind == "matrix":
        things = [at for at in named if all(isinstance(value, Thing) for value in _values(answer, at))]
        found = {"rows": things[:1], "columns": things[1:2], "value": counted[:1]}
    else:
        found = {"x": named[:1] or counted[:1], "value": counted[:1] if named else counted[1:2]}
    return {role: tuple(places) for role, places in found.items() if places}


def _columns(answer: Answer) -> Iterator[int]:
    """Columns that have any value."""
    return (at for at in range(len(answer.columns)) if _values(answer, at))


def _values(answer: Answer, at: int) -> list[Value]:
    return [value for row in answer.rows for value in row.cells[at]]
