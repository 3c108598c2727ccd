"""Themes whose labels stand in a printed title (child trafficking is no second trafficking)."""

from __future__ import annotations

from functools import cache

from migov.loaders.layouts.phrases import Phrases
from migov.ontology.concepts import vocabulary


def themes_in(text: str) -> str:
    """Slugs of the themes named in a text, in its order, as a cell of several values."""
    return ";".join(_themes().find(text))


@cache
def _themes() -> Phrases[str]:
    themes = vocabulary().scheme("theme").values()
    return Phrases({label: theme.slug for theme in themes for label in (*theme.alternatives, theme.label)})
