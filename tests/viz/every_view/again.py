"""Draws every view in every format from a store, the last of all first, and prints the SHA-256 of each file.

It runs as a process of its own (`test_same_bytes.py`), which hashes strings and meets views in another order.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

from migov.graph.builds import open_current
from migov.graph.viewing import catalogue
from migov.queries.meaning import meant
from migov.queries.names import names
from migov.viz.formats import FORMATS, Options
from migov.viz.layouts.positions import positions
from migov.viz.views import network

if __name__ == "__main__":
    store = open_current(Path(sys.argv[1]))
    known = names(store)
    found = {}
    for view in reversed(catalogue().values()):
        about = [meant(known, said, kinds) for said, kinds in zip(view.example, view.takes.values(), strict=False)]
        picture = network(store, view.name, about)
        made = Options(positions(picture))
        for ending in reversed(FORMATS):
            found[f"{view.name}{ending}"] = sha256(FORMATS[ending].write(picture, made)).hexdigest()
    print(json.dumps(found))
