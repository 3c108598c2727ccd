"""Evidence: every claim about a thing, or that names it, with all it states and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import NamedNode

from migov.graph.evidence import sources, text
from migov.graph.store import Store
from migov.loaders.declaration import Declaration, declaration
from migov.ontology.errors import QueryError
from migov.ontology.namespaces import STATED, id_of, iri
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import SILENCE, VOICE

COLUMNS = ("About", "States", "How sure")
CLAIMS = """
SELECT DISTINCT ?claim ?about ?label ?property ?value ?name ?certainty WHERE {
  { ?claim :about %(thing)s } UNION { ?claim ?any %(thing)s . FILTER(STRSTARTS(STR(?any), STR(stated:))) }
  ?claim :about ?about ; ?property ?value .
  FILTER(STRSTARTS(STR(?property), STR(stated:)))
  OPTIONAL { ?about rdfs:label|:what ?label }
  OPTIONAL { ?value rdfs:label ?name }
  OPTIONAL { ?claim :certainty/skos:prefLabel ?certainty }
}"""


def evidence(store: Store, name: str, column: str = "", tables: Declaration | None = None) -> Answer:
    """The claims about a thing (`agency/iom`), or that name it; with a `column` only those that state something there.

    A row is one claim: what it is about, `column: value` for each thing it states, how sure it is, and its places.
    Raises `QueryError` for a column that no table has.
    """
    stated = _columns(tables or declaration())
    if column and column not in stated.values():
        raise QueryError(f"there is no column “{column}”; the columns are {', '.join(sorted(set(stated.values())))}")
    about: dict[str, str] = {}
    sure: dict[str, str] = {}
    says: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim, thing, label, property_, value, shown, certainty in store.select(
        CLAIMS % {"thing": str(iri(*name.split("/", 1)))}
    ).rows:
        assert isinstance(claim, NamedNode)
        assert isinstance(thing, NamedNode)
        assert isinstance(property_, NamedNode)
        key = id_of(claim)
        about[key] = text(label) or id_of(thing)
        sure[key] = text(certainty)
        columns = stated.get(property_.value.removeprefix(STATED), property_.value.removeprefix(STATED))
        says[key].add((columns, text(shown) or text(value)))
    wanted = [key for key, said in says.items() if not column or any(c == column for c, _ in said)]
    places = sources(store, wanted)
    rows = [
        AnswerRow(
            (
                (about[key],),
                tuple(f"{c}: {value}" for c, value in sorted(says[key]) if not column or c == column),
                (sure[key],) if sure[key] else (),
            ),
            places.get(key, ()),
        )
        for key in wanted
    ]
    rows.sort(key=lambda row: ([(s.document, int(s.lines.partition("-")[0] or 0)) for s in row.sources], row.cells))
    return Answer(
        f"What is claimed of {name}" + (f", {column}" if column else ""), COLUMNS, rows, VOICE if rows else SILENCE
    )


def _columns(tables: Declaration) -> Mapping[str, str]:
    """Column names by property; where tables name one property differently the first name stands."""
    names: dict[str, str] = {}
    for table in tables.tables.values():
        for column in table.stated:
            names.setdefault(column.property, column.name)
    return names
