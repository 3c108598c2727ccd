"""The notes of a slide: the claims behind what it shows, each with its document, place and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from migov.graph.evidence import Source

CLAIMS: Final = 60
"""Claims that the notes of one slide list; the others are counted."""
EACH: Final = 3
"""Claims listed of one line or row, so that every one of them is told."""
HEADING: Final = "Claims behind this slide"
EDITORS: Final = "judged by the editors"


def place(sources: Sequence[Source]) -> str:
    """Where a row is said, in few words: the first place, and how many more."""
    places = list(dict.fromkeys((source.document, source.lines) for source in sources))
    if not places:
        return ""
    document, lines = places[0]
    more = f" +{len(places) - 1}" if len(places) > 1 else ""
    return (f"{document} {lines}" if document else EDITORS) + more


def claim(source: Source) -> str:
    """One claim: its place and what it says."""
    if not source.document:
        return f"{EDITORS}: {source.what}" if source.what else EDITORS
    lines = f"line{'s' if '-' in source.lines else ''} {source.lines}" if source.lines else ""
    where = ", ".join(part for part in (source.document, source.locator, lines) if part)
    doubt = f" ({source.certainty})" if source.certainty not in ("", "stated") else ""
    return where + (f": {source.what}" if source.what else "") + doubt


def notes(intro: Iterable[str], behind: Sequence[tuple[str, Sequence[Source]]]) -> str:
    """The text of the notes: what the slide is, then each thing shown with the claims behind it."""
    lines = [line for line in intro if line]
    total = len({source for _, sources in behind for source in sources})
    told: set[Source] = set()
    said = []
    for what, sources in behind:
        if not sources or len(told) >= CLAIMS:
            continue
        chosen = list(dict.fromkeys(sources))[: min(EACH, CLAIMS - len(told))]
        told |= set(chosen)
        more = len(set(sources)) - len(chosen)
        said.append(f"{what}: {'; '.join(claim(s) for s in chosen)}" + (f"; and {more} more" if more else ""))
    if said:
        lines += ["", HEADING + (f" ({len(told)} of {total})" if len(told) < total else ""), *said]
    return "\n".join(lines)
