"""The way back: the tables as the graph holds them, not as they were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from migov.graph.model import Model, model
from migov.graph.store import Store
from migov.graph.terms import Term, value_of
from migov.loaders.declaration import Table
from migov.loaders.rows import Row
from migov.loaders.values import line_range
from migov.ontology.namespaces import ONTOLOGY, STATED, key_of

Values = dict[str, dict[str, list[Term]]]


def export_rows(store: Store, using: Model | None = None) -> list[Row]:
    """A row for each claim, table by table, in the order of documents and lines."""
    using = using or model()
    places = _places(store)
    return [row for table in using.tables.tables.values() for row in _table(store, table, places)]


def _table(store: Store, table: Table, places: dict[str, str]) -> Iterator[Row]:
    found = store.select(f"SELECT ?claim ?p ?o WHERE {{ ?claim a migov:{table.claim_class} ; ?p ?o }}")
    said: Values = defaultdict(lambda: defaultdict(list))
    for claim, property_, value in found.rows:
        if isinstance(claim, NamedNode) and isinstance(property_, NamedNode) and value is not None:
            said[claim.value][property_.value].append(value)
    rows = [(_row(table, values, places), claim) for claim, values in said.items()]
    yield from (row for row, _ in sorted(rows, key=lambda pair: (*_order(pair[0]), pair[1])))


def _row(table: Table, said: dict[str, list[Term]], places: dict[str, str]) -> Row:
    cells: dict[str, str] = {}
    for column in table.columns:
        if column.type == "id":
            values = [key_of(node) for node in said[ONTOLOGY + "about"] if isinstance(node, NamedNode)]
        else:
            namespace = ONTOLOGY if column.role == "evidence" else STATED
            values = [value_of(column, term) for term in said.get(namespace + column.property, ())]
        if values:
            cells[column.name] = ";".join(sorted(values))
    main = {places[node.value] for node in said.get(ONTOLOGY + "mainPassage", ()) if isinstance(node, NamedNode)}
    cited = {places[node.value] for node in said.get(ONTOLOGY + "passage", ()) if isinstance(node, NamedNode)}
    for place in main:
        cells["document"], _, cells["lines"] = place.rpartition(":")
    if also := sorted(cited - main, key=_place_order):
        cells["also"] = ";".join(also)
    return Row(table.name, cells)


def _places(store: Store) -> dict[str, str]:
    """`document:lines` by the IRI of the passage."""
    found = store.select(
        "SELECT ?passage ?document ?first ?last WHERE { ?passage :document ?document ; :firstLine ?first ; :lastLine ?last }"
    )
    places = {}
    for passage, document, first, last in found.rows:
        assert isinstance(passage, NamedNode)
        assert isinstance(document, NamedNode)
        lines = str(getattr(first, "value", ""))
        until = str(getattr(last, "value", ""))
        places[passage.value] = f"{key_of(document)}:{lines}" + (f"-{until}" if until != lines else "")
    return places


def _place_order(place: str) -> tuple[str, int]:
    document, _, lines = place.rpartition(":")
    return document, line_range(lines)[0]


def _order(row: Row) -> tuple[str, int, int]:
    return (row["document"], *(line_range(row["lines"]) if row["lines"] else (0, 0)))
