"""Building: the same bytes from the same rows, nothing half-written, and every row back."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.graph.assemble import assemble
from migov.graph.build import build
from migov.graph.builds import current, open_current
from migov.graph.export import export_rows
from migov.graph.store import OxigraphStore, serialise
from migov.loaders.rows import Row
from migov.loaders.tables import SHIPPED, read_tables, write_tables
from migov.ontology.errors import RuleBroken, StoreError

DUMP = """
import sys
from pathlib import Path
from migov.graph.assemble import assemble
from migov.graph.store import serialise
from migov.loaders.tables import read_tables
sys.stdout.buffer.write(serialise(assemble(read_tables(Path(sys.argv[1]))).store.quads()))
"""


def test_another_order_of_rows_gives_the_same_bytes(shipped_rows: list[Row]) -> None:
    """The order in which rows are read leaves no trace."""
    shuffled = shipped_rows.copy()
    random.Random(1).shuffle(shuffled)
    assert serialise(assemble(shuffled).store.quads()) == serialise(assemble(shipped_rows).store.quads())


def test_another_hash_seed_gives_the_same_bytes() -> None:
    """The order in which Python walks its sets leaves no trace."""
    dumps = [
        subprocess.run(
            [sys.executable, "-c", DUMP, str(SHIPPED)], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert dumps[0].stdout == dumps[1].stdout
    assert len(dumps[0].stdout) > 100_000


@pytest.mark.parametrize("name", ["tables", "tables.xlsx"])
def test_exported_tables_build_the_same_graph(shipped_rows: list[Row], tmp_path: Path, name: str) -> None:
    """build(export(build(tables))) is build(tables), byte for byte, through CSV and through a workbook."""
    built = assemble(shipped_rows).store
    write_tables(tmp_path / name, export_rows(built))
    assert serialise(assemble(read_tables(tmp_path / name)).store.quads()) == serialise(built.quads())


def test_every_shipped_row_comes_back(shipped_rows: list[Row]) -> None:
    """Export holds as many rows of each table as were read: no claim is lost or merged."""
    exported = export_rows(assemble(shipped_rows).store)
    for table in {row.table for row in shipped_rows}:
        count = sum(1 for row in shipped_rows if row.table == table)
        assert sum(1 for row in exported if row.table == table) == count, table


def test_disk_and_memory_hold_the_same(few: list[Row], tmp_path: Path) -> None:
    """A store folder read back holds the quads that were built in memory."""
    built = build(few, tmp_path)
    assert serialise(open_current(tmp_path).quads()) == serialise(built.store.quads())


def test_a_failed_build_leaves_the_last_good_one(few: list[Row], make: Callable[..., Row], tmp_path: Path) -> None:
    """A broken row changes nothing: the same build is current, readers see the same graph, no folder is left over."""
    build(few, tmp_path)
    before = (current(tmp_path), serialise(open_current(tmp_path).quads()))
    with pytest.raises(RuleBroken):
        build([*few, make("projects", project="p9", countries="XYZ")], tmp_path)
    assert (current(tmp_path), serialise(open_current(tmp_path).quads())) == before
    assert len(list((tmp_path / "builds").iterdir())) == 1


def test_a_write_that_fails_leaves_nothing_half_written(
    few: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk gives up in the middle, the new folder is gone and the old build is current."""
    build(few, tmp_path)
    before = current(tmp_path)

    def full(folder: Path, quads: object) -> None:
        folder.mkdir(parents=True)
        raise StoreError("no space left")

    monkeypatch.setattr(OxigraphStore, "create", full)
    with pytest.raises(StoreError):
        build(few, tmp_path)
    assert current(tmp_path) == before
    assert len(list((tmp_path / "builds").iterdir())) == 1


def test_the_last_two_builds_stay_and_readers_are_not_disturbed(few: list[Row], tmp_path: Path) -> None:
    """A reader that opened a build goes on reading it while the next one becomes current; older ones go."""
    build(few, tmp_path)
    reader = open_current(tmp_path)
    size = len(reader)
    build(few[:5], tmp_path)
    assert len(reader) == size > len(open_current(tmp_path))
    build(few, tmp_path)
    assert sorted(p.name for p in (tmp_path / "builds").iterdir()) == ["0002", "0003"]


def test_a_folder_without_a_build_says_so(tmp_path: Path) -> None:
    """Nothing is opened where nothing was built."""
    assert current(tmp_path) is None
    with pytest.raises(StoreError, match="holds no build"):
        open_current(tmp_path)
