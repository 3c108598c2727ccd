"""The way back: the tables as the graph holds them, not as they were read, and the graph itself as RDF."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from migov.graph.model import Model, model
from migov.graph.store import Store, serialise
from migov.graph.terms import Term, value_of
from migov.loaders.declaration import Table
from migov.loaders.rows import Row
from migov.loaders.values import line_range
from migov.ontology.namespaces import ONTOLOGY, PREFIXES, STATED, key_of

Values = dict[str, dict[str, list[Term]]]

# XML 1.0 has no place for these; RDF/XML shows the sign for an unknown character instead.
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A way to write RDF: `graphs` says whether it holds the named graphs, or the triples alone."""

    format: RdfFormat
    graphs: bool


RDF: Final[Mapping[str, RdfFile]] = {
    ".nq": RdfFile(RdfFormat.N_QUADS, True),
    ".trig": RdfFile(RdfFormat.TRIG, True),
    ".jsonld": RdfFile(RdfFormat.JSON_LD, True),
    ".rdf": RdfFile(RdfFormat.RDF_XML, False),
    ".nt": RdfFile(RdfFormat.N_TRIPLES, False),
    ".ttl": RdfFile(RdfFormat.TURTLE, False),
}
"""The RDF formats by the ending of their files."""


def export_rdf(store: Store, ending: str = ".nq") -> bytes:
    """The graph as RDF, sorted: the same graph gives the same bytes. Raises `KeyError` for an ending not in `RDF`.

    Where a format holds no named graphs a triple that stands in several is written once.
    """
    file = RDF[ending]
    if file.format == RdfFormat.N_QUADS:
        return serialise(store.quads())
    if file.graphs:
        return _written(sorted(set(store.quads()), key=lambda quad: (str(quad.graph_name), str(quad))), file.format)
    triples = {quad.triple for quad in store.quads()}
    if file.format == RdfFormat.RDF_XML:
        triples = set(map(_for_xml, triples))
    return _written(sorted(triples, key=str), file.format)


def _written(statements: list[Quad] | list[Triple], format: RdfFormat) -> bytes:
    content = serialize(statements, format=format, prefixes={name: value for name, value in PREFIXES.items() if name})
    assert content is not None
    return content


def _for_xml(triple: Triple) -> Triple:
    said = triple.object
    if not isinstance(said, Literal) or not NOT_XML.search(said.value):
        return triple
    plain = NOT_XML.sub("\ufffd", said.value)
    kind = {"language": said.language} if said.language else {"datatype": said.datatype}
    return Triple(triple.subject, triple.predicate, Literal(plain, **kind))


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
