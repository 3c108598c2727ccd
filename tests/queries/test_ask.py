"""Answers of questions: the places of a row."""

from __future__ import annotations

from collections.abc import Callable

from migov.graph.assemble import assemble
from migov.loaders.rows import Row
from migov.queries.ask import ask
from migov.queries.questions import question


def test_a_row_on_one_document_has_its_places_there(few: list[Row], make: Callable[..., Row]) -> None:
    """A claim with further places elsewhere counts in each document, each row with its own."""
    store = assemble(
        [
            *few,
            make("documents", document="poa2008", title="Plan", date="2008", lines="1"),
            make("agencies", agency="who", acronym="WHO", lines="60", also="poa2008:70"),
        ]
    ).store
    rows = ask(store, question("named-in"), {"agency": ("who",)}).rows
    said = {str(row.cells[1][0]): [(s.document, s.lines) for s in row.sources] for row in rows}
    assert sorted(said.values()) == [[("eval2008", "60")], [("poa2008", "70")]]
