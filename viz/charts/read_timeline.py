"""A timeline of an answer: a span from the first day of what it begins with to the last day of what it ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import shorten

from migov.queries.answer import AnswerRow
from migov.viz.charts.columns import Columns
from migov.viz.charts.days import days, years
from migov.viz.charts.model import Span, Timeline
from migov.viz.style import TENTATIVE

MOMENT = timedelta(days=366)  # what lasts no longer is as long as its date is vague


def timeline_of(columns: Columns) -> Timeline:
    """The spans; a row whose label, start and end are several columns each is as many spans."""
    spans = tuple(span for row in columns.answer.rows for span in _spans(columns, row))
    kinds = Counter(span.kind for span in spans if span.kind)
    return Timeline(
        spans,
        columns.words.get("things", columns.title("label").casefold()),
        tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        " or ".join(TENTATIVE) if any(span.planned for span in spans) else "",
        len(spans),
        sum(not span.dated for span in spans),
        2 * sum(span.last - span.first > MOMENT for span in spans if span.first and span.last) > len(spans),
        _peak(spans) if "{peak}" in columns.words.get("finding", "{peak}") else 0,
        (columns.title("label") if len(columns.roles["label"]) == 1 else "What", columns.title("note") or "Note"),
    )


def finding(timeline: Timeline, words: str) -> str:
    """The title: how many, from when to when, and the year in which most are at once."""
    dated = [span for span in timeline.spans if span.first and span.last]
    if not dated and len(timeline.spans) == 1:
        return f"{timeline.spans[0].label}: no date is printed"
    if not dated:
        return f"None of {len(timeline.spans)} {timeline.things} has a printed date"
    low, high = reach(timeline.spans)
    words = words if timeline.peak else words.partition("; most")[0]
    longest = max(dated, key=lambda span: (span.last or low) - (span.first or low))
    return words.format(
        number=len(dated),
        years=years(low, high),
        peak=timeline.peak,
        most=at_once(dated)[timeline.peak],
        things=dated_things(timeline),
        longest=shorten(longest.label, 60, placeholder=" …"),
    )


def at_once(spans: Sequence[Span]) -> Counter[int]:
    """How many of these spans are at once in each year."""
    return Counter(
        year for span in spans if span.first and span.last for year in range(span.first.year, span.last.year + 1)
    )


def _peak(spans: tuple[Span, ...]) -> int:
    """The first year in which most are at once; 0 where no two are, or all are of one year."""
    running = at_once(spans)
    year = min(running, key=lambda year: (-running[year], year), default=0)
    return year if len(running) > 1 and running[year] > 1 else 0


def dated_things(timeline: Timeline) -> str:
    """What the title counts: `dated projects` where others have no date."""
    return f"dated {timeline.things.removeprefix('dated ')}" if timeline.undated else timeline.things


def labels(columns: Columns, row: AnswerRow) -> list[str]:
    """The labels of the spans of a row."""
    return [span.label for span in _spans(columns, row)]


def reach(spans: tuple[Span, ...]) -> tuple[date, date]:
    """First and last day of all dated spans."""
    return min(span.first for span in spans if span.first), max(span.last for span in spans if span.last)


def _spans(columns: Columns, row: AnswerRow) -> list[Span]:
    starts, ends, labels = (columns.roles.get(role, ()) for role in ("start", "end", "label"))
    if len(starts) < 2:
        return [_span(columns, row, columns.text(row, "label"), starts, ends)]
    return [
        _span(columns, row, ", ".join(map(str, row.cells[label])), (start,), (end,))
        for label, start, end in zip(labels, starts, ends, strict=True)
    ]


def _span(columns: Columns, row: AnswerRow, label: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> Span:
    kind = columns.text(row, "colour")
    begin, end = _days(row, starts), _days(row, ends)
    first = begin[0] if begin else end[0] if end else None
    last = end[1] if end else begin[1] if begin else None
    if first and last and last < first:
        first, last = last, first
    period = any("/" in str(value) for at in starts for value in row.cells[at])
    lasting = columns.words.get("lasts")
    lasts = bool(ends) and (lasting is None or (bool(kind) and kind in lasting.split(", ")))
    return Span(
        label or "not named",
        first,
        last,
        begin is not None or end is None or not lasts,
        end is not None or begin is None or period or not lasts,
        kind,
        columns.text(row, "note", ", "),
        columns.text(row, "status").casefold() in TENTATIVE,
    )


def _days(row: AnswerRow, at: tuple[int, ...]) -> tuple[date, date] | None:
    """First and last day of all that these columns print."""
    found = [span for place in at for value in row.cells[place] if (span := days(str(value)))]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None
