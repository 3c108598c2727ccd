"""Cytoscape JSON (`.cyjs`): Cytoscape Desktop, and Cytoscape.js with the layout `preset`. Lists stay lists.

`interaction` is what Cytoscape Desktop calls an edge; `value` and `key` are how networkx names nodes and parallel edges.
"""

from __future__ import annotations

import json
from typing import Any

from migov.viz.exchange.flat import Flat, Row


def cytoscape(flat: Flat) -> bytes:
    """The network as a Cytoscape JSON file."""
    content = {
        "format_version": "1.0",
        "generated_by": "migov",
        "target_cytoscapejs_version": "~2.1",
        "directed": flat.directed,
        "multigraph": True,
        "data": {"name": flat.title, "shared_name": flat.title, "subtitle": flat.subtitle, "source": flat.source},
        "elements": {
            "nodes": [
                {"data": {**_data(row), "value": row["id"]}, "position": {"x": row["x"], "y": row["y"]}}
                for row in flat.nodes
            ],
            "edges": [{"data": {**_data(row), "interaction": row["label"], "key": row["id"]}} for row in flat.edges],
        },
    }
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _data(row: Row) -> dict[str, Any]:
    return {name: list(said) if isinstance(said, tuple) else said for name, said in row.items()}
