"""Asking: a question of the catalogue, or SPARQL of one's own, run on a store and answered with labels and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from migov.graph.evidence import Source, in_order, sources
from migov.graph.labels import labels
from migov.graph.store import Solutions, Store
from migov.graph.terms import DECIMAL, INTEGER, Term
from migov.ontology.namespaces import ID, id_of
from migov.queries.answer import Answer, AnswerRow, Thing, Value
from migov.queries.questions import EVIDENCE, Question

SILENCE: Final = "not recorded in the documents"
VOICE: Final = "All documents are the ILO's own; what they do not say is not recorded, and silence is not absence."


def ask(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> Answer:
    """The answer to a question for these parameters; an empty one says that nothing is recorded."""
    found = store.select(question.bind(values))
    return answer(store, found, _title(store, question, values), question.columns)


def answer(store: Store, found: Solutions, title: str, headings: Mapping[str, str] | None = None) -> Answer:
    """Solutions as an answer: ids become things with labels, the column `evidence` becomes the sources of the row."""
    headings = headings or {}
    at = found.variables.index(EVIDENCE) if EVIDENCE in found.variables else None
    raw = [[_values(term) for term in row] for row in found.rows]
    names = labels(
        store, {v for row in raw for n, cell in enumerate(row) if n != at for v in cell if isinstance(v, _Id)}
    )
    said = sources(store, {str(v) for row in raw for v in row[at]}) if at is not None else {}
    rows = []
    for row in raw:
        cells = tuple(tuple(_named(v, names) for v in cell) for n, cell in enumerate(row) if n != at)
        behind: set[Source] = set()
        if at is not None:
            behind.update(source for v in row[at] for source in said.get(str(v), ()))
        rows.append(AnswerRow(cells, tuple(sorted(behind, key=in_order))))
    columns = tuple(headings.get(name, name.replace("_", " ")) for name in found.variables if name != EVIDENCE)
    return Answer(title, columns, rows, VOICE if rows else SILENCE)


def _title(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> str:
    """The question with the values it was asked for, as in “... (theme: Trafficking in persons)”."""
    if not values:
        return question.summary
    ids = {name: [f"{question.params[name]}/{value}" for value in found] for name, found in values.items()}
    names = labels(store, [id_ for found in ids.values() for id_ in found])
    said = [
        f"{name}: {', '.join(names.get(id_, id_.partition('/')[2]) for id_ in found)}" for name, found in ids.items()
    ]
    return f"{question.summary} ({'; '.join(said)})"


class _Id(str):
    """An id among the values of a cell, told from a text that looks like one."""

    __slots__ = ()


def _values(term: Term | None) -> tuple[str | int | float, ...]:
    """The values of one solution: none, one, or the ids that GROUP_CONCAT put into one text."""
    if term is None:
        return ()
    if isinstance(term, NamedNode):
        return (_Id(id_of(term)),)
    if not isinstance(term, Literal):
        return (str(term),)
    if term.datatype == INTEGER:
        return (int(term.value),)
    if term.datatype == DECIMAL:
        number = Decimal(term.value)
        return (int(number) if number == number.to_integral_value() else float(number),)
    parts = term.value.split()
    if parts and all(part.startswith(ID) for part in parts):
        return tuple(_Id(id_of(part)) for part in sorted(set(parts)))
    return (term.value,) if term.value else ()


def _named(value: str | int | float, labels: Mapping[str, str]) -> Value:
    return Thing(str(value), labels.get(str(value), str(value).partition("/")[2])) if isinstance(value, _Id) else value
