"""`migov conflicts`: where the sources disagree."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from migov.cli.command import command
from migov.cli.output import Format, format_option, limit_option, output_option, place, write
from migov.cli.stores import opened, store_option
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer, AnswerRow
from migov.queries.conflicts import Conflict, Side, conflicts

COLUMNS = ("Severity", "Kind", "About", "What each side says")
NONE = "no conflict is recorded"


@command("conflicts")
@click.option("--kind", default="", help="Only of this kind: count, total, dates, budget, countries, title ...")
@click.option("--document", default="", help="Only those in which this document has a side, as eval2008.")
@click.option("--severity", default="", help="Only major or minor ones.")
@click.option(
    "--words", default="", help="Only those with these words in what they are about, what a side says or its place."
)
@format_option
@output_option
@limit_option
@store_option
def run(
    kind: str,
    document: str,
    severity: str,
    words: str,
    format_: Format,
    output: Path | None,
    limit: int | None,
    store: str,
) -> None:
    """List where documents, sections or a table and its own total disagree, with the place of each side.

    \b
    Example: migov conflicts --kind budget
    """
    everything = conflicts(opened(store))
    _known("kind", kind, {conflict.kind for conflict in everything})
    _known("severity", severity, {conflict.severity for conflict in everything})
    _known("document", document, {name for conflict in everything for name in conflict.documents})
    found = [
        conflict
        for conflict in everything
        if kind in ("", conflict.kind)
        and severity in ("", conflict.severity)
        and (not document or document in conflict.documents)
        and (not words or conflict.mentions(words))
    ]
    title = f"{len(found)} conflict{'s' if len(found) != 1 else ''}"
    kinds = ", ".join(f"{n} {k}" for k, n in Counter(conflict.kind for conflict in found).most_common())
    write(Answer(title, COLUMNS, [_row(c) for c in found], kinds or NONE), format_, output, limit=limit)


def _known(what: str, value: str, known: set[str]) -> None:
    if value and value not in known:
        raise QueryError(f"no conflict has the {what} “{value}”; there are {', '.join(sorted(known))}")


def _row(conflict: Conflict) -> AnswerRow:
    sides = tuple(_side(side) for side in conflict.sides)
    sources = tuple(dict.fromkeys(source for side in conflict.sides for source in side.sources))
    return AnswerRow(((conflict.severity,), (conflict.kind,), (conflict.about,), sides), sources)


def _side(side: Side) -> str:
    first = f" - {place(side.sources[0])}" if side.sources else ""
    more = f" and {len(side.sources) - 1} more" if len(side.sources) > 1 else ""
    return f"{side.says}{first}{more}"
