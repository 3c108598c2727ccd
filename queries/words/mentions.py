"""Words of a sentence, and the things they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

STRONG: Final = (
    "agency", "country", "region", "theme", "instrument", "principle", "document", "project", "town", "currency"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the sentence: as written, folded, its stem, and where it stands."""

    text: str
    folded: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def capitals(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` up to `end` name a thing; `keys` by kind are what it may be.

    Kinds beside those of the graph: `quoted` (a text between quotation marks), `unknown` and the nouns of `codes.csv` (`table`).
    """

    first: int
    end: int
    said: str
    keys: Mapping[str, tuple[str, ...]]
    slip: bool = False

    @property
    def strong(self) -> bool:
        """Whether it is a name of its own, and no word such as “planned” that happens to be in a vocabulary."""
        return any(kind in STRONG or kind == "quoted" for kind in self.keys)
