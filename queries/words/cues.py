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
    what stands after a cue of the sides `denied` and `example` is no condition; what the phrases of `joining` stand between is of
    one part; of the parameters of the side `several` each word announced is a value."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
    for row in table("roles"):
        cue = (row["cue"],) if row["side"] not in ("before", "after", "word") else tuple(row["cue"].split())
        found[row["side"]][cue] = tuple(row["params"].split(";"))
    return found


def cued_by(mention: Mention, said: Sentence) -> tuple[str, ...]:
    """Names of parameters that the words around a mention point to, the likeliest first."""
    folded = [word.folded for word in said.words]
    at = _owner(mention, said)
    while (
        at > 0
        and folded[at - 1] in lexicon().words["filler"]
        and not _longest(roles()["before"], folded[:at])
        and not _apart(said, at)
    ):
        at -= 1
    before = () if _apart(said, at) else _longest(roles()["before"], folded[:at])
    after = _following(mention, said, folded)
    # “with Irish funding” says who pays.
    last = before == ("theme",) or (after[:1] == ("donor",) and before[:1] == ("with",))
    return (*after, *before) if after and last else (*before, *after)


def _owner(mention: Mention, said: Sentence) -> int:
    """Where a body's name begins, with the one or the country whose it is right before it: “the ILO's Moscow office”."""
    before = next((m for m in said.mentions if m.end == mention.first and {"agency", "country"} & set(m.keys)), None)
    owned = before is not None and "agency" in mention.keys and "country" not in mention.keys
    gap = said.text[said.words[mention.first - 1].end : said.words[mention.first].start] if mention.first else ""
    return before.first if before is not None and owned and gap in ("'s ", "’s ", " ") else mention.first


def _apart(said: Sentence, at: int) -> bool:
    """Whether a comma parts a word from the one before it."""
    return at > 0 and "," in said.text[said.words[at - 1].end : said.words[at].start]


def _following(mention: Mention, said: Sentence, folded: Sequence[str]) -> tuple[str, ...]:
    """What the words after a mention say of it; of several joined by “and” the last speaks for all."""
    rest = folded[mention.end :]
    telling = [word for word in rest if word not in lexicon().words["filler"] | lexicon().words["inclined"]]
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
        if len(part) == size and part in cues:
            # Of “money coming from Japan” and “funded by Japan” another is the donor.
            turned = start and not lexicon().words["turning"].isdisjoint(folded[size : size + 1])
            return () if turned else cues[part]
    return ()


def _before(end: int, said: Sentence) -> str:
    """The small word before the mention that ends there, past fillers: “by the EC, by the SDC” repeats it."""
    at = next((_owner(mention, said) for mention in said.mentions if mention.end == end), 0)
    while at and said.words[at - 1].folded in lexicon().words["filler"]:
        at -= 1
    return said.words[at - 1].folded if at else ""


def joined_to(mention: Mention, said: Sentence, previous: tuple[int, str] | None) -> str:
    """How a mention is tied to the one before it: by `and`, `or`, a comma (`,`), or not at all."""
    if previous is None:
        return ""
    between = [
        word.folded
        for word in said.words[previous[0] : max(previous[0], _owner(mention, said))]
        if word.folded not in lexicon().words["filler"]
    ]
    if between and between[-1] == _before(previous[0], said):
        between.pop()
    if not between:
        gap = said.text[said.words[previous[0] - 1].end : said.words[mention.first].start]
        return "," if any(sign in gap for sign in ",/&(") else ""
    if (" ".join(between),) in roles()["joining"]:
        return "or"
    return between[0] if len(between) == 1 and between[0] in ("and", "or") else ""
