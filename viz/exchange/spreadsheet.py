"""Node and edge tables as CSV (UTF-8, comma): one pair that Gephi imports, one that Kumu does, or all four in a ZIP.

The pair for Gephi holds every attribute. Kumu knows elements by their label, so that of two equal ones the second gets
its id behind it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from migov.loaders import stillzip
from migov.viz.exchange.flat import NODE, Flat, Row
from migov.viz.exchange.values import Value, text

GEPHI_NODE: Final = {"Id": "id", "Label": "label"}
GEPHI_EDGE: Final = {
    "Source": "source",
    "Target": "target",
    "Type": "",
    "Id": "id",
    "Label": "label",
    "Weight": "weight",
}
KUMU_ELEMENT: Final = ("Label", "Type", "Tags", "Description", "Reference")
KUMU_CONNECTION: Final = ("From", "To", "Direction", "Label", "Type", "Tags", "Description", "Status")


def tables(flat: Flat) -> dict[str, bytes]:
    """The four files, by name."""
    labels = _kumu_labels(flat.nodes)
    return {
        "nodes.csv": _gephi(GEPHI_NODE, flat.node_columns, flat.nodes),
        "edges.csv": _gephi(GEPHI_EDGE, flat.edge_columns, flat.edges),
        "kumu-elements.csv": _file(KUMU_ELEMENT, (_element(row, labels) for row in flat.nodes)),
        "kumu-connections.csv": _file(KUMU_CONNECTION, (_connection(row, labels) for row in flat.edges)),
    }


def zipped(flat: Flat) -> bytes:
    """The four files in a ZIP; the same network gives the same bytes."""
    return stillzip.zipped(tables(flat))


def _gephi(first: Mapping[str, str], columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    others = [name for name in columns if name not in first.values()]

    def cells(row: Row) -> list[Value]:
        way = "Undirected" if row.get("undirected") else "Directed"
        return [row.get(name, "") if name else way for name in (*first.values(), *others)]

    return _file([*first, *others], map(cells, rows))


def _kumu_labels(nodes: Sequence[Row]) -> dict[str, str]:
    """The label of each node by id: on one line, and no two alike whatever their case."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for row in nodes:
        label = " ".join(text(row["label"]).split()) or text(row["id"])
        while label.casefold() in taken:
            label = f"{label} ({text(row['id'])})"
        taken.add(label.casefold())
        labels[text(row["id"])] = label
    return labels


def _element(row: Row, labels: Mapping[str, str]) -> list[Value]:
    facts = [f"{name}: {text(row[name])}" for name in row if name not in NODE]
    description = "\n".join([text(row.get("name", "")), *facts]).strip("\n")
    return [labels[text(row["id"])], row.get("type", ""), _tags(row), description, row["id"]]


def _connection(row: Row, labels: Mapping[str, str]) -> list[Value]:
    ends = [labels[text(row[end])] for end in ("source", "target")]
    way = "undirected" if row["undirected"] else "directed"
    sources = row.get("sources", ())
    said = "\n".join(sources) if isinstance(sources, tuple) else sources
    return [*ends, way, row["label"], row["kind"], _tags(row), said, row.get("status", "")]


def _tags(row: Row) -> str:
    """Themes as Kumu separates tags."""
    themes = row.get("themes", ())
    return "|".join(theme.replace("|", "/") for theme in themes) if isinstance(themes, tuple) else text(themes)


def _file(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([text(cell) for cell in row] for row in rows)
    return written.getvalue().encode()
