"""From rows to the whole graph: claims, validation, choice and derivation, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from migov.graph.choose import chosen
from migov.graph.claims import Claim, claims_of
from migov.graph.convert import asserted
from migov.graph.derive import derive
from migov.graph.identity import identity
from migov.graph.model import Model, model
from migov.graph.store import OxigraphStore
from migov.graph.twins import twins
from migov.graph.validate import validate
from migov.loaders.names import resolve_rows
from migov.loaders.rows import Row
from migov.ontology.errors import RuleBroken
from migov.ontology.namespaces import PREFIXES, RDF_TYPE, graph, iri


@dataclass(frozen=True, slots=True)
class Landscape:
    """The whole graph in memory, and the claims it was made from."""

    store: OxigraphStore
    claims: Sequence[Claim]


def assemble(rows: Sequence[Row], using: Model | None = None) -> Landscape:
    """Builds the graph of these rows.

    Raises `RuleBroken` with every fault found when a row breaks a rule, `IdentityError` when judgements contradict each other.
    """
    using = using or model()
    resolved = resolve_rows(rows, using.tables, using.names(list(rows)))
    claims, faults = claims_of(resolved, using, identity(resolved))
    claims = sorted({claim.node.value: claim for claim in claims}.values(), key=lambda claim: claim.node.value)
    said = [*background(using), *asserted(claims, using)]
    faults += validate(said, claims, using)
    if faults:
        raise RuleBroken(tuple(sorted(faults, key=lambda fault: (fault.file, fault.row, fault.column))))
    store = OxigraphStore.memory(said)
    store.add(chosen(claims, using))
    derive(store, using.folder)
    return Landscape(store, claims)


def background(using: Model) -> Iterator[Quad]:
    """What is known before any row: the ontology, the vocabularies, the countries."""
    for name, path in _files(using):
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Quad(triple.subject, triple.predicate, triple.object, graph(name))
    for triple in twins(using):
        yield Quad(triple.subject, triple.predicate, triple.object, graph("ontology"))
    label = NamedNode(PREFIXES["skos"] + "prefLabel")
    for code, name in using.countries.names.items():
        country = iri("country", code)
        yield Quad(country, RDF_TYPE, using.terms["Country"], graph("vocabulary"))
        yield Quad(country, label, Literal(name, language="en"), graph("vocabulary"))
        yield Quad(country, using.terms["identifier"], Literal(code), graph("vocabulary"))
        for region in using.countries.regions.get(code, ()):
            yield Quad(country, using.terms["inRegion"], iri("region", region), graph("vocabulary"))


def _files(using: Model) -> Iterator[tuple[str, Path]]:
    yield "ontology", using.folder / "migov.ttl"
    yield "ontology", using.folder / "mappings.ttl"
    for path in sorted((using.folder / "vocabulary").glob("*.ttl")):
        yield "vocabulary", path
