"""An endpoint as a store: the same quads, the same export, and clear words when it fails."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from migov.graph.assemble import Landscape
from migov.graph.endpoint import EndpointStore
from migov.graph.export import export_rows
from migov.graph.store import serialise
from migov.ontology.errors import EngineUnreachable, QueryError
from migov.queries.comparison.overlap import overlap
from migov.queries.conflicts import conflicts


def test_the_server_holds_what_was_exported(server: str, shipped: Landscape) -> None:
    """The quads loaded from an export come back byte for byte, and so do the tables."""
    store = EndpointStore(server)
    assert len(store) == len(shipped.store)
    assert serialise(store.quads()) == serialise(shipped.store.quads())
    assert export_rows(store) == export_rows(shipped.store)


def test_overlap_and_conflicts_are_the_same_there(server: str, shipped: Landscape) -> None:
    """What is more than one question runs on a server as it runs here."""
    store = EndpointStore(server)
    assert overlap(store, "ilo", "iom") == overlap(shipped.store, "ilo", "iom")
    assert conflicts(store) == conflicts(shipped.store)


def test_a_query_the_server_refuses_is_told(server: str) -> None:
    """Bad SPARQL is the asker's fault, not the engine's."""
    with pytest.raises(QueryError, match="refuses"):
        EndpointStore(server).select("SELECT nonsense")


def test_nobody_there_is_told() -> None:
    """An address where nothing listens is said to be out of reach."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/query"
    with pytest.raises(EngineUnreachable, match="cannot be reached"):
        EndpointStore(address).select("SELECT * { ?s ?p ?o }")


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes the question and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taken: list[socket.socket] = []
        threading.Thread(target=lambda: taken.append(listening.accept()[0]), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/query"
        for connection in taken:
            connection.close()


def test_no_answer_in_time_is_told(silent: str) -> None:
    """A server that hangs does not hang the asker."""
    with pytest.raises(EngineUnreachable, match="within 1 seconds"):
        EndpointStore(silent, seconds=1).select("SELECT * { ?s ?p ?o }")
