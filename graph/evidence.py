"""Where it is said: the claims behind relations and entities, with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.labels import terms
from migov.graph.store import Store
from migov.graph.terms import Term
from migov.ontology.namespaces import ID, id_of, key_of


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One claim: its place (document, locator, lines), what it says in few words, how certain it is.

    A judged claim stands at the places that it compares, if it names them, else nowhere; `what` is the editors' reason.
    """

    document: str
    locator: str
    lines: str
    what: str
    certainty: str


SAID = """
SELECT DISTINCT ?thing ?claim ?section ?certainty ?what WHERE {
  VALUES ?thing { %s }
  %s
  OPTIONAL { ?claim :section ?section }
  OPTIONAL { ?claim :certainty ?certainty }
  OPTIONAL { ?claim stated:title|stated:what|stated:reason|stated:name|stated:statement ?what }
}"""
CLAIMED = "?thing :derivedFrom* ?base . ?claim :about ?base ."
ITSELF = "BIND(?thing AS ?claim)"
# Places are asked for apart: as an OPTIONAL of the query above the engine reads those of all claims first.
PLACES = """
SELECT DISTINCT ?claim ?passage ?document ?first ?last ?locator WHERE {
  VALUES ?claim { %s }
  ?claim %s ?passage . ?passage :document ?document ; :firstLine ?first ; :lastLine ?last .
  OPTIONAL { ?passage :locator ?locator }
}"""
MAIN = "SELECT DISTINCT ?claim ?passage WHERE { VALUES ?claim { %s } ?claim :mainPassage ?passage }"
NOWHERE: Final = (None, "", "", "")


def sources(store: Store, ids: Iterable[str]) -> Mapping[str, tuple[Source, ...]]:
    """Sources by id, sorted by place: of a claim its own, of anything else those of all claims about it.

    What derives from others (an edge, a joint project) has their sources.
    """
    found = store.recall.of("sources", ids, lambda missing: _found(store, missing))
    return {name: said for name, said in found.items() if said is not None}


def _found(store: Store, ids: Iterable[str]) -> dict[str, tuple[Source, ...]]:
    return {name: said for wanted, how in told_apart(ids) for name, said in _sources(store, wanted, how).items()}


def told_apart(ids: Iterable[str]) -> Iterator[tuple[set[str], str]]:
    """Ids of claims, then all others, each with the pattern that leads from `?thing` to its `?claim`; none is empty."""
    wanted = set(ids)
    claims = {name for name in wanted if name.startswith("claim/")}
    if claims:
        yield claims, ITSELF
    if wanted - claims:
        yield wanted - claims, CLAIMED


def _sources(store: Store, ids: Iterable[str], how: str) -> dict[str, tuple[Source, ...]]:
    said = store.select(SAID % (terms(ids), how)).rows
    claims = " ".join(sorted({str(claim) for _, claim, *_ in said}))
    places: dict[Term | None, list[tuple[Term | None, str, str, str]]] = defaultdict(list)
    rows = store.select(PLACES % (claims, ":passage")).rows
    placed = {row[0] for row in rows}
    if judged := " ".join(sorted({str(claim) for _, claim, *_ in said if claim not in placed})):
        rows += store.select(PLACES % (judged, ":comparedPassage")).rows
    for claim, passage, document, first, last, locator in rows:
        lines = text(first) if text(first) == text(last) else f"{text(first)}-{text(last)}"
        places[claim].append((passage, text(document), text(locator), lines))
    main = {(claim, passage) for claim, passage in store.select(MAIN % claims).rows}
    found: dict[str, set[Source]] = defaultdict(set)
    for thing, claim, section, certainty, what in said:
        assert isinstance(thing, NamedNode)
        for passage, printed_in, place, at in places.get(claim, [NOWHERE]):
            own = section is not None and (claim, passage) in main
            where = text(section) if own else place
            found[id_of(thing)].add(Source(printed_in, where, at, text(what), text(certainty)))
    return {name: tuple(sorted(said, key=in_order)) for name, said in found.items()}


def text(term: Term | None) -> str:
    """A literal's text, or the key of one of our ids; empty for nothing."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return key_of(term) if term.value.startswith(ID) else term.value
    return str(getattr(term, "value", ""))


def in_order(source: Source) -> tuple[str, int, Source]:
    """Sorts sources by document and line."""
    return source.document, int(source.lines.partition("-")[0] or 0), source
