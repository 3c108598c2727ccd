"""Where the graph lives: one contract, an Oxigraph folder on disk or Oxigraph in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from migov.graph.recall import Recall
from migov.graph.terms import Term
from migov.ontology.errors import QueryError, StoreError
from migov.ontology.namespaces import PREFIXES


@dataclass(frozen=True, slots=True)
class Solutions:
    """Answer of a SELECT: names of the variables, and a row of terms for each solution (None where unbound)."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Store(Protocol):
    """What every store can do. Queries see the union of all named graphs; the prefixes of `PREFIXES` are known."""

    @property
    def recall(self) -> Recall:
        """What was read before; a new one each time where the store may change unseen."""

    def select(self, query: str) -> Solutions:
        """Solutions of a SELECT. Raises `QueryError` for text that does not parse or is no SELECT."""

    def quads(self) -> Iterator[ox.Quad]:
        """All quads, in no order."""

    def __len__(self) -> int:
        """Number of quads."""


class BuildingStore(Store, Protocol):
    """A store in which a graph is being made."""

    def construct(self, query: str) -> Iterator[ox.Triple]:
        """Triples of a CONSTRUCT. Raises `QueryError`."""

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Adds quads."""


class OxigraphStore:
    """Oxigraph, in memory or in a folder."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine
        self.recall = Recall()

    @classmethod
    def memory(cls, quads: Iterable[ox.Quad] = ()) -> OxigraphStore:
        """A store in memory that holds these quads."""
        engine = ox.Store()
        engine.bulk_extend(quads)
        return cls(engine)

    @classmethod
    def create(cls, folder: Path, quads: Iterable[ox.Quad]) -> None:
        """Writes a new folder that holds these quads and closes it. Raises `StoreError` when it cannot be written."""
        try:
            engine = ox.Store(str(folder))
        except OSError as fault:
            raise StoreError(f"no store can be written to {folder}: {fault}") from fault
        engine.bulk_extend(quads)
        engine.optimize()
        engine.flush()

    @classmethod
    def open(cls, folder: Path) -> OxigraphStore:
        """Opens a folder for reading; any number of readers may do so at once."""
        try:
            return cls(ox.Store.read_only(str(folder)))
        except OSError as fault:
            raise StoreError(f"the store {folder} cannot be read: {fault}") from fault

    def select(self, query: str) -> Solutions:
        found = self._run(query)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("this is no SELECT query")
        variables = tuple(v.value for v in found.variables)
        return Solutions(variables, tuple(tuple(row) for row in found))

    def construct(self, query: str) -> Iterator[ox.Triple]:
        found = self._run(query)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("this is no CONSTRUCT query")
        return iter(found)

    def add(self, quads: Iterable[ox.Quad]) -> None:
        self._engine.extend(quads)
        self.recall.clear()

    def quads(self) -> Iterator[ox.Quad]:
        return self._engine.quads_for_pattern(None, None, None, None)

    def __len__(self) -> int:
        return len(self._engine)

    def _run(self, query: str) -> object:
        try:
            return self._engine.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as fault:
            raise QueryError(f"the query does not parse: {fault}") from fault


def sorted_quads(quads: Iterable[ox.Quad]) -> Sequence[ox.Quad]:
    """Quads in the order of their N-Quads text: the one order in which they are written."""
    return sorted(set(quads), key=str)


def serialise(quads: Iterable[ox.Quad], format: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> bytes:
    """The quads as bytes, the same for the same quads."""
    prefixes = {name: value for name, value in PREFIXES.items() if name}
    content = ox.serialize(sorted_quads(quads), format=format, prefixes=prefixes)
    assert content is not None
    return content
