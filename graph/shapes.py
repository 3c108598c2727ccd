"""The shapes of all tables, made from their declaration, beside those written by hand in `shapes.ttl`.

Messages are the fault in plain words; the remedy stands on the same shape as `migov:remedy`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from migov.graph.model import Model
from migov.loaders.declaration import Column, Table
from migov.ontology.namespaces import ONTOLOGY, STATED, iri

FEW = 20
"""Concepts that a message may list; of more it names the command that shows them."""
MIGOV = Namespace(ONTOLOGY)
REMEDY = MIGOV.remedy
BLAMES = MIGOV.blames


def shapes(model: Model) -> Graph:
    """One node shape a table, and the shapes of `shapes.ttl`."""
    graph = Graph()
    graph.parse(model.folder / "shapes.ttl", format="turtle")
    for table in model.tables.tables.values():
        _table(graph, table, model)
    return graph


def _table(graph: Graph, table: Table, model: Model) -> None:
    shape = URIRef(iri("shape", table.name).value)
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, MIGOV[table.claim_class]))
    for column in table.columns:
        for path, constraint in _constraints(column, table, model):
            _property(graph, shape, path, constraint)
    if table.judged:
        remedy = "fill the column reason"
        _property(graph, shape, URIRef(STATED + "reason"), _must("gives no reason", remedy))
    else:
        remedy = "fill the columns document and lines; for a document of your own any line, with the page in section"
        _property(graph, shape, MIGOV.mainPassage, _must("has no place in a document", remedy))


Constraint = tuple[URIRef, Node | tuple[Node, ...], str, str]


def _must(fault: str, remedy: str) -> Constraint:
    return SH.minCount, Literal(1), fault, remedy


def _constraints(column: Column, table: Table, model: Model) -> Iterator[tuple[URIRef, Constraint]]:
    path = URIRef((ONTOLOGY if column.role == "evidence" else STATED) + column.property)
    if column.type == "concept":
        concepts = model.vocabulary.scheme(column.vocabulary)
        listed = f"choose one of: {', '.join(concepts)}"
        remedy = listed if len(concepts) < FEW else "choose one that “migov list themes” shows"
        fault = f"is no {column.vocabulary.replace('-', ' ')} of the vocabulary"
        yield path, (SH["class"], URIRef(iri("scheme", column.vocabulary).value), fault, remedy)
    elif column.type == "country":
        fault, remedy = "is no country code", "write the ISO 3166-1 alpha-3 code, as in SWE"
        yield path, (SH["class"], MIGOV.Country, fault, remedy)
    elif column.type == "entity" and column.name != "document":
        segments = column.vocabulary.split("|")
        tables = " or ".join(_table_of(segment, model) for segment in segments)
        classes = [MIGOV[model.classes[segment]] for segment in segments]
        remedy = f"add it to {tables}, or correct the name"
        fault = f"is not in {tables}"
        if len(classes) == 1:
            yield path, (SH["class"], classes[0], fault, remedy)
        else:
            yield path, (SH["or"], tuple(classes), fault, remedy)


def _table_of(segment: str, model: Model) -> str:
    table = model.tables.segments.get(segment)
    return f"the table {table.name}" if table else "the list of countries"


def _property(graph: Graph, shape: URIRef, path: URIRef, constraint: Constraint) -> None:
    kind, value, fault, remedy = constraint
    node = BNode()
    graph.add((shape, SH.property, node))
    graph.add((node, SH.path, path))
    graph.add((node, SH.message, Literal(fault)))
    graph.add((node, REMEDY, Literal(remedy)))
    if kind == SH["or"] and isinstance(value, tuple):
        value = tuple(_class_shape(graph, cls) for cls in value)
    graph.add((node, kind, _list(graph, value) if isinstance(value, tuple) else value))


def _class_shape(graph: Graph, cls: Node) -> BNode:
    node = BNode()
    graph.add((node, SH["class"], cls))
    return node


def _list(graph: Graph, items: Iterable[Node]) -> BNode:
    head = BNode()
    Collection(graph, head, list(items))
    return head
