"""A query with an end: rows, seconds and memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from migov.graph.assemble import Landscape
from migov.graph.limits import Limits, find
from migov.graph.store import OxigraphStore, Solutions, Store
from migov.ontology.errors import QueryError, QueryTimeout, QueryUnparsed

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
PARTIES = "SELECT ?x ?n { ?x a :Party OPTIONAL { ?x :acronym ?n } } ORDER BY ?x"


@pytest.fixture(scope="module")
def folder(small: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the small landscape."""
    path = tmp_path_factory.mktemp("limits") / "store"
    OxigraphStore.create(path, small.store.quads())
    return path


@pytest.fixture(params=["folder", "memory"])
def where(request: pytest.FixtureRequest, folder: Path, small: Landscape) -> Path | Store:
    """The same graph in a folder and in memory."""
    return folder if request.param == "folder" else small.store


def test_it_finds_what_the_store_finds(where: Path | Store, small: Landscape) -> None:
    """The same variables and rows, unbound cells too, in the same order."""
    found = find(where, PARTIES, Limits())
    assert found.solutions == small.store.select(PARTIES)
    assert not found.cut
    assert any(None in row for row in found.solutions.rows)


def test_rows_beyond_the_limit_are_cut_and_that_is_said(where: Path | Store, small: Landscape) -> None:
    """Exactly the limit is not cut; one more is. What is not read is not computed."""
    every = len(small.store.select(PARTIES).rows)
    assert not find(where, PARTIES, Limits(rows=every)).cut
    found = find(where, PARTIES, Limits(rows=every - 1))
    assert found.cut
    assert found.solutions.rows == small.store.select(PARTIES).rows[:-1]
    assert find(where, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", Limits(rows=2)).cut


def test_a_query_is_stopped_at_its_deadline(where: Path | Store) -> None:
    """It does not go on behind our back: the call returns soon after the deadline, with the seconds in the error."""
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match="within 1 second ") as stopped:
        find(where, ENDLESS, Limits(seconds=1))
    assert time.monotonic() - began < 5
    assert stopped.value.seconds == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot bound the memory of a process")
def test_a_query_that_needs_too_much_memory_is_stopped(folder: Path) -> None:
    """It ends by itself, with a sentence, and takes nobody else's memory."""
    with pytest.raises(QueryError, match="more memory than it may take; narrow it"):
        find(folder, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?i", Limits(memory=2**29))


def test_yes_and_no_and_triples_come_as_rows(where: Path | Store) -> None:
    """ASK is one row; CONSTRUCT gives each triple once, and is cut like any other."""
    yes = find(where, "ASK { ?x a :Party }", Limits())
    assert yes.solutions.rows == ((ox.Literal(True),),)
    assert find(where, "ASK { ?x a :Party ; a :Country }", Limits()).solutions.rows == ((ox.Literal(False),),)
    once = find(where, "CONSTRUCT { :Party a :Thing } WHERE { ?x a :Party ; ?p ?o }", Limits(rows=1))
    assert len(once.solutions.rows) == 1
    assert not once.cut
    assert find(where, "CONSTRUCT WHERE { ?x a :Party }", Limits(rows=1)).cut


def test_text_that_does_not_parse_is_told_apart(where: Path | Store) -> None:
    """The parser's words with their place are kept for whoever words them."""
    with pytest.raises(QueryUnparsed) as refused:
        find(where, "SELECT nonsense", Limits())
    assert refused.value.fault.startswith("error at 1:")


def test_an_endpoint_keeps_its_own_deadline() -> None:
    """Its rows are cut all the same."""

    class Endpoint:
        def select(self, query: str) -> Solutions:
            return Solutions(("x",), ((None,), (None,), (None,)))

    found = find(Endpoint(), "SELECT ?x {}", Limits(rows=2))  # type: ignore[arg-type]
    assert found.cut
    assert len(found.solutions.rows) == 2
