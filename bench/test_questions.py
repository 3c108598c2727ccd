"""The whole catalogue against its engines: raw pyoxigraph on the same text over a million quads, rdflib's own memory store over
the shipped landscape, and a cold `migov ask` against `import rdflib`.

Run: .venv/bin/pytest bench/test_questions.py -s --benchmark-columns=median,rounds
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pyoxigraph as ox
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rdflib import Dataset

from bench.grown import engine, grown
from migov.graph.assemble import assemble
from migov.graph.store import OxigraphStore, serialise
from migov.loaders.tables import SHIPPED, read_tables
from migov.ontology.namespaces import PREFIXES
from migov.queries.ask import ask
from migov.queries.questions import Question, catalogue

ROUNDS = 3
PATIENCE = 30
"""Seconds that rdflib may take for one question; one that takes longer counts as that long."""


def _seconds(run: Callable[[], object]) -> float:
    run()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        took.append(time.perf_counter() - begun)
    return min(took)


def _raw(store: ox.Store, text: str) -> list[object]:
    return list(store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True))


def _told(title: str, ratios: dict[str, float]) -> float:
    middle = median(ratios.values())
    worst = sorted(ratios.items(), key=lambda item: -item[1])[:5]
    print(
        f"\n{title}: median {middle:.2f} of {len(ratios)} questions; highest {', '.join(f'{n} {r:.1f}' for n, r in worst)}"
    )
    return middle


def test_asking_beside_raw_pyoxigraph(benchmark: BenchmarkFixture) -> None:
    """Warm, with labels, places and stated themes of every row: at most 1.3 times the bare query at the median."""
    bare = engine(grown(1_000_000))
    store = OxigraphStore(bare)
    ratios = {}
    for asked in catalogue().values():
        text = asked.bind(asked.defaults)
        ratios[asked.name] = _seconds(lambda a=asked: ask(store, a, a.defaults)) / _seconds(
            lambda t=text: _raw(bare, t)
        )
    benchmark.extra_info["median ratio"] = _told(f"ask / raw pyoxigraph, {len(bare):,} quads", ratios)
    benchmark.pedantic(lambda: [ask(store, a, a.defaults) for a in catalogue().values()], rounds=1)
    assert median(ratios.values()) <= 1.3


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, within its parser
def test_asking_beside_rdflib(benchmark: BenchmarkFixture) -> None:
    """At least 20 times faster at the median than rdflib's memory store on the same quads."""
    content = serialise(assemble(read_tables(SHIPPED)).store.quads())
    store = OxigraphStore(engine(content))
    peer = Dataset(default_union=True)
    peer.parse(data=content, format="nquads")
    ratios = {}
    for asked in catalogue().values():
        ours = _seconds(lambda a=asked: ask(store, a, a.defaults))
        ratios[asked.name] = _patiently(peer, asked) / ours
    benchmark.extra_info["median ratio"] = _told(f"rdflib / ask, {len(store):,} quads", ratios)
    benchmark.pedantic(lambda: [ask(store, a, a.defaults) for a in catalogue().values()], rounds=1)
    assert median(ratios.values()) >= 20


def _patiently(peer: Dataset, asked: Question) -> float:
    """How long rdflib takes, measured in a child that is stopped when it takes too long."""
    text = asked.bind(asked.defaults)
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            list(peer.query(text, initNs=PREFIXES))
        finally:
            os._exit(0)
    while os.waitpid(child, os.WNOHANG)[0] == 0:
        if time.perf_counter() - begun > PATIENCE:
            os.kill(child, 9)
            os.waitpid(child, 0)
            break
        time.sleep(0.001)
    return time.perf_counter() - begun


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build."""
    folder = tmp_path_factory.mktemp("cold")
    _run([sys.executable, "-m", "migov.cli.main", "build"], folder)
    return folder


def _run(command: Sequence[str], folder: Path) -> None:
    """Runs a command with its modules compiled, as pip leaves them on an installation; the peer's are."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)


@pytest.mark.parametrize(
    "args",
    [("partners", "agency=IOM", "theme=trafficking"), ("which agencies work with the ILO on trafficking?",)],
    ids=["by name", "in plain words"],
)
def test_a_cold_ask_beside_importing_rdflib(benchmark: BenchmarkFixture, built: Path, args: tuple[str, ...]) -> None:
    """From nothing to the printed answer: at most 2.5 times `python -c "import rdflib"`."""
    ask_ = [sys.executable, "-m", "migov.cli.main", "ask", *args]
    peer = [sys.executable, "-c", "import rdflib"]
    took: dict[str, list[float]] = {"ask": [], "rdflib": []}
    for _ in range(15):
        for name, command in (("ask", ask_), ("rdflib", peer)):
            begun = time.perf_counter()
            _run(command, built)
            took[name].append(time.perf_counter() - begun)
    ratio = median(took["ask"]) / median(took["rdflib"])
    print(
        f"\ncold ask / import rdflib: {ratio:.2f}", json.dumps({name: round(median(t), 3) for name, t in took.items()})
    )
    benchmark.extra_info["ratio"] = ratio
    benchmark.pedantic(lambda: _run(ask_, built), rounds=3)
    assert ratio <= 2.5
