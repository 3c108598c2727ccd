"""Taking a sentence apart: its words, what it names, when and how many."""

from __future__ import annotations

from collections.abc import Sequence

from migov.queries.names import NameIndex
from migov.queries.words.cues import Sentence
from migov.queries.words.mentions import Mention, Word
from migov.queries.words.spotting import spot, words
from migov.queries.words.timing import counts, slices


def take_apart(text: str, known: NameIndex) -> Sentence:
    """The words of a sentence and all that it names."""
    row = words(text)
    bounds = counts(text)
    held = {n for n, word in enumerate(row) for count in bounds if count.start <= word.start < count.end}
    mentions = spot(text, row, known, held)
    spans = {row[_first(m, row)].start: row[m.end - 1].end for m in mentions}
    spans |= {count.start: count.end for count in bounds}
    times = slices(text, spans)
    timed = {n for n, word in enumerate(row) for time in times if time.start <= word.start < time.end}
    kept = tuple(m for m in mentions if timed.isdisjoint(range(m.first, m.end)))
    return Sentence(text, row, kept, times, bounds)


def _first(mention: Mention, row: Sequence[Word]) -> int:
    """The first word of a name; of an instrument the year before it too, as in “the 1990 UN Convention”."""
    before = row[mention.first - 1].folded if mention.first else ""
    return mention.first - ("instrument" in mention.keys and len(before) == len("1990") and before.isdigit())
