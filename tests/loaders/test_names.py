"""Names become ids: what people write, and what stays unresolved."""

from __future__ import annotations

from collections.abc import Callable

from migov.loaders.declaration import declaration
from migov.loaders.names import names_of, resolve_rows
from migov.loaders.rows import Row
from migov.ontology.concepts import vocabulary
from migov.ontology.countries import countries


def _resolved(rows: list[Row]) -> list[Row]:
    return resolve_rows(rows, declaration(), names_of(rows, vocabulary(), countries()))


def test_names_acronyms_and_aliases_become_ids(few: list[Row], make: Callable[..., Row]) -> None:
    """A reader may write IOM, Sweden or Trafficking in persons; the graph holds the ids."""
    said = make("projects", project="p", title="t", partners="IOM; Org. for migration", donors="Sweden",
                countries="Moldova;SWE", themes="Trafficking in persons")  # fmt: skip
    row = _resolved([*few, said])[-1]
    assert row.many("partners") == ("iom", "iom")
    assert (row["donors"], row["countries"], row["themes"]) == ("gov-swe", "MDA;SWE", "trafficking")
    assert row.origin == said.origin


def test_an_unknown_or_shared_name_stays_as_it_is(few: list[Row], make: Callable[..., Row]) -> None:
    """A name that nobody or more than one body bears is left for the shapes to refuse, never guessed."""
    rows = [*few, make("agencies", agency="other", acronym="IOM"), make("projects", project="p", donors="IOM;Nobody")]
    assert _resolved(rows)[-1]["donors"] == "IOM;Nobody"
