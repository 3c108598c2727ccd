"""Lists of what there is, over the shipped landscape."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.queries.listings import LISTINGS, things

VOCABULARY = ("countries", "principles", "regions")
"""Words that claims use, which none is about."""


@pytest.mark.parametrize("kind", sorted(LISTINGS))
def test_every_kind_of_thing_can_be_listed(shipped: Landscape, kind: str) -> None:
    """Each thing stands once, under a heading for each of its cells; texts with a slash (ACT/EMP) are no ids."""
    found = things(shipped.store, kind)
    assert len(found.rows) > 10 or kind == "documents"
    assert len({row.cells[0] for row in found.rows}) == len(found.rows)
    assert all(len(row.cells) == len(found.columns) for row in found.rows)
    assert kind in VOCABULARY or all(row.sources for row in found.rows)
