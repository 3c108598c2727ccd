"""Claims become quads: what a document states stands in the document's own graph, word for word as the row says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from migov.graph.bounds import bounds
from migov.graph.claims import Claim, Place
from migov.graph.model import Model
from migov.graph.terms import INTEGER, term_of
from migov.ontology.namespaces import RDF_TYPE, STATED, graph, iri


def asserted(claims: Iterable[Claim], model: Model) -> Iterator[Quad]:
    """The quads of claims, the passages they cite and the bare existence of what they are about."""
    say = model.terms
    for claim in claims:
        where = graph("judged" if claim.table.judged else f"document/{claim.document}")
        yield Quad(claim.subject, RDF_TYPE, say[claim.table.cls], where)
        yield Quad(claim.node, RDF_TYPE, say[claim.table.claim_class], where)
        yield Quad(claim.node, say["about"], claim.subject, where)
        for column in claim.table.stated:
            for value in claim.values.get(column.name, ()):
                yield Quad(claim.node, NamedNode(STATED + column.property), term_of(column, value), where)
                if column.vocabulary == "theme" and _named(claim, value, model):
                    yield Quad(claim.node, say["namesTheme"], term_of(column, value), where)
        yield from bounds(claim.node, claim.table, claim.values, model, where)
        yield from _evidence(claim, model, where)


def _evidence(claim: Claim, model: Model, where: NamedNode) -> Iterator[Quad]:
    say = model.terms
    for number, place in enumerate(claim.places):
        passage = iri("passage", f"{place.document}/{place.lines}")
        yield Quad(claim.node, say["passage"], passage, where)
        if number == 0 and "lines" in claim.values:
            yield Quad(claim.node, say["mainPassage"], passage, where)
        yield from _passage(passage, place, model, where)
    for place in _compared(claim):
        passage = iri("passage", f"{place.document}/{place.lines}")
        yield Quad(claim.node, say["comparedPassage"], passage, where)
        yield from _passage(passage, place, model, where)
    if claim.section:
        yield Quad(claim.node, say["section"], Literal(claim.section), where)
    for name in ("certainty", "printed", "note"):
        for value in claim.values.get(name, ()):
            yield Quad(claim.node, say[name], term_of(claim.table.by_name[name], value), where)


def _compared(claim: Claim) -> Iterator[Place]:
    """The places that a judgement names in columns of its own."""
    for column in claim.table.stated:
        if column.type == "places":
            for value in claim.values.get(column.name, ()):
                document, _, lines = value.rpartition(":")
                yield Place(document, lines)


def _passage(passage: NamedNode, place: Place, model: Model, where: NamedNode) -> Iterator[Quad]:
    say = model.terms
    first, last = place.range
    yield Quad(passage, RDF_TYPE, say["Passage"], where)
    yield Quad(passage, say["document"], iri("document", place.document), where)
    yield Quad(passage, say["firstLine"], Literal(str(first), datatype=INTEGER), where)
    yield Quad(passage, say["lastLine"], Literal(str(last), datatype=INTEGER), where)
    locator = model.locators.locate(place.document, first, last)
    if locator:
        yield Quad(passage, say["locator"], Literal(locator), where)


def _named(claim: Claim, theme: str, model: Model) -> bool:
    """Whether a label of the theme stands in one of the claim's places."""
    return any(model.theme_lines.named(place.document, *place.range, theme) for place in claim.places)
