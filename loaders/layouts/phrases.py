"""Finding known phrases in running text: whole words, accents and case aside, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

from migov.ontology.folding import fold

T = TypeVar("T")


class Phrases(Generic[T]):
    """What each phrase means, and a search for all of them at once (South Africa is no Africa)."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = {fold(phrase): meaning for phrase, meaning in meanings.items()}
        longest_first = sorted(self._meanings, key=lambda phrase: (-len(phrase), phrase))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def find(self, text: str) -> list[T]:
        """Meanings of the phrases in a text, in its order, each once."""
        found = (self._meanings[match[0]] for match in self._pattern.finditer(fold(text)))
        return list(dict.fromkeys(found))

    def rest(self, text: str) -> str:
        """The words (folded) that belong to no phrase."""
        return " ".join(self._pattern.sub(" ", fold(text)).split())
