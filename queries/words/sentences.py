"""Taking a sentence apart: its words, what it names, when and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.words.cues import Sentence
from migov.queries.words.lexicon import lexicon
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
    return called(Sentence(text, row, kept, times, bounds))


def called(said: Sentence) -> Sentence:
    """The sentence with each document named in full: “the Governing Body paper on the Plan of Action”, “report of 2008”.

    What such a name holds is no body and no time of its own.
    """
    mentions, times = said.mentions, said.slices
    for document in (mention for mention in said.mentions if "document" in mention.keys):
        first, end = _before(document, said), document.end
        if first < document.first:
            said_ = said.text[said.words[first].start : said.words[end - 1].end]
            whole = replace(document, first=first, said=said_)
            kept = (m for m in mentions if m is not document and not first <= m.first < end)
            mentions = tuple(sorted((*kept, whole), key=lambda mention: mention.first))
        start = said.words[max(0, first - 1)].start
        stop = said.words[min(end, len(said.words) - 1)].end
        years = {key[-4:] for key in document.keys["document"]}
        times = tuple(t for t in times if not (start <= t.start <= stop and set(t.bounds.values()) <= years))
    return replace(said, mentions=mentions, slices=times)


def _before(document: Mention, said: Sentence) -> int:
    """The first word of a document's name that says what it is on: “paper on the ...”, with the body before it."""
    row = [word.folded for word in said.words]
    at = document.first
    while at and row[at - 1] in ABOUT:
        at -= 1
    if at == document.first or not at or row[at - 1] not in lexicon().words["paper"]:
        return document.first
    at -= 1
    body = next((m for m in said.mentions if m.end == at and "agency" in m.keys), None)
    return body.first if body else at


ABOUT: Final = ("on", "about", "the", "ilo", "s")


def _first(mention: Mention, row: Sequence[Word]) -> int:
    """The first word of a name; of an instrument the year before it too, as in “the 1990 UN Convention”, and of a
    document that of “the 2004 Plan of Action”."""
    before = row[mention.first - 1].folded if mention.first else ""
    dated = len(before) == len("1990") and before.isdigit()
    article = [word.folded for word in row[max(0, mention.first - 2) : max(0, mention.first - 1)]]
    named = "instrument" in mention.keys or ("document" in mention.keys and article in (["the"], ["ilo"], ["its"]))
    return mention.first - (dated and named)
