"""What the words around a name say of its part: “funded by” a donor, “with” a partner, “run by” a unit; all in `roles.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from migov.queries.words.lexicon import lexicon, table
from migov.queries.words.mentions import Mention, Word
from migov.queries.words.timing import Count, Slice


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart: its words and what it names, when and how many."""

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    slices: tuple[Slice, ...] = ()
    counts: tuple[Count, ...] = ()


@cache
def roles() -> Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]:
    """Parameters by side of the cue (before, after, word; kind of body; end of a span of time) and the words of the cue;
    what stands after a cue of the sides `denied` and `example` is no condition."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
    for row in table("roles"):
        cue = (row["cue"],) if row["side"] not in ("before", "after", "word") else tuple(row["cue"].split())
        found[row["side"]][cue] = tuple(row["params"].split(";"))
    return found


def cued_by(mention: Mention, said: Sentence) -> tuple[str, ...]:
    """Names of parameters that the words around a mention point to, the likeliest first."""
    folded = [word.folded for word in said.words]
    at = mention.first
    while at > 0 and folded[at - 1] in lexicon().words["filler"] and not _longest(roles()["before"], folded[:at]):
        at -= 1
    before = _longest(roles()["before"], folded[:at])
    after = _following(mention, said, folded)
    # “with Irish funding” says who pays.
    last = before == ("theme",) or (after[:1] == ("donor",) and before[:1] == ("with",))
    return (*after, *before) if after and last else (*before, *after)


def _following(mention: Mention, said: Sentence, folded: Sequence[str]) -> tuple[str, ...]:
    """What the words after a mention say of it; of several joined by “and” the last speaks for all."""
    rest = folded[mention.end :]
    telling = [word for word in rest if word not in lexicon().words["filler"]]
    found = _longest(roles()["after"], rest, start=True) or _longest(roles()["after"], telling, start=True)
    then = next((m for m in said.mentions if m.first > mention.first), None)
    if not found and then is not None and joined_to(then, said, (mention.end, "")):
        return _following(then, said, folded)
    return found


def _longest(
    cues: Mapping[tuple[str, ...], tuple[str, ...]], folded: Sequence[str], start: bool = False
) -> tuple[str, ...]:
    for size in (4, 3, 2, 1):
        part = tuple(folded[:size] if start else folded[-size:])
        if len(part) == size and part in cues and not (start and tuple(folded[size : size + 1]) == ("by",)):
            return cues[part]
    return ()


def joined_to(mention: Mention, said: Sentence, previous: tuple[int, str] | None) -> str:
    """How a mention is tied to the one before it: by `and`, `or`, a comma (`,`), or not at all."""
    if previous is None:
        return ""
    between = [
        word.folded for word in said.words[previous[0] : mention.first] if word.folded not in lexicon().words["filler"]
    ]
    if not between:
        gap = said.text[said.words[previous[0] - 1].end : said.words[mention.first].start]
        return "," if any(sign in gap for sign in ",/&") else ""
    return between[0] if len(between) == 1 and between[0] in ("and", "or") else ""
