"""What a briefing is narrowed to: a theme and a time, as far as a question takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from migov.graph.project import Narrowing
from migov.ontology.concepts import vocabulary
from migov.queries.questions import Question
from migov.queries.scope import date


@dataclass(frozen=True, slots=True)
class Scope:
    """A theme (its slug), and the first and the last day as printed (`2004`, `2004-05`); empty: not narrowed."""

    theme: str = ""
    since: str = ""
    until: str = ""

    @property
    def narrowing(self) -> Narrowing:
        """For pictures. Raises `QueryError` for a date that is none."""
        return Narrowing(
            themes=(self.theme,) if self.theme else (),
            since=self.since and date(self.since),
            until=self.until and date(self.until),
        )

    @property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The parameters that it gives."""
        given = (("theme", self.theme), ("from", self.since), ("to", self.until))
        return {name: (value,) for name, value in given if value}

    def of(self, question: Question, **others: str) -> dict[str, tuple[str, ...]]:
        """The parameters of a question: these, and of the scope those it takes."""
        own = {name: value for name, value in self.values.items() if name in question.takes}
        return {name: (value,) for name, value in others.items()} | own

    @property
    def told(self) -> str:
        """As it stands behind a title, in brackets; empty where nothing is narrowed."""
        parts = [
            f"on {vocabulary().label('theme', self.theme)}" if self.theme else "",
            f"from {self.since}" if self.since else "",
            f"to {self.until}" if self.until else "",
        ]
        said = " ".join(part for part in parts if part)
        return f" ({said})" if said else ""
