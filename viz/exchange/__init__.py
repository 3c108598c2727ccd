"""Pictures for other programs: one network, one layout, the same attributes in every format.

`write` gives the bytes of one file; `tables` the CSV files of a folder. Same network, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from migov.graph.network import Network
from migov.ontology.concepts import vocabulary
from migov.ontology.drawing import Drawing, drawing
from migov.ontology.errors import InputError
from migov.viz.exchange import spreadsheet
from migov.viz.exchange.cytoscape import cytoscape
from migov.viz.exchange.dot import dot
from migov.viz.exchange.flat import Flat, flatten
from migov.viz.exchange.gexf import gexf
from migov.viz.exchange.graphml import graphml
from migov.viz.exchange.mermaid import mermaid

__all__ = ["FORMATS", "Format", "tables", "write"]

Positions = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, and the programs that read it."""

    name: str
    ending: str
    readers: str
    write: Callable[[Flat], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    format_.ending: format_
    for format_ in (
        Format("gexf", ".gexf", "Gephi, networkx", gexf),
        Format("graphml", ".graphml", "yEd, networkx, igraph, Cytoscape", graphml),
        Format("dot", ".dot", "Graphviz", dot),
        Format("mermaid", ".mmd", "Mermaid in wikis and notes", mermaid),
        Format("cytoscape", ".cyjs", "Cytoscape", cytoscape),
        Format("csv", ".zip", "CSV tables for Gephi and Kumu", spreadsheet.zipped),
    )
}
"""The formats by the ending of their files."""


def write(
    network: Network,
    positions: Positions,
    format: str,
    style: Drawing | None = None,
    theme_labels: Mapping[str, str] | None = None,
) -> bytes:
    """The network in the format of this name or ending (`gexf`, `.gexf`). Raises `InputError` for an unknown one."""
    wanted = format.casefold()
    found = next((known for known in FORMATS.values() if wanted in (known.name, known.ending)), None)
    if found is None:
        raise InputError("is no exchange format", file=format, remedy=f"the endings are {', '.join(FORMATS)}")
    return found.write(_flat(network, positions, style, theme_labels))


def tables(
    network: Network,
    positions: Positions,
    style: Drawing | None = None,
    theme_labels: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """The CSV files by name: `nodes.csv` and `edges.csv` for Gephi, `kumu-elements.csv` and `kumu-connections.csv`."""
    return spreadsheet.tables(_flat(network, positions, style, theme_labels))


def _flat(
    network: Network, positions: Positions, style: Drawing | None, theme_labels: Mapping[str, str] | None
) -> Flat:
    if theme_labels is None:
        theme_labels = {slug: concept.label for slug, concept in vocabulary().scheme("theme").items()}
    return flatten(network, positions, style or drawing(), theme_labels)
