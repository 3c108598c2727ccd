"""What training on the ways of asking gives: how much each token and run of letters speaks for each question.

The weights are found by `bench/learn_asking.py` (logistic regression over all questions at once), so that a word common to
twins such as `partners` and `joint-work` counts little, and the words that part them much.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from migov.queries.words.cues import Sentence

LETTERS: Final = 4
SHELF: Final = 3
BOUND: Final = "~"
"""Stands around each token and its signs; neither holds it."""
RUN: Final = "#"
"""Marks a run of letters beside tokens."""
MIDDLE, MOST = ord("?"), 28
"""A weight is one sign: `?` is nothing, and each sign before or after it a step down or up; none that JSON must escape."""


@dataclass(frozen=True)
class Trained:
    """A text with one sign for each question, in the order of `names`, for each token; `step` is what one step weighs.

    The tokens that begin alike share a text, ` token signs token signs ` (`shelved`): a few long texts are opened faster
    than many short ones, and one question reads few of them.
    """

    names: Sequence[str]
    step: float
    shelves: Mapping[str, str]

    def signs(self, token: str) -> str:
        """The signs of a token; empty for one that training did not see."""
        shelf = self.shelves.get(token[:SHELF], "")
        at = shelf.find(f"{BOUND}{token}{BOUND}")
        first = at + len(token) + 2
        return shelf[first : first + len(self.names)] if at >= 0 else ""

    def likelihoods(self, said: Iterable[str]) -> Mapping[str, float]:
        """How likely each question was asked with these tokens and letters: 0 for the likeliest, less for the others."""
        held: tuple[list[bytes], list[bytes]] = ([], [])
        for token in said:
            if text := self.signs(token):
                held[token.startswith(RUN)].append(text.encode())
        total = [0.0] * len(self.names)
        for part in held:
            each = self.step / math.sqrt(len(part) or 1)
            total = [
                before + each * (sum(found) - MIDDLE * len(part))
                for before, found in zip(total, zip(*part, strict=True) if part else ((),) * len(total), strict=True)
            ]
        best = max(total, default=0.0)
        return {name: value - best for name, value in zip(self.names, total, strict=True)}


def shelved(signs: Mapping[str, str]) -> Mapping[str, str]:
    """The signs of all tokens as `Trained.shelves`."""
    found: dict[str, str] = {}
    for token, text in sorted(signs.items()):
        found[token[:SHELF]] = f"{found.get(token[:SHELF], BOUND)}{token}{BOUND}{text}{BOUND}"
    return found


def signed(weights: Sequence[float], step: float) -> str:
    """Weights of one token as the text of `Trained.signs`."""
    return "".join(chr(MIDDLE + max(-MOST, min(MOST, round(weight / step)))) for weight in weights)


def letters(said: Sentence) -> Iterator[str]:
    """The runs of letters of a sentence, with names put as their kinds and numbers as 0."""
    inside = {n: mention for mention in said.mentions if mention.strong for n in range(mention.first, mention.end)}
    row = [""]
    for n, word in enumerate(said.words):
        mention = inside.get(n)
        if mention is None:
            row.append("0" if word.folded.isdigit() else word.folded)
        elif mention.first == n:
            row.append(f"<{'agency' if 'agency' in mention.keys else next(iter(mention.keys))}>"[:3])
    text = " ".join([*row, ""])
    yield from {f"{RUN}{text[at : at + LETTERS]}" for at in range(len(text) - LETTERS + 1)}
