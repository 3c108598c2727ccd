"""Choosing one value among several claims: each rule in its turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.choose import choose
from migov.graph.claims import claims_of
from migov.graph.identity import identity
from migov.graph.model import model
from migov.loaders.rows import Row

Make = Callable[..., Row]


def _choice(column: str, rows: list[Row]) -> tuple[str, str]:
    claims, faults = claims_of(rows, model(), identity([]))
    assert not faults
    return choose(model().tables.tables["projects"].by_name[column], claims)


@pytest.mark.parametrize(
    ("column", "cells", "chosen", "rule"),
    [
        ("budget", [{"budget": "5"}, {"budget": "5.0"}], "5", "agreed"),
        ("budget", [{"budget": "5", "certainty": "inferred"}, {"budget": "6"}], "6", "certainty"),
        ("budget", [{"budget": "5"}, {"budget": "6"}, {"budget": "6"}], "6", "majority"),
        ("start", [{"start": "2007"}, {"start": "2007-02-27"}], "2007-02-27", "precision"),
        ("budget", [{"budget": "5"}, {"budget": "6", "title": "t", "currency": "USD"}], "6", "fullest"),
        ("budget", [{"budget": "5"}, {"budget": "6"}], "5", "first"),
    ],
)
def test_the_rules_in_their_order(make: Make, column: str, cells: list[dict[str, str]], chosen: str, rule: str) -> None:
    """Certainty before majority before precision before the fullest claim before the first place."""
    rows = [make("projects", **{"project": "p", "lines": str(10 + n), **c}) for n, c in enumerate(cells)]
    assert _choice(column, rows) == (chosen, rule)
    assert _choice(column, rows[::-1]) == (chosen, rule)
