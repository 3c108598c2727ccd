"""Countries and regions in printed text, in the order of the text; a region or group is never expanded."""

from __future__ import annotations

from functools import cache

from migov.loaders.layouts.phrases import Phrases
from migov.ontology.concepts import vocabulary
from migov.ontology.countries import countries


def countries_in(text: str) -> str:
    """Codes of the countries named, as a cell of several values."""
    return ";".join(key for kind, key in _places().find(text) if kind == "country")


def regions_in(text: str) -> str:
    """Slugs of the regions and groups named, as a cell of several values."""
    return ";".join(key for kind, key in _places().find(text) if kind == "region")


def unplaced(text: str) -> str:
    """The words (folded) that name neither country nor region."""
    return _places().rest(text)


@cache
def _places() -> Phrases[tuple[str, str]]:
    meanings = {name: ("country", code) for name, code in countries().spellings.items()}
    for region in vocabulary().scheme("region").values():
        meanings |= dict.fromkeys((region.label, *region.alternatives), ("region", region.slug))
    return Phrases(meanings)
