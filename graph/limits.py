"""A query with an end: its rows are read up to a limit, and at the deadline it is stopped.

Oxigraph's Python interface has neither a deadline nor a way to cancel, and a thread cannot be killed. Such a query therefore
runs in a process of its own, which opens the folder read-only and is killed in time; it may also take only so much memory.
Questions of the catalogue are known to be quick and do not pay for this.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from migov.graph.store import OxigraphStore, Solutions, Store
from migov.graph.terms import Term
from migov.ontology.errors import QueryError, QueryTimeout, QueryUnparsed
from migov.ontology.namespaces import PREFIXES

UNPARSED: Final = 65
"""Exit code of that process for a query that does not parse."""
TRIPLE: Final = ("subject", "predicate", "object")
ANSWER: Final = "answer"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows a query may give, how many seconds it may take, and how many bytes of memory (Windows cannot hold it to these)."""

    rows: int = 10_000
    seconds: float = 30
    memory: int = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Found:
    """Solutions up to the limit; `cut` when there are more.

    A CONSTRUCT or DESCRIBE has the columns of `TRIPLE`, an ASK one row with true or false.
    """

    solutions: Solutions
    cut: bool = False


def find(where: Path | Store, query: str, limits: Limits) -> Found:
    """What a query finds in a folder that holds a store, or in a store.

    A store in memory is first written to a folder of its own, for the time of the query. An endpoint runs the query itself
    and has a deadline of its own; it takes only SELECT.
    Raises `QueryUnparsed`, `QueryTimeout` at the deadline, and `QueryError` when the query needs too much memory.
    """
    if isinstance(where, Path):
        return _elsewhere(where, query, limits)
    if isinstance(where, OxigraphStore):
        with TemporaryDirectory(prefix="migov-") as folder:
            OxigraphStore.create(Path(folder) / "store", where.quads())
            return _elsewhere(Path(folder) / "store", query, limits)
    solutions = _asked(where, query)
    return Found(Solutions(solutions.variables, solutions.rows[: limits.rows]), len(solutions.rows) > limits.rows)


def _asked(endpoint: Store, query: str) -> Solutions:
    """What an endpoint answers. Where it refuses the query, Oxigraph's parser may say more plainly why."""
    try:
        return endpoint.select(query)
    except QueryError:
        try:
            ox.Store().query(query, prefixes=PREFIXES)
        except SyntaxError as fault:
            raise QueryUnparsed(str(fault)) from fault
        raise


def _elsewhere(folder: Path, query: str, limits: Limits) -> Found:
    """The same, in a process of its own."""
    command = [sys.executable, "-P", "-m", "migov.graph.limits", str(folder), str(limits.rows), str(limits.memory)]
    try:
        done = subprocess.run(command, input=query.encode(), capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired as fault:
        raise QueryTimeout(limits.seconds) from fault
    if done.returncode == UNPARSED:
        raise QueryUnparsed(done.stderr.decode())
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        short = done.returncode < 0 or any("memory" in line.casefold() for line in said)
        reason = "it needs more memory than it may take" if short or not said else said[-1]
        raise QueryError(f"the query was stopped: {reason}; narrow it")
    variables, rows = pickle.loads(done.stdout)
    return Found(Solutions(variables, tuple(rows[: limits.rows])), len(rows) > limits.rows)


def _main(folder: str, rows: str, memory: str) -> None:
    """The other process: the query on standard input, a pickle of variables and rows (one more than asked) on standard output."""
    _hold(int(memory))
    engine = ox.Store.read_only(folder)
    query = sys.stdin.buffer.read().decode()
    try:
        found = engine.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as fault:
        sys.stderr.buffer.write(str(fault).encode())
        sys.exit(UNPARSED)
    variables: tuple[str, ...] = TRIPLE
    solutions: list[tuple[Term | None, ...]]
    if isinstance(found, ox.QuerySolutions):
        variables = tuple(v.value for v in found.variables)
        solutions = [tuple(row) for row in islice(found, int(rows) + 1)]
    elif isinstance(found, ox.QueryTriples):
        solutions = list(islice(_once((t.subject, t.predicate, t.object) for t in found), int(rows) + 1))
    else:
        variables = (ANSWER,)
        solutions = [(ox.Literal(bool(found)),)]
    pickle.dump((variables, solutions), sys.stdout.buffer)


def _once(triples: Iterable[tuple[Term, ...]]) -> Iterator[tuple[Term, ...]]:
    """Each triple once: a CONSTRUCT makes one for every solution."""
    seen = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def _hold(memory: int) -> None:
    """Bounds the memory of this process, where the system can."""
    try:
        resource = import_module("resource")
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    _main(*sys.argv[1:])
