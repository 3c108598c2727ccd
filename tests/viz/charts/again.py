"""Draws charts from a store in every format, the last of all first, and prints the SHA-256 of each file.

It runs as a process of its own (`test_same_bytes.py`), which hashes strings in another order.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

from migov.graph.builds import open_current
from migov.viz.charts.formats import FORMATS
from migov.viz.charts.views import catalogue, chart_view
from migov.viz.formats import Options

if __name__ == "__main__":
    store = open_current(Path(sys.argv[1]))
    found = {}
    for name, values in reversed(json.loads(sys.argv[2]).items()):
        chart = chart_view(store, catalogue()[name], values)
        for ending in reversed(FORMATS):
            found[f"{name}{ending}"] = sha256(FORMATS[ending].write(chart, Options(dpi=40))).hexdigest()
    print(json.dumps(found))
