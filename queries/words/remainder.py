"""What is left of a sentence when its names are placed: a text to look for, where a question takes one.

“Vaccines” in “what did UNICEF spend on vaccines” is no name and no word of the question itself; to leave it unsaid would
answer another question.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise
from typing import Final

from migov.queries.questions import Question
from migov.queries.words.cues import Sentence, roles
from migov.queries.words.lexicon import lexicon, stems
from migov.queries.words.mentions import Mention, Word
from migov.queries.words.timing import as_number
from migov.queries.words.wording import WORDS, singular

CONNECTED: Final = ("to", "of", "for", "in", "by")
"""Small words that may stand within a text sought."""
COUNTED: Final = "figure"
"""What the title of a question speaks of that gives figures: what they count is sought in their headings."""


def remainder(question: Question, said: Sentence, held: Set[int]) -> Iterator[str]:
    """The texts that are said to be what a question is on; words whose positions are `held` are names of their own."""
    free = _free(question, said, held)
    row = [word.folded for word in said.words]
    named = {mention.end for mention in said.mentions if mention.strong} if "that" in row else set()
    seeks = WORDS in (*question.needs, next(iter(question.params)))
    for n in sorted(free):
        before = n - 1 - (row[n - 1 : n] == ["the"])
        cued = before >= 0 and (
            (row[before] in lexicon().words["about"] and row[before - 1] not in lexicon().words["leaning"])
            or (row[before] == "as" and before > 0 and row[before - 1] in lexicon().words["styled"])
            # “Who says that the OSCE is flexible” asks where that is said.
            or (row[before] in ("is", "are", "was", "were") and before in named and seeks)
            or (row[before] in ("for", *lexicon().words["speaking"]) and seeks)
        )
        # “For leaving them out” says what is done, and no thing.
        if cued and not row[n].endswith("ing"):
            text = _text(said, n, free)
            then = n + len(text.split()) + 1
            paired = row[then - 1 : then] == ["and"] and then in free and row[before] not in ("for", "on")
            yield f"{text} and {said.words[then].text}" if paired else text
        elif row[max(0, n - 2) : n] == ["how", "many"] and COUNTED in _means(question.summary):
            yield singular(said.words[n].text)


def longer(question: Question, said: Sentence, mention: Mention, held: Set[int]) -> str:
    """A text with what follows it: “remittances to developing countries” for “remittances”."""
    free = _free(question, said, held) | {*range(mention.first, mention.end)}
    # “Dynamic and entrepreneurial” is sought as one text.
    pair = mention.first - 2
    paired = pair in free and said.words[pair + 1].folded == "and"
    text = _text(said, mention.first, free)
    return f"{said.words[pair].text} {said.words[pair + 1].text} {text}" if paired else text


def _free(question: Question, said: Sentence, held: Set[int]) -> Set[int]:
    return {n for n, word in enumerate(said.words) if n not in held and _tells(question, word)}


def _text(said: Sentence, first: int, free: Set[int]) -> str:
    """The words from the first on that tell something, with the small words between them."""
    end = first + 1
    while end < len(said.words):
        word = said.words[end].folded
        if not (end in free and not word.endswith("ed")) and not (word in CONNECTED and {end + 1, end + 2} & free):
            break
        end += 1 if end in free else 2
    span = said.words[first:end]
    gaps = (said.text[word.end : then.start] for word, then in pairwise(span))
    return span[0].text + "".join(
        f"{'-' if gap == '-' else ' '}{word.text}" for gap, word in zip(gaps, span[1:], strict=True)
    )


def _tells(question: Question, word: Word) -> bool:
    """Whether a word says something that is neither small talk nor what the question itself speaks of."""
    if as_number(word.folded) or lexicon().silent(word.folded):
        return False
    lines = (question.summary, question.description, *question.words, *question.columns.values())
    words, concepts = _own(lines)
    if word.stem in words or (word.folded,) in roles()["before"]:
        return False
    return concepts.isdisjoint(lexicon().concepts.get((word.stem,), ()))


@lru_cache(maxsize=256)
def _own(lines: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    words = frozenset(part for line in lines for part in stems(line))
    return words, frozenset(concept for line in lines for concept in _means(line))


def _means(text: str) -> frozenset[str]:
    return frozenset(concept for part in stems(text) for concept in lexicon().concepts.get((part,), ()))
