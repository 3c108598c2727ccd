"""Names with slips of the pen: forgiven in long words alone, where they are no English the program knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.words.lexicon import Lexicon, lexicon, stem
from migov.queries.words.mentions import STRONG, Mention, Word

SLIP: Final = 84
SHORTEST: Final = 5


def slips(said: Sequence[Word], known: NameIndex, used: set[int]) -> Iterator[Mention]:
    """Names with a slip of the pen; sought only for long words that are no English the program knows."""
    doubtful_ = [n for n, word in enumerate(said) if n not in used and doubtful(word, lexicon())]
    if not doubtful_:
        return
    choices = {kind: [form for form in known.forms.get(kind, {}) if len(form) >= SHORTEST] for kind in STRONG[:5]}
    for at in doubtful_:
        for size in (3, 2, 1):
            for first in range(max(0, at - size + 1), min(at, len(said) - size) + 1):
                window = said[first : first + size]
                form = " ".join(word.folded for word in window)
                if size > 1 and (
                    window[0].folded in lexicon().words["stop"] or window[-1].folded in lexicon().words["stop"]
                ):
                    continue
                keys = {
                    kind: tuple(sorted(known.forms[kind][near]))
                    for kind, forms in choices.items()
                    if (near := _nearest(form, forms)) is not None
                }
                if keys:
                    yield Mention(first, first + size, " ".join(word.text for word in window), keys, slip=True)


def mended(said: Sequence[Word], known: NameIndex, used: Set[int]) -> tuple[list[Word], Set[int]]:
    """The words of a sentence with slips put right by the words of names, and where: “Unied” is “United”."""
    doubtful_ = [n for n, word in enumerate(said) if n not in used and doubtful(word, lexicon())]
    near = {n: found for n in doubtful_ if (found := _near_word(said[n].folded, known)) is not None}
    row = [replace(word, folded=near[n], stem=stem(near[n])) if n in near else word for n, word in enumerate(said)]
    return row, near.keys()


def _near_word(word: str, known: NameIndex) -> str | None:
    """The word of a name that a word with a slip may mean."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most sentences have no slip

    near = process.extractOne(word, _name_words(known).get(word[0], ()), scorer=fuzz.ratio, score_cutoff=SLIP)
    return near[0] if near is not None and near[0] != word else None


@lru_cache(maxsize=4)
def _name_words(known: NameIndex) -> Mapping[str, Sequence[str]]:
    """The longer words of all names, by their first letter."""
    all_ = {word for kind in STRONG[:5] for form in known.forms.get(kind, {}) for word in form.split()}
    found: dict[str, list[str]] = {}
    for word in sorted(word for word in all_ if len(word) >= SHORTEST):
        found.setdefault(word[0], []).append(word)
    return found


def doubtful(word: Word, lexicon_: Lexicon) -> bool:
    return (
        len(word.folded) >= SHORTEST
        and not word.folded.isdigit()
        and not lexicon_.silent(word.folded)
        and (word.stem,) not in lexicon_.concepts
        and (word.stem,) not in lexicon_.demands
        and word.folded not in lexicon_.words["organisation"]
    )


def _nearest(form: str, forms: Sequence[str]) -> str | None:
    """The one form that a slip may have meant: same first letter, as many words, hardly another length."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    near = process.extractOne(form, forms, scorer=fuzz.ratio, score_cutoff=SLIP)
    if (
        near is None
        or near[0][0] != form[0]
        or abs(len(near[0]) - len(form)) > 2
        or near[0].count(" ") != form.count(" ")
    ):
        return None
    return near[0]
