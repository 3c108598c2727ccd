"""A query of one's own: vetted, run within limits, and answered with labels and places like any question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from migov.graph.limits import ANSWER, Found, Limits, find
from migov.graph.store import OxigraphStore, Solutions, Store
from migov.graph.terms import Term
from migov.ontology.errors import QueryError, QueryUnparsed
from migov.ontology.namespaces import ID, PREFIXES
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import SILENCE, VOICE, answer
from migov.queries.sparql.syntax import worded
from migov.queries.sparql.vetting import vet

TITLE: Final = "SPARQL query"
EMPTY: Final = f"{SILENCE}, or not asked for as the graph holds it."
TRIPLES: Final = ("CONSTRUCT", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Own:
    """The solutions as they are and as an answer; `warnings` say what was cut and which names find nothing."""

    form: str
    solutions: Solutions
    answer: Answer
    warnings: tuple[str, ...]


def own(store: Store, query: str, limits: Limits, folder: Path | None = None) -> Own:
    """Runs a query on a store, or faster on the `folder` that holds it.

    Raises `QueryError` or `UnknownTerm` for a query that cannot mean anything, `QueryTimeout` when it takes too long.
    """
    vetted = vet(store, query)
    if vetted.form != "SELECT" and not isinstance(store, OxigraphStore):
        raise QueryError(f"an endpoint is only asked with SELECT here, not with {vetted.form}")
    try:
        found = find(folder or store, query, limits)
    except QueryUnparsed as fault:
        raise QueryError(worded(query, fault.fault)) from fault
    rows = f"{limits.rows:,} row{'s' * (limits.rows != 1)}"
    cut = f"Cut at {rows}; there are more, and a higher limit gives them." if found.cut else ""
    warnings = (*([cut] if cut else []), *vetted.warnings)
    return Own(vetted.form, found.solutions, _answer(store, vetted.form, found), warnings)


def turtle(triples: Sequence[Sequence[Term | None]], format: ox.RdfFormat = ox.RdfFormat.TURTLE) -> bytes:
    """The triples of a CONSTRUCT or DESCRIBE, sorted, with the known prefixes."""
    made = sorted((ox.Triple(*row) for row in triples), key=str)  # type: ignore[arg-type]
    prefixes = {name: value for name, value in PREFIXES.items() if name}
    content = ox.serialize(made, format=format, prefixes=prefixes)
    assert content is not None
    return content


def _answer(store: Store, form: str, found: Found) -> Answer:
    if form == "ASK":
        yes = str(found.solutions.rows[0][0]).startswith('"true"')
        return Answer(TITLE, (ANSWER,), [AnswerRow((("yes" if yes else "no",),))], VOICE if yes else EMPTY)
    short = tuple(tuple(_short(term) for term in row) for row in found.solutions.rows)
    shown = answer(store, replace(found.solutions, rows=short), TITLE)
    return shown if shown.rows else replace(shown, note=EMPTY)


def _short(term: Term | None) -> Term | None:
    """Terms of vocabularies as `migov:budget`; things of the graph keep their ids and get their labels."""
    if not isinstance(term, ox.NamedNode) or term.value.startswith(ID):
        return term
    spaces = ((name, space) for name, space in PREFIXES.items() if name and term.value.startswith(space))
    return next(
        (ox.Literal(f"{name}:{term.value.removeprefix(space)}") for name, space in spaces), ox.Literal(term.value)
    )
