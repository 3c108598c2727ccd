"""What to call a thing that has no label: a printed figure, a consultation, a membership - by what its row is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from migov.graph.evidence import text
from migov.graph.labels import labels, terms
from migov.graph.store import Store
from migov.loaders.declaration import Declaration, declaration
from migov.ontology.namespaces import STATED, id_of

KEYS = """
SELECT DISTINCT ?thing ?property ?value ?label WHERE {
  VALUES ?thing { %s }
  ?claim :about ?thing ; ?property ?value .
  FILTER(STRSTARTS(STR(?property), STR(stated:)))
  OPTIONAL { ?value rdfs:label ?label }
}"""
RUNNING = "text"
"""Stands for the number of a table where a figure is printed in running text."""


def described(store: Store, ids: Iterable[str], tables: Declaration | None = None) -> Mapping[str, str]:
    """A name for each id: its label, else the values of its table's key columns, as in `GMG, IOM`."""
    wanted = set(ids)
    named = dict(labels(store, wanted))
    segments = (tables or declaration()).segments
    nameless = {name for name in wanted - set(named) if name.partition("/")[0] in segments}
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for thing, property_, value, label in store.select(KEYS % terms(nameless)).rows if nameless else ():
        if isinstance(thing, NamedNode) and isinstance(property_, NamedNode):
            said[id_of(thing)][property_.value.removeprefix(STATED)].add(text(label) or text(value))
    for name in nameless:
        keys = [column.property for column in segments[name.partition("/")[0]].keys if column.name != "document"]
        parts = [", ".join(sorted(said[name][key])) for key in keys]
        if words := [part for part in parts if part and part != RUNNING]:
            named[name] = ", ".join(words)
    return named
