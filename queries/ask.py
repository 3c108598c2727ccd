"""Asking: a question of the catalogue, or SPARQL of one's own, run on a store and answered with labels and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from migov.graph.evidence import Source, in_order, sources
from migov.graph.store import Solutions, Store
from migov.graph.terms import DECIMAL, INTEGER, Term
from migov.ontology.namespaces import ID, id_of, iri
from migov.queries.answer import Answer, AnswerRow, Cell, Thing, Value
from migov.queries.questions import EVIDENCE, Question

SILENCE: Final = "not recorded in the documents"
VOICE: Final = "All documents are the ILO's own; what they do not say is not recorded, and silence is not absence."


def ask(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> Answer:
    """The answer to a question for these parameters; an empty one says that nothing is recorded."""
    title = question.summary
    if values:
        labels = _labels(
            store, {f"{question.params[n]}/{v}" for n, found in values.items() for v in found if n in question.params}
        )
        said = [
            f"{n}: {', '.join(labels.get(f'{question.params.get(n)}/{v}', v) for v in vs)}" for n, vs in values.items()
        ]
        title = f"{title} ({'; '.join(said)})"
    return answer(store, store.select(question.bind(values)), title, question.columns)


def answer(store: Store, found: Solutions, title: str, headings: Mapping[str, str] | None = None) -> Answer:
    """Solutions as an answer: ids become things with labels, the column `evidence` becomes the sources of the row."""
    headings = headings or {}
    at = found.variables.index(EVIDENCE) if EVIDENCE in found.variables else None
    raw = [[_values(term) for term in row] for row in found.rows]
    labels = _labels(store, {v for row in raw for n, cell in enumerate(row) if n != at for v in cell if _is_id(v)})
    said = sources(store, {str(v) for row in raw for v in row[at]}) if at is not None else {}
    rows = []
    for row in raw:
        cells = tuple(tuple(_named(v, labels) for v in cell) for n, cell in enumerate(row) if n != at)
        behind: set[Source] = set()
        if at is not None:
            behind.update(source for v in row[at] for source in said.get(str(v).removeprefix("id:"), ()))
        rows.append(AnswerRow(cells, tuple(sorted(behind, key=in_order))))
    columns = tuple(headings.get(name, name.replace("_", " ")) for name in found.variables if name != EVIDENCE)
    return Answer(title, columns, rows, VOICE if rows else SILENCE)


class _Id(str):
    """An id among the values of a cell, told from a text that looks like one."""

    __slots__ = ()


def _is_id(value: object) -> bool:
    return isinstance(value, _Id)


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
    parts = term.value.split(" ")
    if parts[0].startswith(ID) and all(part.startswith(ID) for part in parts):
        return tuple(_Id(id_of(part)) for part in sorted(set(parts)))
    return (term.value,) if term.value else ()


def _named(value: str | int | float, labels: Mapping[str, str]) -> Value:
    return Thing(str(value), labels.get(str(value), str(value).partition("/")[2])) if isinstance(value, _Id) else value


def _labels(store: Store, ids: Iterable[object]) -> dict[str, str]:
    wanted = sorted(str(name) for name in ids if "/" in str(name))
    if not wanted:
        return {}
    values = " ".join(str(iri(*name.split("/", 1))) for name in wanted)
    found = store.select(f"SELECT ?thing ?label WHERE {{ VALUES ?thing {{ {values} }} ?thing rdfs:label ?label }}")
    pairs = [(id_of(t), v.value) for t, v in found.rows if isinstance(t, NamedNode) and isinstance(v, Literal)]
    return dict(sorted(pairs, reverse=True))


__all__ = ["SILENCE", "VOICE", "Cell", "answer", "ask"]
