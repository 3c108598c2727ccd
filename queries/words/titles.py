"""Titles of projects and texts that a sentence names in part, and words in capitals that such titles bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Final

from migov.queries.names import HEADING, NameIndex
from migov.queries.words.lexicon import lexicon
from migov.queries.words.mentions import Mention, Word
from migov.queries.words.slips import SHORTEST, doubtful

TITLES: Final = ("project", f"title{HEADING}")
"""The kinds of forms that are titles; of the latter are those that places print beside the chosen one."""


def titled(text: str, said: Sequence[Word], known: NameIndex, used: Set[int]) -> Iterator[Mention]:
    """What is called a project, a study and so on: “the Tricked and Trapped study”, “the Joint Migration Initiative”.

    Words with capitals before or with such a noun are a text to look for where a title holds them, or ends as an acronym does.
    """
    nouns = [n for n, word in enumerate(said) if word.folded in lexicon().words["work"]]
    for first, end in (span for noun in nouns for span in _spans(said, noun, used)):
        form = " ".join(word.folded for word in said[first:end])
        if any(form in forms for kind, forms in known.forms.items() if not kind.endswith(HEADING)):
            return
        acronyms_ = all(word.capitals for word in said[first:end]) and _of_title(said[end - 1], known)
        if acronyms_ or _borne(form, known):
            name = text[said[first].start : said[end - 1].end]
            yield Mention(first, end, name, {"quoted": (name,)})
            return


def strange_titles(text: str, said: Sequence[Word], known: NameIndex, used: Set[int]) -> Iterator[Mention]:
    """Rows of words with capitals that a title holds and nothing else is called by: “the study Tricked and Trapped”."""
    for at in range(1, len(said)):
        if at not in used and said[at].capital and doubtful(said[at], lexicon()):
            ends = range(len(said), at + 1, -1)
            for end in (end for end in ends if used.isdisjoint(range(at, end)) and said[end - 1].capital):
                row = said[at:end]
                if all(_titles(word) for word in row) and _borne(" ".join(word.folded for word in row), known):
                    name = text[row[0].start : row[-1].end]
                    yield Mention(at, end, name, {"quoted": (name,)})
                    break


def _borne(form: str, known: NameIndex) -> bool:
    """Whether a title holds these words in a row."""
    return any(f" {form} " in f" {title} " for kind in TITLES for title in known.forms.get(kind, {}))


def _spans(said: Sequence[Word], noun: int, used: Set[int]) -> Iterator[tuple[int, int]]:
    """Where a name that is told by a noun may stand, the longest first: of two words before one in small letters, else of
    three with the noun among them."""
    first = last = noun
    while first and first - 1 not in used and _titles(said[first - 1]):
        first -= 1
    while said[noun].capital and last + 1 < len(said) and last + 1 not in used and _titles(said[last + 1]):
        last += 1
    held = {noun} if said[noun].capital else set()
    end = last + bool(held)
    spans = ((at, to) for at in range(first, noun + 1) for to in range(end, noun + len(held) - 1, -1))
    for at, to in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if to - at > 1 + len(held) and at and said[at].capital and said[to - 1].capital:
            yield at, to


def _titles(word: Word) -> bool:
    """Whether a word may stand in a title."""
    return word.capital or word.folded in WITHIN


WITHIN: Final = ("and", "of", "for", "the", "on", "in", "to")
"""Small words that stand within titles."""


def _of_title(word: Word, known: NameIndex) -> bool:
    """Whether an acronym is a title's: one that is no body's, or an English word beside."""
    body = word.folded in known.forms.get("agency", {}) and word.folded not in lexicon().words["ordinary"]
    return word.folded in title_words(known) and not body


def acronyms(said: Sequence[Word], known: NameIndex, used: Set[int], shouted: bool) -> Iterator[Mention]:
    """Words in capitals that titles of projects bear, as LUTRENA; they are texts to look for."""
    for first, end in _hyphened(said):
        if used.isdisjoint(range(first, end)) and all(w.folded in title_words(known) for w in said[first:end]):
            yield Mention(first, end, text := "-".join(w.text for w in said[first:end]), {"quoted": (text,)})
    for n, word in enumerate(said):
        acronym = word.capitals and len(word.text) >= SHORTEST - 1 and not shouted
        if n not in used and acronym and doubtful(word, lexicon()) and word.folded in title_words(known):
            yield Mention(n, n + 1, word.text, {"quoted": (word.text,)})


def _hyphened(said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Words in capitals joined by hyphens, as LAB-MIG-GOV: the first and the end of each row."""
    at = 0
    while at < len(said):
        end = at + 1
        while end < len(said) and said[end].start == said[end - 1].end + 1 and said[end].capitals and said[at].capitals:
            end += 1
        if end - at > 1:
            yield at, end
        at = end


@lru_cache(maxsize=4)
def title_words(known: NameIndex) -> Set[str]:
    """All words of titles of projects."""
    return frozenset(word for form in known.forms.get("project", {}) for word in form.split())
