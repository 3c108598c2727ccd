"""The graph as RDF files: what is parsed back is what the store holds, and every run writes the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from migov.graph.assemble import Landscape
from migov.graph.export import RDF, export_rdf
from migov.graph.store import OxigraphStore, serialise

A, P, G, H = (NamedNode(f"https://example.org/{name}") for name in "apgh")
LITERALS = (
    Literal('quotes " and \\ &<>\n\ttab'), Literal("naïve 😀 مرحبا"), Literal("Genève", language="fr"), Literal(""),
    Literal("2008-01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")), Literal(5), Literal(True),
)  # fmt: skip
AGAIN = """
import sys
from pathlib import Path
from pyoxigraph import RdfFormat, parse
from migov.graph.export import export_rdf
from migov.graph.store import OxigraphStore
store = OxigraphStore.memory(parse(path=sys.argv[1], format=RdfFormat.N_QUADS))
sys.stdout.buffer.write(export_rdf(store, sys.argv[2]))
"""


@pytest.mark.parametrize("ending", [ending for ending, file in RDF.items() if file.graphs])
def test_quads_come_back(ending: str, small: Landscape) -> None:
    """N-Quads, TriG and JSON-LD hold every quad with the name of its graph."""
    content = export_rdf(small.store, ending)
    assert set(parse(content, format=RDF[ending].format)) == set(small.store.quads())


@pytest.mark.parametrize("ending", [ending for ending, file in RDF.items() if not file.graphs])
def test_triples_come_back_once(ending: str, small: Landscape) -> None:
    """RDF/XML, Turtle and N-Triples hold every triple, once, and no graph names."""
    back = [quad.triple for quad in parse(export_rdf(small.store, ending), format=RDF[ending].format)]
    assert set(back) == {quad.triple for quad in small.store.quads()}
    assert len(back) == len(set(back)) < len(small.store)


@pytest.mark.parametrize("ending", RDF)
def test_odd_literals_come_back(ending: str) -> None:
    """Quotes, line ends, other scripts, languages and datatypes survive."""
    store = OxigraphStore.memory(Quad(A, P, literal, graph) for literal in LITERALS for graph in (G, H))
    back = parse(export_rdf(store, ending), format=RDF[ending].format)
    assert {quad.object for quad in back} == set(LITERALS)


def test_control_characters_do_not_break_xml() -> None:
    """What XML cannot hold is shown as an unknown character in RDF/XML alone."""
    store = OxigraphStore.memory([Quad(A, P, Literal("a\x01b", language="fr"), G)])
    (back,) = parse(export_rdf(store, ".rdf"), format=RDF[".rdf"].format)
    assert back.object == Literal("a\ufffdb", language="fr")
    (kept,) = parse(export_rdf(store, ".jsonld"), format=RDF[".jsonld"].format)
    assert kept.object == Literal("a\x01b", language="fr")


@pytest.mark.parametrize("ending", RDF)
def test_two_runs_write_the_same_bytes(ending: str, small: Landscape, tmp_path: Path) -> None:
    """Another process that got the quads in another order writes the same file."""
    lines = serialise(small.store.quads()).splitlines(keepends=True)
    (tmp_path / "all.nq").write_bytes(b"".join(reversed(lines)))
    command = [sys.executable, "-c", AGAIN, str(tmp_path / "all.nq"), ending]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == export_rdf(small.store, ending)
