"""Bodies that a sentence names otherwise than their names are written: in another order, or with more words of a name beside
an acronym."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.words.lexicon import lexicon
from migov.queries.words.mentions import Mention, Word

MOST: Final = 6
"""A body is named in another order by so many words at most."""
JOINING: Final = ("and", "or")


def reordered(said: Sequence[Word], known: NameIndex) -> Iterator[Mention]:
    """Bodies named by the telling words of a name and no others, one of them what organisations are called by: “the ILO
    office in Pretoria” is the “ILO Pretoria office”."""
    index = _by_words(known)
    for size in range(MOST, 1, -1):
        for first in range(len(said) - size + 1):
            window = said[first : first + size]
            row = {word.folded for word in window}
            if (
                {window[0].folded, window[-1].folded}.isdisjoint(lexicon().words["stop"])
                and window[0].capital
                and (window[-1].capital or window[-1].folded in lexicon().words["organisation"])
                and not row.isdisjoint(lexicon().words["organisation"])
                and row.isdisjoint(JOINING)
                and len(found := index.get(frozenset(row - lexicon().words["stop"]), frozenset())) == 1
            ):
                yield Mention(first, first + size, " ".join(word.text for word in window), {"agency": (*found,)})


@lru_cache(maxsize=4)
def _by_words(known: NameIndex) -> Mapping[Set[str], Set[str]]:
    """The bodies by the telling words of each of their names of two such words or more."""
    found: dict[Set[str], set[str]] = {}
    for form, keys in known.forms.get("agency", {}).items():
        if len(row := frozenset(form.split()) - lexicon().words["stop"]) > 1:
            found.setdefault(row, set()).update(keys)
    return found


def grown(mentions: Sequence[Mention], text: str, said: Sequence[Word], known: NameIndex) -> list[Mention]:
    """The mentions, with each acronym of a body as far as other words of its name stand before it: “Oxford centre COMPAS”,
    “Parliamentary Union (IPU)”, and the country whose it is: “the UK department DFID”. What such words would be by
    themselves is not meant."""
    found = list(mentions)
    for mention in mentions:
        if "agency" in mention.keys and mention.end - mention.first == 1 and said[mention.first].capitals:
            first = min(_begins(mention, found, text, said, known), _of_country(mention, found, text, said))
            if first < mention.first:
                found = [other for other in found if not first <= other.first <= mention.first]
                found.append(replace(mention, first=first))
    return found


def _begins(mention: Mention, among: Sequence[Mention], text: str, said: Sequence[Word], known: NameIndex) -> int:
    """Where the words of a body's name begin that lead up to its acronym."""
    names = _words_of(known)
    own = {word for key in mention.keys["agency"] for word in names.get(key, ())}
    firm = {n for other in among if FIRM & set(other.keys) for n in range(other.first, other.end)}
    lands = {n for other in among if "country" in other.keys for n in range(other.first, other.end)} - firm
    first, begins, called = mention.first, mention.first, False
    while first and first - 1 not in firm and said[first - 1].folded in own:
        gap = text[said[first - 1].end : said[first].start]
        if gap.strip() and (first != mention.first or gap.strip() != "("):
            break
        first -= 1
        called = called or said[first].folded in lexicon().words["organisation"]
        # “In Thailand MOL” speaks of the country as well, “the Thai ministry MOL” does not.
        if said[first].capital and (first not in lands or called):
            begins = first
    return begins


def _of_country(mention: Mention, among: Sequence[Mention], text: str, said: Sequence[Word]) -> int:
    """Where the country begins that tells, with the kind of body, whose an acronym is: “the UK department DFID”."""
    at = mention.first
    while at and said[at - 1].folded in lexicon().words["organisation"] and not said[at - 1].capital:
        at -= 1
    gap = text[said[at - 1].end : said[mention.first].start] if 0 < at < mention.first else ","
    lands = [other.first for other in among if other.end == at and "country" in other.keys]
    return lands[0] if lands and "," not in gap else mention.first


FIRM: Final = frozenset({"agency", "instrument", "document", "project", "quoted"})
"""The kinds of what is no part of a body's name."""


@lru_cache(maxsize=4)
def _words_of(known: NameIndex) -> Mapping[str, Set[str]]:
    """The telling words of all names of each body."""
    found: dict[str, set[str]] = {}
    for form, keys in known.forms.get("agency", {}).items():
        for key in keys:
            found.setdefault(key, set()).update(set(form.split()) - lexicon().words["stop"])
    return found
