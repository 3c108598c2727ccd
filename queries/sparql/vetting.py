"""Whether a query of one's own can mean something: it only asks, and every name in it exists.

A misspelt property would otherwise find nothing, and nothing looks like an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from pyoxigraph import NamedNode

from migov.graph.store import Store
from migov.ontology.errors import QueryError, UnknownTerm
from migov.ontology.namespaces import ID, ONTOLOGY, PREFIXES, STATED, id_of
from migov.ontology.terms import MIGOV, nearest
from migov.queries.sparql.tokens import Token, tokens

UPDATES: Final = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
ASKING: Final = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
SLASHED: Final = re.compile(r"(?:/[\w.\-]*\w)+(?![:\w])")
"""What follows `id:agency` in `id:agency/iom`, which SPARQL would read as a path."""
SLASH: Final = re.compile(r"(?<!\\)/")

DECLARED: Final = """
SELECT DISTINCT ?term WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty owl:SymmetricProperty }
  ?term a ?kind .
}"""
PRESENT: Final = """
SELECT DISTINCT ?term WHERE {
  VALUES ?term { %s }
  FILTER(EXISTS { ?term ?p1 ?o1 } || EXISTS { ?s2 ?p2 ?term } || EXISTS { ?s3 ?term ?o3 } || EXISTS { GRAPH ?term { ?s4 ?p4 ?o4 } })
}"""
THINGS: Final = "SELECT DISTINCT ?thing WHERE { ?thing a ?kind }"


@dataclass(frozen=True, slots=True)
class Vetted:
    """The form of a query (SELECT, ASK, CONSTRUCT, DESCRIBE), and warnings: names of other vocabularies that find nothing."""

    form: str
    warnings: tuple[str, ...] = ()


def vet(store: Store, query: str) -> Vetted:
    """What kind of query it is. Its syntax is the parser's matter.

    Raises `QueryError` for a query that changes the graph, asks another server, uses an undeclared prefix or an id the graph does
    not hold, and `UnknownTerm` for a term the ontology does not have, each with the nearest name.
    """
    words = list(tokens(query))
    form = _form(words)
    names = dict(_names(query, words))
    present = _present(store, (name for name in names if not name.startswith((ONTOLOGY, STATED))))
    _known_ids(store, [name for name in names if name.startswith(ID) and name not in present])
    for said in names.values():
        if not said.startswith("<") and SLASH.search(said):
            raise QueryError(f"write {SLASH.sub(chr(92) + '/', said)}: SPARQL reads the slash in {said} as a path")
    _known_terms(store, [name for name in names if name.startswith((ONTOLOGY, STATED))])
    known = (ONTOLOGY, STATED, ID, PREFIXES["xsd"])
    absent = sorted(said for name, said in names.items() if name not in present and not name.startswith(known))
    return Vetted(form, tuple(f"{said} stands nowhere in the graph." for said in absent))


def _form(words: Sequence[Token]) -> str:
    said = [word.text.upper() for word in words if word.kind == "word"]
    form = next((word for word in said if word in UPDATES | ASKING), "")
    if form in UPDATES:
        raise QueryError(
            f"{form} changes a graph, and this one is only read; facts enter as rows: migov build my-rows.csv"
        )
    if not form:
        raise QueryError("this is no query: it has no SELECT, ASK, CONSTRUCT or DESCRIBE")
    if "SERVICE" in said:
        raise QueryError("SERVICE asks another server, and answers come from this graph alone; leave it out")
    return form


def _names(query: str, words: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each IRI of a query, whole, and as it is written there; those of the prologue are none."""
    prefixes, base, at = dict(PREFIXES), "", 0
    while at < len(words):
        word, following = words[at], words[at + 1 : at + 3]
        kinds = [w.kind for w in following]
        if _is(word, "PREFIX") and kinds == ["name", "iri"]:
            prefixes[following[0].text[:-1]] = _whole(following[1].text, base)
            at += 3
            continue
        if _is(word, "BASE") and kinds[:1] == ["iri"]:
            base = _whole(following[0].text, base)
            at += 2
            continue
        if word.kind == "iri" and (whole := _whole(word.text, base)):
            yield whole, word.text
        elif word.kind == "name":
            yield _expanded(word, query, prefixes)
        at += 1


def _is(word: Token, keyword: str) -> bool:
    return word.kind == "word" and word.text.upper() == keyword


def _whole(written: str, base: str) -> str:
    """The IRI between angle brackets; empty for what is none, as the two comparisons in `?a<1&&?b>2`."""
    plain = re.sub(r"\\u(.{4})|\\U(.{8})", lambda m: chr(int(m[1] or m[2], 16)), written[1:-1])
    whole = urljoin(base, plain) if base else plain
    try:
        return NamedNode(whole).value
    except ValueError:
        return ""


def _expanded(word: Token, query: str, prefixes: Mapping[str, str]) -> tuple[str, str]:
    """The IRI of a prefixed name; `id:agency/iom` is taken as it is meant."""
    prefix, _, local = word.text.partition(":")
    if prefix not in prefixes:
        known = ", ".join(f"{name}:" for name in prefixes if name)
        raise QueryError(
            f"the prefix {prefix}: is not declared; known are {known}; any other begins the query: PREFIX {prefix}: <...>"
        )
    whole = prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
    rest = SLASHED.match(query, word.end) if whole.startswith(ID) and whole != ID else None
    return (whole + rest[0], word.text + rest[0]) if rest else (whole, word.text)


def _present(store: Store, names: Iterable[str]) -> set[str]:
    wanted = " ".join(f"<{name}>" for name in names)
    found = store.select(PRESENT % wanted).rows if wanted else ()
    return {term.value for (term,) in found if isinstance(term, NamedNode)}


def _known_ids(store: Store, absent: Sequence[str]) -> None:
    """Refuses the first id that the graph does not hold. A beginning (`id:`, `id:agency\\/`) is none: it is compared as text."""
    absent = [name for name in absent if name != ID]
    if not absent:
        return
    known = {id_of(thing) for (thing,) in store.select(THINGS).rows if isinstance(thing, NamedNode)}
    kinds = {name.partition("/")[0] for name in known if ":" not in name}
    for name in absent:
        kind, slash, key = id_of(name).partition("/")
        if kind not in kinds:
            raise QueryError(f"the graph has no kind of thing “{kind}”{_hint(_nearest(kind, kinds))}")
        if key or not slash:
            near = (
                _nearest(f"{kind}/{key}", {thing for thing in known if thing.startswith(f"{kind}/")}) if key else None
            )
            raise QueryError(f"the graph has no thing “{id_of(name)}”{_hint(near)}")


def _known_terms(store: Store, names: Sequence[str]) -> None:
    """Refuses the first term of ours that the store's own ontology does not declare, or ours where it has none."""
    if not names:
        return
    found = {term.value for (term,) in store.select(DECLARED).rows if isinstance(term, NamedNode)}
    for space, shown in ((ONTOLOGY, ""), (STATED, "stated:")):
        known = {term.removeprefix(space) for term in found if term.startswith(space)} or set(MIGOV.names())
        for name in (n.removeprefix(space) for n in names if n.startswith(space) and n != space):
            if name not in known:
                near = _nearest(name, known)
                raise UnknownTerm(shown + name, shown + near if near else None)


def _hint(near: str | None) -> str:
    return f"; did you mean “{near}”?" if near else ""


def _nearest(name: str, names: set[str]) -> str | None:
    """The name that differs in case alone, or the most alike."""
    same = sorted(known for known in names if known.casefold() == name.casefold())
    return same[0] if same else nearest(name, frozenset(names))
