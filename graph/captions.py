"""What a picture says about itself: a finding as its title, then what is shown, how it was narrowed, and of how much."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Final

from migov.graph import findings
from migov.graph.findings import Finding, Found, listed

SOURCE_LINE: Final = (
    "Source: migov, from documents of the ILO; what they do not say is not recorded, and silence is not absence."
)
NOTHING: Final = "recorded in the documents"
SHORTEST: Final = f"Nothing of this is {NOTHING}"
LONGEST: Final = 110
"""Characters of a title: two lines in the type of a slide."""
TRIES: Final = ((3, True), (2, True), (3, False), (2, False), (1, True), (1, False))
"""How many things a finding names, and whether its second clause is said: the first title that is short enough is taken."""

FINDINGS: Final[Mapping[str, Callable[[Found, int], Finding]]] = {
    "holders": findings.holders,
    "partners": findings.partners,
    "themes": findings.crowded,
    "overlap": findings.overlap,
    "donors": findings.donors,
    "principles": findings.principles,
    "neighbours": findings.neighbours,
    "path": findings.path,
}


def title(found: Found, finding: str, *, whole: bool = False) -> str:
    """The finding, of what was narrowed to, or that there is none; `whole`: of a view that is laid out around nothing.

    It counts what is recorded, and names only what is drawn.
    """
    says = FINDINGS["neighbours" if whole and len(found.narrowing.focus) == 1 else finding]
    if not found.ties:
        return next((said for said in _nothing(found, finding) if len(said) <= LONGEST), SHORTEST)
    said = ""
    for leaders, second in TRIES:
        clauses = says(found, leaders)
        scope = found.narrowing.scope(found.names, without=clauses.told)
        said = _sentence(scope, clauses.first + (clauses.second if second else ""))
        if len(said) <= LONGEST:
            return said
    return textwrap.shorten(said, LONGEST, placeholder=" …")


def subtitle(
    summary: str, told: str, found: Found, shown: int, *, most: str = "links", strongest: int = 0, top: bool = False
) -> str:
    """What is shown, how it was narrowed, when it happened, and of how many nodes: those with `most` of something, the `top` of
    them when this was asked for."""
    days = {day[:4] for tie in found.ties for record in tie.records for day in found.said.printed.get(record, ())}
    span = f"{min(days)} to {max(days)}" if len(days) > 1 else "".join(days)
    count = len(found.placed)
    best = f", each with the {strongest} links that rest on most records" if strongest else ""
    parts = [
        f"{summary}: {told}" if told else summary,
        f"Printed dates: {span}" if span else "",
        f"{'Shown:' if top else 'Too large to read whole: shown are'} the {shown} of {count:,} with most {most}{best}"
        if shown < count
        else "",
    ]
    return ". ".join(part for part in parts if part)


def _nothing(found: Found, finding: str) -> tuple[str, ...]:
    """That nothing is recorded, of what was asked for; the longest first."""
    ends = [found.short(end) for end in found.ends]
    scope = found.narrowing.scope(found.names)
    if finding == "path":
        between = f"no path between {listed(ends)}"
        around = f"{between} that avoids countries, regions and themes is {NOTHING}"
        return _sentence(scope, around), _sentence(scope, f"{between} is {NOTHING}")
    of = f" of {listed(ends, 'or')}" if ends else ""
    what = f"no link{found.least}" if found.least else "nothing"
    return (_sentence(scope, f"{what} is recorded{of} in the documents"),)


def _sentence(scope: str, text: str) -> str:
    whole = f"{scope}, {text}" if scope else text
    return whole[:1].upper() + whole[1:]
