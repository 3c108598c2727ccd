"""What all tests share: rows made in one line, a small landscape, and the real documents where they are at hand."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.graph.store import serialise
from migov.loaders.rows import Origin, Row
from migov.loaders.tables import SHIPPED, read_tables

DOCUMENTS = Path(__file__).parent.parent.parent / "shared" / "documents"

Make = Callable[..., Row]


@pytest.fixture(scope="session")
def make() -> Make:
    """A row of a table, with a place in eval2008 unless the cells say otherwise."""

    def row(table: str, /, **cells: str) -> Row:
        placed = {"document": "eval2008", "lines": "10", "certainty": "stated"} | cells
        if table in ("judgements", "links") and "lines" not in cells:
            del placed["document"], placed["lines"]
        return Row(table, {c: v for c, v in placed.items() if v}, Origin(f"{table}.csv", 2))

    return row


@pytest.fixture(scope="session")
def few(make: Make) -> list[Row]:
    """A landscape of a dozen rows: two agencies, a unit, donors, two projects, a joint act, a plan and a tension."""
    return [
        make("documents", document="eval2008", title="Annexes", date="2008", lines="21"),
        make("agencies", agency="ilo", acronym="ILO", name="International Labour Organization", kind="ilo"),
        make("agencies", agency="iom", acronym="IOM", kind="intergovernmental", aliases="Org. for Migration"),
        make("agencies", agency="migrant", acronym="MIGRANT", kind="ilo-unit", parent="ilo"),
        make("agencies", agency="eu", acronym="EU", kind="regional-body"),
        make("agencies", agency="ec", acronym="EC", kind="regional-body", parent="eu"),
        make("agencies", agency="gov-swe", name="Sweden", kind="government", country="SWE"),
        make("projects", project="p1", title="Equal access", donors="gov-swe", units="migrant", countries="SWE",
             budget="509634", currency="USD", start="2005-07-01", end="2008", themes="discrimination", lines="11"),
        make("projects", project="p2", title="Against trafficking", donors="ec", units="migrant", partners="iom",
             countries="MDA;UKR", budget="1000.50", currency="EUR", themes="trafficking", lines="12-13"),
        make("roles", agency="iom", role="field-of-work", themes="health-workers", what="health workers", lines="14"),
        make("collaborations", id="c1", agencies="ilo;iom", relation="joint-project", status="ongoing",
             themes="health-workers", countries="KEN", what="joint programming", lines="15"),
        make("collaborations", id="c2", agencies="ilo;eu", relation="policy-dialogue", status="planned", what="talks", lines="16"),
        make("collaborations", id="c3", agencies="ilo;iom", relation="tension", what="who trains", lines="17"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def small(few: list[Row]) -> Landscape:
    """The graph of `few`."""
    return assemble(few)


@pytest.fixture(scope="session")
def shipped_rows() -> list[Row]:
    """The rows that ship."""
    return read_tables(SHIPPED)


@pytest.fixture(scope="session")
def shipped(shipped_rows: list[Row]) -> Landscape:
    """The graph of the rows that ship."""
    return assemble(shipped_rows)


@pytest.fixture(scope="session")
def server(shipped: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Oxigraph server on this machine that holds the shipped landscape; it stops with the tests."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        pytest.skip("the program oxigraph is not installed")
    folder = tmp_path_factory.mktemp("server")
    (folder / "all.nq").write_bytes(serialise(shipped.store.quads()))
    loading = [program, "load", "--location", str(folder / "store"), "--file", str(folder / "all.nq")]
    subprocess.run(loading, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serving = [program, "serve-read-only", "--location", str(folder / "store"), "--bind", address]
    process = subprocess.Popen(serving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(address)
        yield f"http://{address}/query"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(address: str) -> None:
    host, _, port = address.partition(":")
    for _ in range(100):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the server at {address} did not start")


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the real documents; tests that need it are skipped without it."""
    if not DOCUMENTS.is_dir():
        pytest.skip("the five documents are not at hand (../shared/documents)")
    return DOCUMENTS
