"""Where the sources disagree on something that names an agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from migov.graph.store import Store
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import VOICE
from migov.queries.conflicts import Conflict, conflicts
from migov.viz.slides.content import ROWS, Slide, Table, table_slides
from migov.viz.slides.notes import place


def disputed(store: Store, names: Sequence[str], *, whole: bool = True) -> list[Slide]:
    """The disagreements in which one of these names stands; `whole` is whether the rest of the deck tells of everything too."""
    word = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    all_ = conflicts(store)
    found = [c for c in all_ if any(word.search(said) for said in (c.about, *(side.says for side in c.sides)))]
    who = " or ".join(names)
    scope = "" if whole else "On all themes and times. "
    under = f"{scope}Of {len(all_)} disagreements between the places of the documents in all"
    if not found:
        return [Table(f"No disagreement of the sources names {who}", (), [], under, follows=True)]
    rows = [
        AnswerRow(
            ((c.severity,), (c.kind,), (c.about,), (_sides(c),)), tuple(s for side in c.sides for s in side.sources)
        )
        for c in found
    ]
    many = f"{len(found)} point{'s' * (len(found) != 1)} that name{'s' * (len(found) == 1)}"
    told = f"The sources disagree on {many} {who}"
    answer = Answer(told, ("Severity", "Kind", "About", "What each side says"), rows, VOICE)
    return list(table_slides(answer, told, under, ROWS, where=False))


def _sides(conflict: Conflict) -> str:
    return " ≠ ".join(f"{side.says} ({place(side.sources)})" if side.sources else side.says for side in conflict.sides)
