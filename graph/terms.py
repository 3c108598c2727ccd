"""From a cleaned value to an RDF term, and back: the one place that knows both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from migov.ontology.namespaces import ID, PREFIXES, id_of, iri, key_of

if TYPE_CHECKING:
    from migov.loaders.declaration import Column

XSD: Final = PREFIXES["xsd"]
DECIMAL: Final = NamedNode(XSD + "decimal")
INTEGER: Final = NamedNode(XSD + "integer")
DATE_BY_LENGTH: Final = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: NamedNode(XSD + "date")}

Object = NamedNode | Literal
Term = NamedNode | Literal | BlankNode | Triple


def term_of(column: Column, value: str) -> Object:
    """The term of one cleaned value. A date keeps its printed precision: gYear, gYearMonth or date."""
    match column.type:
        case "entity" | "concept" | "country":
            return iri(_segment(column, value), value)
        case "thing":
            return NamedNode(iri(*value.split("/", 1)).value)
        case "decimal":
            return Literal(value, datatype=DECIMAL)
        case "integer":
            return Literal(value, datatype=INTEGER)
        case "date" | "from" | "to":
            return date_literal(value)
    return Literal(value)


def date_literal(value: str) -> Literal:
    """A date at its printed precision."""
    return Literal(value, datatype=DATE_BY_LENGTH[len(value)])


def value_of(column: Column, term: Term) -> str:
    """The cell text of a term: the way back."""
    if isinstance(term, NamedNode) and term.value.startswith(ID):
        return id_of(term) if column.type == "thing" else key_of(term)
    return term.value if isinstance(term, Literal | NamedNode) else ""


def _segment(column: Column, value: str) -> str:
    """The id segment a reference points into; `agency|country` is told by the look of the value (SWE, or gov-swe)."""
    first, _, second = column.vocabulary.partition("|")
    return second if second and len(value) == 3 and value.isupper() else first
