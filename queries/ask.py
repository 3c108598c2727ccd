"""Asking: a question of the catalogue, or SPARQL of one's own, run on a store and answered with labels and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from migov.graph.evidence import Source, in_order, sources, told_apart
from migov.graph.labels import labels, terms
from migov.graph.store import Solutions, Store
from migov.graph.terms import DECIMAL, INTEGER, Term
from migov.ontology.namespaces import ID, id_of
from migov.queries.answer import Answer, AnswerRow, Cell, Thing, Value
from migov.queries.questions import EVIDENCE, LITERALS, Question
from migov.queries.scope import TIMES, UNDATED

SILENCE: Final = "not recorded in the documents"
LYING: Final = "What names only a country counts for the regions it lies in (UN M49 and common use)."
STATED: Final = """
SELECT DISTINCT ?thing ?theme WHERE {
  VALUES ?thing { %s }
  %s ?claim :namesTheme ?theme .
}"""
BETWEEN: Final = "\x1f"
"""Stands between texts that a question concatenates, in no order: they are several values of one cell."""
DOCUMENT: Final = "document/"
VOICE: Final = "All documents are the ILO's own; what they do not say is not recorded, and silence is not absence."


def ask(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> Answer:
    """The answer to a question for these parameters; an empty one says that nothing is recorded."""
    found = store.select(question.bind(values))
    answered = answer(store, found, _title(store, question, values), question.columns)
    if not answered.rows:
        return answered
    undated = UNDATED if any(name in values for name in TIMES) else ""
    notes = [question.note, undated, LYING if _by_country(question, values) else "", answered.note]
    return replace(answered, note=" ".join(note for note in notes if note))


def _by_country(question: Question, values: Mapping[str, Sequence[str]]) -> bool:
    """Whether a region was asked for, and what names only a country in it counts too."""
    return ":inRegion" in question.query and any(question.takes[name] == "region" for name in values)


def answer(store: Store, found: Solutions, title: str, headings: Mapping[str, str] | None = None) -> Answer:
    """Solutions as an answer: ids become things with labels, the column `evidence` becomes the sources of the row."""
    headings = headings or {}
    at = found.variables.index(EVIDENCE) if EVIDENCE in found.variables else None
    raw = [[_values(term) for term in row] for row in found.rows]
    names = labels(
        store, {v for row in raw for n, cell in enumerate(row) if n != at for v in cell if isinstance(v, _Id)}
    )
    evidence = {str(v) for row in raw for v in row[at]} if at is not None else set()
    said, stated = sources(store, evidence), _stated_themes(store, evidence)
    rows = []
    for row in raw:
        about = [str(v) for v in row[at]] if at is not None else []
        in_text = {theme for name in about for theme in stated.get(name, ())} if about else None
        cells = tuple(tuple(_named(v, names, in_text) for v in cell) for n, cell in enumerate(row) if n != at)
        rows.append(AnswerRow(cells, _within(cells, _together([said[name] for name in about if name in said]))))
    columns = tuple(headings.get(name, name.replace("_", " ")) for name in found.variables if name != EVIDENCE)
    return Answer(title, columns, rows, VOICE if rows else SILENCE)


def _together(behind: Sequence[tuple[Source, ...]]) -> tuple[Source, ...]:
    """The sources of one row, each once, by place; those of one thing are in order as they come."""
    if len(behind) < 2:
        return behind[0] if behind else ()
    return tuple(sorted({source for said in behind for source in said}, key=in_order))


def _within(cells: Sequence[Cell], behind: tuple[Source, ...]) -> tuple[Source, ...]:
    """A row that speaks of one document has its places there: a claim may have further ones elsewhere."""
    named = {value.id for cell in cells for value in cell if isinstance(value, Thing) and value.id.startswith(DOCUMENT)}
    if len(named) != 1:
        return behind
    there = tuple(source for source in behind if f"{DOCUMENT}{source.document}" in named)
    return there or behind


def _title(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> str:
    """The question with the values it was asked for, as in “... (theme: Trafficking in persons)”."""
    if not values:
        return question.summary
    types = question.takes
    ids = [f"{types[name]}/{value}" for name, found in values.items() if types[name] not in LITERALS for value in found]
    names = labels(store, ids)
    said = [
        f"{name}: {', '.join(names.get(f'{types[name]}/{value}', value) for value in found)}"
        for name, found in values.items()
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
    said = term.value
    if BETWEEN in said:
        return tuple(sorted(set(said.split(BETWEEN)) - {""}))
    if ID in said:
        parts = said.split()
        if all(part.startswith(ID) for part in parts):
            return tuple(_Id(id_of(part)) for part in sorted(set(parts)))
    return (said,) if said else ()


def _named(value: str | int | float, names: Mapping[str, str], in_text: Set[str] | None) -> Value:
    if not isinstance(value, _Id):
        return value
    inferred = in_text is not None and value.startswith("theme/") and value not in in_text
    return Thing(str(value), names.get(value, value.partition("/")[2]), inferred)


def _stated_themes(store: Store, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The themes whose labels stand in the places of each claim, or of claims about an id or what it derives from."""
    found = store.recall.of("stated", ids, lambda missing: _stated(store, missing))
    return {name: themes for name, themes in found.items() if themes is not None}


def _stated(store: Store, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for wanted, how in told_apart(ids):
        for thing, theme in store.select(STATED % (terms(wanted), how)).rows:
            if isinstance(thing, NamedNode) and isinstance(theme, NamedNode):
                found[id_of(thing)].add(id_of(theme))
    return {name: frozenset(themes) for name, themes in found.items()}
