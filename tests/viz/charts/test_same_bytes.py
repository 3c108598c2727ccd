"""Same data, same chart: two processes write the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.graph.builds import write
from migov.viz.charts.formats import FORMATS
from migov.viz.charts.views import catalogue, chart_view
from migov.viz.formats import Options

AGAIN = Path(__file__).parent / "again.py"
DRAWN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "funding-by-donor": {"from": ("2004",)},
    "ratification-matrix": {},
    "project-timeline": {"country": ("MDA",)},
}
"""One chart of each kind."""


@pytest.fixture(scope="module")
def again(shipped: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What a second process makes of the landscape as it was stored."""
    folder = tmp_path_factory.mktemp("again")
    write(folder, shipped.store.quads())
    surroundings = os.environ | {"PYTHONHASHSEED": "54321", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1"}
    made = subprocess.run(
        [sys.executable, AGAIN, folder, json.dumps(DRAWN)], env=surroundings, capture_output=True, check=True
    )
    found: Mapping[str, str] = json.loads(made.stdout)
    return found


@pytest.mark.parametrize("name", DRAWN)
def test_a_second_process_writes_the_same_bytes(shipped: Landscape, again: Mapping[str, str], name: str) -> None:
    """Neither another seed of hashes, another clock, another order of work nor a store on disk changes a byte."""
    chart = chart_view(shipped.store, catalogue()[name], DRAWN[name])
    ours = {f"{name}{e}": sha256(FORMATS[e].write(chart, Options(dpi=40))).hexdigest() for e in FORMATS}
    assert {file: again[file] for file in ours} == ours
