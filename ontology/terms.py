"""The closed list of the ontology's terms for Python: a misspelt term fails instead of inventing a new one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, parse

from migov.ontology.errors import UnknownTerm
from migov.ontology.namespaces import ONTOLOGY, RDF_TYPE

FOLDER: Final = Path(__file__).parent


class Terms:
    """The classes and properties that a `migov.ttl` declares: `MIGOV.budget`, `MIGOV["budget"]`.

    Raises `UnknownTerm`, with the nearest name, for any other.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _nodes(self) -> Mapping[str, NamedNode]:
        """All declared terms by local name; the file is read on first use."""
        return {
            t.subject.value[len(ONTOLOGY) :]: t.subject
            for t in parse(path=str(self._folder / "migov.ttl"), format=RdfFormat.TURTLE)
            if t.predicate == RDF_TYPE and isinstance(t.subject, NamedNode) and t.subject.value.startswith(ONTOLOGY)
        }

    def names(self) -> frozenset[str]:
        """Local names of all declared terms."""
        return frozenset(self._nodes)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def __getitem__(self, name: str) -> NamedNode:
        node = self._nodes.get(name)
        if node is None:
            raise UnknownTerm(name, nearest(name, self.names()))
        return node

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


def nearest(name: str, names: frozenset[str]) -> str | None:
    """The declared name most like a misspelt one, or None when none is near."""
    from rapidfuzz import process  # noqa: PLC0415 - only needed for a message

    found = process.extractOne(name, sorted(names), score_cutoff=60)
    return found[0] if found else None


@cache
def terms(folder: Path = FOLDER) -> Terms:
    """The terms of an ontology folder, read once."""
    return Terms(folder)


MIGOV: Final = terms()
