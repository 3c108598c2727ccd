"""Derivation: the rules of the ontology, run in the order of their names, each seeing what those before it derived."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from migov.graph.store import BuildingStore
from migov.ontology.namespaces import graph

DERIVED: Final = graph("derived")


def derive(store: BuildingStore, ontology: Path) -> int:
    """Adds what the rules construct to the derived graph; returns how many triples they gave."""
    count = 0
    for rule in sorted((ontology / "rules").glob("*.rq")):
        quads = [
            Quad(triple.subject, triple.predicate, triple.object, DERIVED)
            for triple in store.construct(rule.read_text(encoding="utf-8"))
        ]
        store.add(quads)
        count += len(quads)
    return count
