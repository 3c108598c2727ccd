"""Where it is said: the claims behind relations and entities, with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from migov.graph.labels import terms
from migov.graph.store import Store
from migov.graph.terms import Term
from migov.ontology.namespaces import ID, id_of, key_of


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One claim: its place (document, locator, lines), what it says in few words, how certain it is.

    A judged claim has no document; `what` is the editors' reason.
    """

    document: str
    locator: str
    lines: str
    what: str
    certainty: str


QUERY = """
SELECT ?thing ?claim ?main ?document ?first ?last ?section ?locator ?certainty ?what WHERE {
  VALUES ?thing { %s }
  %s
  OPTIONAL { ?claim :passage ?passage . ?passage :document ?document ; :firstLine ?first ; :lastLine ?last
    OPTIONAL { ?passage :locator ?locator }
    OPTIONAL { ?claim :mainPassage ?passage BIND(true AS ?main) } }
  OPTIONAL { ?claim :section ?section }
  OPTIONAL { ?claim :certainty ?certainty }
  OPTIONAL { ?claim stated:title|stated:what|stated:reason|stated:name|stated:statement ?what }
}"""
CLAIMED = "?thing :derivedFrom* ?base . ?claim :about ?base ."
ITSELF = "BIND(?thing AS ?claim)"


def sources(store: Store, ids: Iterable[str]) -> Mapping[str, tuple[Source, ...]]:
    """Sources by id, sorted by place: of a claim its own, of anything else those of all claims about it.

    What derives from others (an edge, a joint project) has their sources.
    """
    wanted = sorted(set(ids))
    claims = [name for name in wanted if name.startswith("claim/")]
    return {**_sources(store, claims, ITSELF), **_sources(store, [n for n in wanted if n not in set(claims)], CLAIMED)}


def _sources(store: Store, ids: Sequence[str], how: str) -> dict[str, tuple[Source, ...]]:
    if not ids:
        return {}
    found: dict[str, set[Source]] = defaultdict(set)
    for row in store.select(QUERY % (terms(ids), how)).rows:
        thing, _, main, document, first, last, section, locator, certainty, what = row
        assert isinstance(thing, NamedNode)
        found[id_of(thing)].add(
            Source(
                document=text(document),
                locator=text(section) if main is not None and section is not None else text(locator),
                lines=text(first) if text(first) == text(last) else f"{text(first)}-{text(last)}",
                what=text(what),
                certainty=text(certainty),
            )
        )
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
