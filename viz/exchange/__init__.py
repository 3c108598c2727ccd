"""Pictures for other programs: one network, one layout, the same attributes in every format.

`write` gives the bytes of one file; `tables` the CSV files of a folder. Same network, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

__all__ = ["FORMATS", "tables", "write"]

Positions = Mapping[str, tuple[float, float]]


FORMATS: Final[Mapping[str, Callable[[Flat], bytes]]] = {
    ".gexf": gexf,
    ".graphml": graphml,
    ".dot": dot,
    ".mmd": mermaid,
    ".cyjs": cytoscape,
    ".zip": spreadsheet.zipped,
}
"""What writes the files of each ending; `formats.FORMATS` says for whom each is."""


def write(
    network: Network,
    positions: Positions,
    ending: str,
    style: Drawing | None = None,
    theme_labels: Mapping[str, str] | None = None,
) -> bytes:
    """The network as a file of this ending (`.gexf`). Raises `InputError` for an unknown one."""
    writer = FORMATS.get(ending.casefold())
    if writer is None:
        raise InputError("is no exchange format", file=ending, remedy=f"the endings are {', '.join(FORMATS)}")
    return writer(_flat(network, positions, style, theme_labels))


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
