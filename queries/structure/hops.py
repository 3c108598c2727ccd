"""How a tie reads in words, from either of its ends."""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "activeIn": ("is active in", "is where work is done by"),
    "collaboratesWith": ("works with", "works with"),
    "concerns": ("concerns", "is the theme of"),
    "country": ("is a government body of", "has as a government body"),
    "funds": ("funds", "is funded by"),
    "inTension": ("is in tension with", "is in tension with"),
    "instrument": ("is dealt with by", "deals with"),
    "memberOf": ("is a member of", "has as a member"),
    "partOf": ("is part of", "has as a part"),
    "partnersIn": ("is a partner in", "has as a partner"),
    "plannedWith": ("plans with", "plans with"),
    "principle": ("serves", "is served by"),
    "ratified": ("ratified", "is ratified by"),
    "responsibleFor": ("runs", "is run by"),
    "takesPlaceIn": ("takes place in", "is the place of"),
    "theme": ("concerns", "is the theme of"),
    "unitOf": ("is a unit of", "has as a unit"),
    "worksOn": ("works on", "is worked on by"),
}
"""Property: how it reads from its source to its target, and back."""


def words(kind: str, *, back: bool) -> str:
    """The words of a property; one that has none here, as a reader's own, is named as it is."""
    forth, backwards = WORDS.get(kind, (kind, f"{kind} (from)"))
    return backwards if back else forth
