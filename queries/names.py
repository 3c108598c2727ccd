"""Names a person may use in a question, looked up in the graph: acronyms, names and aliases, countries, labels of concepts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from migov.graph.store import Store
from migov.ontology.countries import fold
from migov.ontology.errors import NothingFound, QueryError
from migov.ontology.namespaces import id_of

QUERY = """
SELECT DISTINCT ?thing ?form WHERE {
  { ?thing a :Party ; :acronym|:name|:alias|rdfs:label ?form }
  UNION { ?thing a :Country ; skos:prefLabel ?form }
  UNION { ?thing skos:inScheme ?scheme ; skos:prefLabel|skos:altLabel ?form }
  UNION { ?thing a :Instrument ; :title ?form }
  UNION { ?thing a :Project ; :title|:symbol ?form }
}"""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Ids by kind of thing (`agency`, `theme`) and folded form."""

    forms: Mapping[str, Mapping[str, frozenset[str]]]

    def key(self, kind: str, name: str) -> str:
        """The key of the one thing of this kind that the name means: `key("agency", "IOM")` is `iom`.

        Raises `NothingFound`, with the nearest names, for an unknown one, and `QueryError` for a name that several share.
        """
        known = self.forms.get(kind, {})
        found = known.get(fold(name), frozenset())
        if len(found) > 1:
            raise QueryError(f"“{name}” may mean {' or '.join(sorted(found))}; write one of these")
        if found:
            return next(iter(found))
        near = process.extract(fold(name), sorted(known), limit=3, score_cutoff=70)
        raise NothingFound(name, tuple(dict.fromkeys(key for form, *_ in near for key in sorted(known[form]))))


def names(store: Store) -> NameIndex:
    """All names the graph knows; a thing's own key is one of them and means nothing else."""
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    keys: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for thing, form in store.select(QUERY).rows:
        if isinstance(thing, NamedNode) and isinstance(form, Literal):
            kind, _, key = id_of(thing).partition("/")
            forms[kind][fold(form.value)].add(key)
            keys[kind][fold(key)].add(key)
    return NameIndex({kind: {f: frozenset(k) for f, k in (forms[kind] | keys[kind]).items()} for kind in forms})
