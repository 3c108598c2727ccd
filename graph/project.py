"""Projection: the edges that a view asks for, as a networkx network with labels, kinds, themes and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import sources, text
from migov.graph.labels import terms
from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.graph.store import Solutions, Store
from migov.ontology.drawing import Drawing, drawing
from migov.ontology.errors import QueryError
from migov.ontology.namespaces import ONTOLOGY, id_of

VIEWS: Final = Path(__file__).parent / "views"
MOST: Final = 140
"""Nodes that a first view may hold and still be read."""
SOURCE_LINE: Final = (
    "Source: migov, from documents of the ILO; what they do not say is not recorded, and silence is not absence."
)


def views() -> tuple[str, ...]:
    """Names of the views."""
    return tuple(sorted(path.stem for path in VIEWS.glob("*.rq")))


def project(store: Store, view: str, style: Drawing | None = None, most: int = MOST) -> Network:
    """The network of a view, with at most `most` nodes: those with most ties; the caption says how many there are.

    Raises `QueryError` for a view that does not exist.
    """
    if view not in views():
        raise QueryError(f"there is no view “{view}”; the views are {', '.join(views())}")
    query = (VIEWS / f"{view}.rq").read_text(encoding="utf-8")
    return network_of(store, store.select(query), _summary(query), style, most)


def network_of(store: Store, edges: Solutions, summary: str, style: Drawing | None = None, most: int = MOST) -> Network:
    """The network of solutions with the variables edge, source, property and target."""
    style = style or drawing()
    all_ties = [(id_of(e), id_of(s), _local(p), id_of(t)) for e, s, p, t in _named(edges)]
    kept, count = _most_tied(all_ties, most)
    ties = [tie for tie in all_ties if tie[1] in kept and tie[3] in kept]
    nodes = sorted({name for _, source, _, target in ties for name in (source, target)})
    if count > len(nodes):
        summary = f"{summary}. Shown: the {len(nodes)} of {count} with most ties"
    names, kinds = _labels(store, nodes), _kinds(store, nodes, style)
    themes = _themes(store, [edge for edge, *_ in ties])
    said = sources(store, [edge for edge, *_ in ties])
    about: dict[str, set[str]] = defaultdict(set)
    for edge, source, _, target in ties:
        about[source] |= themes[edge]
        about[target] |= themes[edge]
    network = new_network(Caption(_finding(all_ties, names), summary, SOURCE_LINE))
    for name in nodes:
        label, full = names.get(name, (name, name))
        slugs = tuple(sorted(about[name]))
        network.add_node(name, data=Node(label, full, kinds.get(name, "Record"), slugs))
    for edge, source, kind, target in sorted(ties, key=lambda tie: tie[1:]):
        network.add_edge(source, target, key=kind, data=Tie(kind, "", tuple(sorted(themes[edge])), said.get(edge, ())))
    return network


def _most_tied(ties: Sequence[tuple[str, str, str, str]], most: int) -> tuple[set[str], int]:
    """The `most` nodes with most ties, and how many nodes there are."""
    counts = Counter(name for _, source, _, target in ties for name in (source, target))
    return set(sorted(counts, key=lambda name: (-counts[name], name))[:most]), len(counts)


def _named(found: Solutions) -> Iterable[tuple[NamedNode, ...]]:
    for row in found.rows:
        terms = tuple(term for term in row if isinstance(term, NamedNode))
        if len(terms) == len(row):
            yield terms


def _local(property_: NamedNode) -> str:
    return property_.value.removeprefix(ONTOLOGY)


def _labels(store: Store, names: list[str]) -> dict[str, tuple[str, str]]:
    """Short and long label by id."""
    found = store.select(
        f"SELECT ?thing ?label ?name WHERE {{ VALUES ?thing {{ {terms(names)} }} ?thing rdfs:label ?label "
        "OPTIONAL { ?thing :name ?name } }"
    )
    return {
        id_of(row[0]): (text(row[1]), text(row[2]) or text(row[1]))
        for row in sorted(found.rows, key=lambda r: (text(r[0]), text(r[1])), reverse=True)
        if isinstance(row[0], NamedNode)
    }


def _kinds(store: Store, names: list[str], style: Drawing) -> dict[str, str]:
    """The narrowest drawn class of each thing; the alphabet decides between equals."""
    found = store.select(f"SELECT ?thing ?class WHERE {{ VALUES ?thing {{ {terms(names)} }} ?thing a ?class }}")
    classes: dict[str, set[str]] = defaultdict(set)
    for thing, cls in found.rows:
        if isinstance(thing, NamedNode) and isinstance(cls, NamedNode):
            classes[id_of(thing)].add(_local(cls))
    return {
        name: min(drawn, key=lambda c: (-style.depths[c], c))
        for name, all_ in classes.items()
        if (drawn := all_ & style.depths.keys())
    }


def _themes(store: Store, edges: Iterable[str]) -> dict[str, set[str]]:
    """Slugs of the themes of what each edge derives from."""
    query = "SELECT ?edge ?theme WHERE { VALUES ?edge { %s } ?edge :derivedFrom/:theme ?theme }"
    themes: dict[str, set[str]] = defaultdict(set)
    for edge, theme in _named(store.select(query % terms(edges))):
        themes[id_of(edge)].add(id_of(theme).removeprefix("theme/"))
    return themes


def _summary(query: str) -> str:
    return next((line.split(":", 1)[1].strip() for line in query.splitlines() if line.startswith("#+ summary:")), "")


def _finding(ties: list[tuple[str, str, str, str]], names: Mapping[str, tuple[str, str]]) -> str:
    """A title that says what was found: who holds how much of it."""
    if not ties:
        return "No ties are recorded"
    held: dict[str, set[int]] = defaultdict(set)
    for number, (_, source, _, target) in enumerate(ties):
        held[source].add(number)
        held[target].add(number)
    leaders = sorted(held, key=lambda name: (-len(held[name]), name))[:3]
    share = round(100 * len(set().union(*(held[name] for name in leaders))) / len(ties))
    said = [names.get(name, (name, name))[0] for name in leaders]
    listed = " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
    return f"{listed} hold {share} % of the {len(ties)} recorded ties"
