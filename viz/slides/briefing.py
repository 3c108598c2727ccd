"""A briefing on one agency or two: what they share, what each does, who pays, where the sources disagree, and on what it rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from migov.graph.labels import labels
from migov.graph.project import project
from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.viz.slides.content import Picture, Slide, Table, TableRow
from migov.viz.slides.disputed import disputed
from migov.viz.slides.method import method
from migov.viz.slides.money import money
from migov.viz.slides.profile import partners, profile
from migov.viz.slides.scope import Scope
from migov.viz.slides.shared import WHOLE, shared

FEW: Final = 2
"""Rows up to which a table should not stand alone on its slide."""
BRIEF: Final = ("About", "What the documents say")

Part = tuple[str, list[Slide]]
"""What some slides are about, in a word or two, and the slides."""


def briefing(
    store: Store, agencies: Sequence[str], *, theme: str = "", since: str = "", until: str = ""
) -> list[Slide]:
    """Slides on one or two agencies, by their keys (`ilo`, `iom`): in brief, overlap, profile, funding, disagreements, sources.

    `theme` (a slug), `since` and `until` (printed dates) narrow all but the disagreements. Raises `QueryError` for another
    number of agencies, and when one is the other or a part of it.
    """
    if len(agencies) not in (1, 2):
        raise QueryError("a briefing is on one agency or two, as in migov briefing ILO IOM -o deck.pptx")
    scope = Scope(theme, since, until)
    named = labels(store, [f"agency/{key}" for key in agencies])
    names = [named.get(f"agency/{key}", key) for key in agencies]
    if len(agencies) == 2:
        said, parts = shared(store, agencies[0], agencies[1], scope)
    else:
        joint = partners(store, agencies[0], names[0], scope)
        said, parts = joint[0].title, [("Ties", _around(store, agencies[0], scope)), ("Joint work", joint)]
    profiles = [(name, profile(store, key, name, scope)) for key, name in zip(agencies, names, strict=True)]
    rest: list[Part] = [
        (f"Who pays for {name}", money(store, key, name, scope)) for key, name in zip(agencies, names, strict=True)
    ]
    rest.append(("Disagreements", disputed(store, names, whole=not scope.told)))
    parts = _together([*parts, *profiles, *rest])
    slides = [slide for _, part in parts for slide in part]
    return [_brief(said + scope.told, parts), *slides, *method(store, slides)]


def _around(store: Store, key: str, scope: Scope) -> list[Slide]:
    """The picture of what one agency is tied to."""
    return [Picture(project(store, "neighbourhood", (f"agency/{key}",), scope.narrowing, most=WHOLE))]


def _together(parts: Sequence[Part]) -> list[Part]:
    """A table of few rows shares a slide with the one before or after it."""
    made: list[Part] = []
    before: Slide | None = None
    for about, slides in parts:
        kept: list[Slide] = []
        for slide in slides:
            small = isinstance(slide, Table) and isinstance(before, Table) and _few(slide, before)
            kept.append(replace(slide, follows=small) if isinstance(slide, Table) else slide)
            before = slide
        made.append((about, kept))
    return made


def _few(*tables: Table) -> bool:
    return min(len(table.rows) for table in tables) <= FEW


def _brief(title: str, parts: Sequence[Part]) -> Table:
    """The findings of all slides on the first one."""
    rows = []
    for about, slides in parts:
        for number, slide in enumerate(slides):
            rows.append(TableRow(("" if number else about, slide.title)))
    return Table(title, BRIEF, rows)
