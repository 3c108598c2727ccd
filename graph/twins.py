"""The twins of the column properties: what a claim states, declared from the properties of what it is about.

`:budget` is the chosen value of a project; `stated:budget` is what one claim says it is. A question that asks for `:budget` therefore
never counts a project once for each place that prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from migov.graph.model import Model
from migov.ontology.namespaces import PREFIXES, RDF_TYPE, RDFS_LABEL, STATED

OWL: Final = PREFIXES["owl"]
RDFS: Final = PREFIXES["rdfs"]
REFERENCES: Final = frozenset({"entity", "concept", "country", "thing"})


def twins(model: Model) -> Iterator[Triple]:
    """Declares each twin: kind of property, domain Claim, the same range, a label."""
    seen: set[str] = set()
    for table in model.tables.tables.values():
        for column in table.stated:
            if column.property in seen:
                continue
            seen.add(column.property)
            twin = NamedNode(STATED + column.property)
            kind = "ObjectProperty" if column.type in REFERENCES else "DatatypeProperty"
            yield Triple(twin, RDF_TYPE, NamedNode(OWL + kind))
            yield Triple(twin, RDFS_LABEL, Literal(f"states {column.property}", language="en"))
            yield Triple(twin, NamedNode(RDFS + "domain"), model.terms["Claim"])
            yield Triple(twin, NamedNode(RDFS + "seeAlso"), model.terms[column.property])
