"""The shipped landscape grown by records of other bodies: copies of all records, on the same countries, themes and instruments."""

from __future__ import annotations

import re
from typing import Final

import pyoxigraph as ox

from migov.graph.assemble import assemble
from migov.graph.store import serialise
from migov.loaders.tables import SHIPPED, read_tables

COPIED: Final = (
    "agency|project|collaboration|field-of-work|contribution|ratification|country-action|result|target|membership|publication|"
    "case-study|component|event|consultation|framework|output|observation|link|judgement|disagreement|gap|document|"
    "claim|passage|edge|choice"
)
RECORD: Final = re.compile(rf"(<https://w3id\.org/migov/id/(?:{COPIED})/[^>]*)>")


def grown(quads: int) -> bytes:
    """N-Quads of a landscape of about so many quads; the first copy is the landscape itself."""
    text = serialise(assemble(read_tables(SHIPPED)).store.quads()).decode()
    lines = text.splitlines(keepends=True)
    copied = "".join(line for line in lines if RECORD.search(line))
    size = len(lines)
    parts = [text]
    while size < quads:
        number = len(parts)
        parts.append(RECORD.sub(rf"\1~{number}>", copied))
        size += copied.count("\n")
    return "".join(parts).encode()


def engine(content: bytes) -> ox.Store:
    """An Oxigraph in memory that holds these N-Quads."""
    store = ox.Store()
    store.bulk_load(content, format=ox.RdfFormat.N_QUADS)
    return store
