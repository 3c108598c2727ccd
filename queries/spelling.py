"""Names near to one that is not known, for “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SHOWN: Final = 3
NEAR: Final = 0.6
"""A slip leaves this part of a name: one letter wrong, missing or swapped in an acronym of three, two in six."""
ALIKE: Final = 85
"""A longer name that holds the words (“Refugees” in the name of UNHCR), of 100."""
SHORT: Final = 4
"""Letters below which a word is no part of a name but an acronym."""


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names a person may have meant, the likeliest first: slips and swapped letters, then names that hold the words.

    All are compared as they are given: fold them first.
    """
    choices = sorted(known)
    slips = process.extract(name, choices, scorer=OSA.normalized_similarity, score_cutoff=NEAR, limit=SHOWN)
    longer = [choice for choice in choices if len(choice) >= len(name) > SHORT]
    held = process.extract(name, longer, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=SHOWN)
    return tuple(dict.fromkeys(choice for choice, *_ in (*slips, *held)))[:SHOWN]
