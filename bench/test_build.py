"""From tables to a validated store: the whole, its parts, and rdflib as a peer for the loading of the same quads.

Run: .venv/bin/pytest bench --benchmark-columns=min,median,rounds
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rdflib import Dataset

from migov.graph.assemble import assemble, background
from migov.graph.build import build
from migov.graph.choose import chosen
from migov.graph.claims import claims_of
from migov.graph.convert import asserted
from migov.graph.derive import derive
from migov.graph.identity import identity
from migov.graph.model import model
from migov.graph.shapes import shapes
from migov.graph.store import OxigraphStore, serialise
from migov.graph.validate import validate
from migov.loaders.names import resolve_rows
from migov.loaders.rows import Row
from migov.loaders.tables import SHIPPED, read_tables


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read_tables(SHIPPED)


def test_whole_build(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Tables on disk to a validated, derived store on disk."""
    benchmark.pedantic(lambda: build(read_tables(SHIPPED), tmp_path), rounds=3)


def test_all_but_the_validator(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The same without SHACL."""
    numbers = iter(range(100))

    def run() -> None:
        using, read = model(), read_tables(SHIPPED)
        resolved = resolve_rows(read, using.tables, using.names(read))
        claims, _ = claims_of(resolved, using, identity(resolved))
        store = OxigraphStore.memory([*background(using), *asserted(claims, using)])
        store.add(chosen(claims, using))
        derive(store, using.folder)
        OxigraphStore.create(tmp_path / str(next(numbers)), store.quads())

    benchmark.pedantic(run, rounds=3)


def test_the_validator_alone(benchmark: BenchmarkFixture, rows: list[Row]) -> None:
    """The SHACL engine with its data graph."""
    using = model()
    claims, _ = claims_of(rows, using, identity(rows))
    said = [*background(using), *asserted(claims, using)]
    shapes(using)
    benchmark.pedantic(lambda: validate(said, claims, using), rounds=3)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, within its parser
def test_peer_rdflib_loads_the_same_quads(benchmark: BenchmarkFixture, rows: list[Row]) -> None:
    """rdflib's memory store reading the N-Quads of the finished graph."""
    content = serialise(assemble(rows).store.quads())
    benchmark.pedantic(lambda: Dataset().parse(data=content, format="nquads"), rounds=3)
