"""The closed list of the ontology's terms for Python: a misspelt term fails instead of inventing a new one."""

from __future__ import annotations

from functools import cache
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
        self._names: frozenset[str] | None = None

    def names(self) -> frozenset[str]:
        """Local names of all declared terms; the file is read on first use."""
        if self._names is None:
            triples = parse(path=str(self._folder / "migov.ttl"), format=RdfFormat.TURTLE)
            self._names = frozenset(
                t.subject.value[len(ONTOLOGY) :]
                for t in triples
                if t.predicate == RDF_TYPE and isinstance(t.subject, NamedNode) and t.subject.value.startswith(ONTOLOGY)
            )
        return self._names

    def __contains__(self, name: str) -> bool:
        return name in self.names()

    def __getitem__(self, name: str) -> NamedNode:
        if name not in self.names():
            raise UnknownTerm(name, nearest(name, self.names()))
        return NamedNode(ONTOLOGY + name)

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
