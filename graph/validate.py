"""Validation: the asserted claims against the shapes, each fault told with the row it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad
from pyshacl import validate as shacl
from rapidfuzz import process
from rdflib import RDF, SH, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from migov.graph.claims import Claim
from migov.graph.model import Model
from migov.graph.shapes import BLAMES, REMEDY, shapes
from migov.ontology.errors import Violation
from migov.ontology.namespaces import ONTOLOGY, RDF_TYPE, STATED, id_of, iri

PASSAGE = NamedNode(ONTOLOGY + "passage")


def validate(quads: Sequence[Quad], claims: Sequence[Claim], model: Model) -> list[Violation]:
    """All broken rules, in the order of the rows; empty when the data conforms."""
    rules = shapes(model)
    data = data_graph(quads, rules, model)
    conforms, report, _ = shacl(data, shacl_graph=rules, inference="none", advanced=False, meta_shacl=False)
    if conforms:
        return []
    by_node: dict[str, list[Claim]] = {}
    for claim in claims:
        by_node.setdefault(claim.node.value, []).append(claim)
    citing: dict[str, list[str]] = {}
    for quad in quads:
        if quad.predicate == PASSAGE:
            citing.setdefault(quad.object.value, []).append(quad.subject.value)  # type: ignore[union-attr]
    found: set[tuple[int, Violation]] = set()
    order = {id(claim): number for number, claim in enumerate(claims)}
    for result in report.subjects(SH.resultSeverity, None):
        focus = report.value(result, SH.focusNode)
        nodes = [str(focus)] if str(focus) in by_node else citing.get(str(focus), [])
        for node in nodes:
            for claim in by_node.get(node, []):
                found.add((order[id(claim)], _violation(report, result, rules, claim, model)))
    return [violation for _, violation in sorted(found, key=lambda pair: (pair[0], str(pair[1])))]


def data_graph(quads: Iterable[Quad], rules: Graph, model: Model) -> Graph:
    """What the shapes look at, as an rdflib graph: types, and the properties that a path, a target or a comparison names.

    A concept is an instance of its scheme here, so that `sh:class` asks for the vocabulary; pySHACL walks the whole list of a
    `sh:in` again for every value.
    """
    named = {str(term) for term in rules.objects() if isinstance(term, URIRef)} | {RDF_TYPE.value}
    graph = Graph()
    for quad in quads:
        if quad.predicate.value in named:
            graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    for scheme, concepts in model.vocabulary.schemes.items():
        for slug in concepts:
            graph.add((_node(iri(scheme, slug)), RDF.type, _node(iri("scheme", scheme))))
    return graph


@cache
def _node(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, Literal)
    datatype = None if term.language or term.datatype.value.endswith("#string") else URIRef(term.datatype.value)
    return RdfLiteral(term.value, datatype=datatype, lang=term.language, normalize=False)


def _violation(report: Graph, result: Node, rules: Graph, claim: Claim, model: Model) -> Violation:
    shape = report.value(result, SH.sourceShape)
    blamed = rules.value(shape, BLAMES)
    path = str(blamed or report.value(result, SH.resultPath) or "")
    property_ = path.removeprefix(STATED).removeprefix(ONTOLOGY)
    column = next((c.name for c in claim.table.columns if c.property == property_), "")
    shown = claim.row[column] if blamed else _key(report.value(result, SH.value))
    fault = str(report.value(result, SH.resultMessage) or "breaks a rule")
    if not column and not shown:
        fault = f"the row of “{claim.table.name}” {fault}"
    remedy = _hint(shown, column, claim, model) or str(rules.value(shape, REMEDY) or "")
    origin = claim.row.origin
    return Violation(origin.file, origin.row, column, shown, fault, remedy)


def _key(value: Node | None) -> str:
    if value is None:
        return ""
    text = id_of(str(value))
    return text.partition("/")[2] if isinstance(value, URIRef) and text != str(value) else text


def _hint(value: str, column: str, claim: Claim, model: Model) -> str:
    """What the writer may have meant: a value of another column's kind, or a misspelling."""
    declared = claim.table.by_name.get(column)
    if not value or declared is None or declared.type not in ("entity", "concept", "country"):
        return ""
    for other in claim.table.columns:
        if other.type == "concept" and other.name != column and value in model.vocabulary.scheme(other.vocabulary):
            return f"it is a {other.vocabulary}; put it in the column {other.name}"
    known: Mapping[str, object] = model.vocabulary.scheme(declared.vocabulary)
    near = process.extractOne(value, sorted(known), score_cutoff=75) if known else None
    return f"did you mean {near[0]}?" if near else ""
