"""Tables for Gephi and Kumu: their headers, rows as long as these, ends that are names of nodes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.exchange import tables
from migov.viz.exchange.flat import Flat

Landscape = Callable[..., Network]
Networks = st.SearchStrategy[Network]
Flatten = Callable[..., Flat]
Written = Callable[..., bytes]
PlacesOf = Callable[[Network], Mapping[str, tuple[float, float]]]
odd = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _read_csv(content: bytes) -> list[list[str]]:
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


@odd
@given(data=st.data())
def test_csv_tables_have_the_headers_of_gephi_and_kumu(
    data: st.DataObject, networks: Networks, flat: Flatten, places: PlacesOf
) -> None:
    """The headers are those the programs look for, every row is as long as its header, and ends are names of nodes."""
    network = data.draw(networks)
    files = {name: _read_csv(said) for name, said in tables(network, places(network), None, {}).items()}
    assert list(files) == ["nodes.csv", "edges.csv", "kumu-elements.csv", "kumu-connections.csv"]
    assert files["nodes.csv"][0][:2] == ["Id", "Label"]
    assert files["edges.csv"][0][:6] == ["Source", "Target", "Type", "Id", "Label", "Weight"]
    assert files["kumu-elements.csv"][0][:4] == ["Label", "Type", "Tags", "Description"]
    assert files["kumu-connections.csv"][0][:5] == ["From", "To", "Direction", "Label", "Type"]
    assert all(len(row) == len(rows[0]) for rows in files.values() for row in rows)
    rows = flat(network)
    for name, parts, key in (("nodes.csv", rows.nodes, 0), ("edges.csv", rows.edges, 3)):
        assert [row[key] for row in files[name][1:]] == [str(row["id"]) for row in parts]
    labels = [row[0] for row in files["kumu-elements.csv"][1:]]
    assert len({label.casefold() for label in labels}) == len(network)
    assert {end for row in files["kumu-connections.csv"][1:] for end in row[:2]} <= set(labels)
    assert {row[2] for row in files["edges.csv"][1:]} <= {"Directed", "Undirected"}


def test_the_zip_holds_the_tables(landscape: Landscape, drawing: Drawing, written: Written, places: PlacesOf) -> None:
    """One file to send: the four tables, without a clock."""
    network = landscape()
    with ZipFile(io.BytesIO(written(network, ".zip", drawing))) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
    assert held == tables(network, places(network), drawing, {})
