"""Labels of things by id, for everything that shows ids to people."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from migov.graph.store import Store
from migov.ontology.namespaces import id_of, iri, key_of

QUERY = "SELECT ?thing ?label WHERE { VALUES ?thing { %s } ?thing rdfs:label ?label }"
TITLES = "SELECT DISTINCT ?document ?title WHERE { VALUES ?document { %s } ?document :title ?title }"


def terms(ids: Iterable[str]) -> str:
    """Ids (`agency/iom`) as the terms of a VALUES clause, sorted."""
    return " ".join(str(iri(*name.split("/", 1))) for name in sorted(set(ids)))


def labels(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The label of each id that has one; of several the first in the alphabet."""
    found = store.recall.of("labels", ids, lambda missing: _labels(store, missing))
    return {name: label for name, label in found.items() if label is not None}


def _labels(store: Store, ids: Iterable[str]) -> dict[str, str]:
    found = store.select(QUERY % terms(ids))
    pairs = [(id_of(t), v.value) for t, v in found.rows if isinstance(t, NamedNode) and isinstance(v, Literal)]
    return dict(sorted(pairs, reverse=True))


def titles(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """The title of each of these documents (`eval2008`), of several the first."""
    found = store.select(TITLES % terms(f"document/{name}" for name in documents if name))
    pairs = [(key_of(d), t.value) for d, t in found.rows if isinstance(d, NamedNode) and isinstance(t, Literal)]
    return dict(sorted(dict(sorted(pairs, reverse=True)).items()))
