"""What the program knows of English: stems, words that say nothing, words of the field and the ways they are put.

All of it is in `language/*.csv`, where a person can correct it; only the endings of words are cut here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from migov.ontology.folding import fold

FOLDER: Final = Path(__file__).parent / "language"
ENDINGS: Final = (
    ("isation", "is"), ("ication", "i"), ("ation", ""), ("ement", "e"), ("ied", "y"), ("ating", ""), ("ated", ""), ("ate", ""),
    ("ing", ""), ("ed", ""),
)  # fmt: skip
ANY_ENDING: Final = tuple(ending for ending, _ in ENDINGS)
NO_PLURAL: Final = ("ss", "us", "is")
SPELLINGS: Final = (
    ("iz", re.compile(r"iz(?=e|a|i)"), "is"),
    ("labor", re.compile(r"^labor(?!a)"), "labour"),
    ("program", re.compile(r"program(?=s?$)"), "programme"),
)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A folded word without its ending, in British spelling: `ratified`, `ratifies` and `ratification` are one."""
    for sign, pattern, spelling in SPELLINGS:
        if sign in word:
            word = pattern.sub(spelling, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(NO_PLURAL):
        word = f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    for ending, instead in ENDINGS if word.endswith(ANY_ENDING) else ():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return f"{word[:-1]}i" if len(word) > 3 and word.endswith("y") else word


@lru_cache(maxsize=16384)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text, in order."""
    plain = text.isascii() and text.islower() and text.replace(" ", "").isalpha()
    return tuple(stem(word) for word in (text if plain else fold(text)).split())


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one file of `language/`."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


SILENT: Final = ("-",)
"""What phrases mean that say nothing of what is asked, as “give me” does."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What no document records, by the stems that ask for it; whether it is outside the field; the stems that say that
    something else is meant; whether it counts only where the sentence begins; whether its words are also used of what
    is recorded (“ministers' meetings”), so that a question that is likely enough goes before."""

    form: tuple[str, ...]
    what: str
    outside: bool
    unless: tuple[str, ...]
    first: bool
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they are for.

    `concepts` gives for each form (a row of stems) what it means; `longest` is the length of the longest form that begins with
    a stem; `asked` are the concepts one can ask for a list of.
    `demands` are things that no document records.
    """

    words: Mapping[str, frozenset[str]]
    concepts: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: Mapping[str, int]
    asked: frozenset[str]
    demands: Mapping[tuple[str, ...], Demand]

    def silent(self, word: str) -> bool:
        """Whether a folded word says nothing about what is asked."""
        return word in self.words["stop"] or word in self.words["neutral"] or stem(word) in self.words["neutral-stems"]

    def meaning(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """The concepts of a row of stems: first, end and the concepts of each, longest forms first; none for a stem
        that is in no list."""
        at = 0
        while at < len(words):
            for size in range(min(self.longest.get(words[at], 1), len(words) - at), 0, -1):
                found = self.concepts.get(tuple(words[at : at + size]))
                if found or size == 1:
                    yield at, at + size, found or ()
                    at += size
                    break


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    words: dict[str, frozenset[str]] = {}
    for row in table("words"):
        words[row["use"]] = words.get(row["use"], frozenset()) | frozenset(row["words"].split())
    words["neutral-stems"] = frozenset(stem(word) for word in words["neutral"] if len(word) > 3)
    concepts: dict[tuple[str, ...], list[str]] = {}
    asked = set()
    for row in table("synonyms"):
        if row["asked"]:
            asked.add(row["concept"])
        for form in row["forms"].split(";"):
            concepts.setdefault(stems(form), []).append(row["concept"])
    demands = {
        stems(form): Demand(
            stems(form),
            row["what"],
            row["outside"] == "yes",
            stems(row["unless"]),
            row["first"] == "yes",
            row["doubtful"] == "yes",
        )
        for row in table("demands")
        for form in row["forms"].split(";")
    }
    longest: dict[str, int] = {}
    for row_ in concepts:
        longest[row_[0]] = max(longest.get(row_[0], 1), len(row_))
    return Lexicon(
        words, {form: tuple(dict.fromkeys(c)) for form, c in concepts.items()}, longest, frozenset(asked), demands
    )
