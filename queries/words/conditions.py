"""What of a sentence is no condition: words that only serve the question, examples, denials, and what is excepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.cues import Sentence, cued_by, roles
from migov.queries.words.lexicon import lexicon, stems
from migov.queries.words.mentions import Mention
from migov.queries.words.placing import PAIRS, PLACED, PLACES


def soft(mention: Mention, said: Sentence, question: Question) -> bool:
    """Whether a vocabulary's word serves the question itself: “ratified” is no theme, “handbooks” no kind where texts are asked."""
    # “Help with legislation” says with what.
    area = "area" in set(mention.keys) & set(question.takes.values()) and said_before(mention, said) == "with"
    if area or set(mention.keys) & FIRM or "theme" in cued_by(mention, said):
        return False
    row = stems(mention.said)
    default = lexicon().words["default"]
    if (
        _one_of_two(mention, said)
        or _open_ended(mention, said)
        or _repeats(mention, row, question)
        or _example(mention, said, question)
    ):
        return True
    said_no = [other for other in said.mentions if _denied(other, said)]
    if mention in said_no:
        return True
    loose = [other for other in said.mentions if other not in said_no and not set(other.keys) & FIRM]
    alike = [other for other in loose if set(other.keys) & set(mention.keys)]
    # “stated, implied and inferred” asks for all of them, as “stated” alone does.
    named = {key for other in alike for keys in other.keys.values() for key in keys}
    if named & default and (len(named) == 1 or len(named) >= MANY):
        return True
    own = set(mention.keys) <= {"theme", "area"} and set(row) <= own_stems(question)
    known = row in lexicon().concepts and (len(row) == 1 or "theme" not in question.params)
    if "theme" in mention.keys and (known or (own and "theme" not in question.params)):
        return True
    means = lexicon().concepts.get(row, ())
    if set(mention.keys) & {"kind", "relation"} and means and not any(concept in lexicon().asked for concept in means):
        return set(means) <= titled_concepts(question)
    nouns = set(mention.keys) & NOUNS
    taken = nouns & set(question.takes.values())
    if nouns and _generic(mention, said, question):
        return True
    return bool(nouns) and set(row) <= (set(stems(question.summary)) if taken else own_stems(question))


def excepted(question: Question, mention: Mention, said: Sentence) -> bool:
    """Whether others than what is named are asked for: “besides Sri Lanka”; of two donors or bodies one is named so."""
    at = mention.first
    if any(kind in mention.keys for kind in PLACES):
        # “Without relying on the mixed heading of Annex 6” excepts what the heading is of.
        held = max((other.end for other in said.mentions if other.strong and other.end <= at), default=0)
        row = f" {' '.join(word.folded for word in said.words[max(held, at - FAR) : at])} "
        return any(f" {phrase} " in row for (phrase,) in roles()["excepted"])
    while at and said.words[at - 1].folded in lexicon().words["article"]:
        at -= 1
    rows = {f" {' '.join(word.folded for word in said.words[:end])} " for end in (at, mention.first)}
    paired = any(first in question.params and second in question.params for first, second in PAIRS)
    phrases = tuple(f" {phrase} " for (phrase,) in roles()["excepted"])
    return not paired and any(row.endswith(phrases) for row in rows)


def house(mention: Mention, said: Sentence, known: NameIndex, question: Question) -> bool:
    """Whether what is named only says whose the body named right after it is: “the ILO's Bangkok office”, “the Swiss SDC”."""
    following = [
        key
        for other in said.mentions
        if other.first == mention.end and "country" not in other.keys
        for key in other.keys.get("agency", ())
    ]
    kinds = {known.bodies.get(key, "") for key in following}
    if "country" in mention.keys:
        return not kinds.isdisjoint(NATIONAL) and said_before(mention, said) not in PLACED
    owners = mention.keys.get("agency", ())
    within = any(key.startswith(f"{owner}-") for owner in owners for key in following)
    return within or ("unit" not in question.params and not kinds.isdisjoint({f"{owner}{UNIT}" for owner in owners}))


def said_before(mention: Mention, said: Sentence) -> str:
    """The folded word before a mention; empty at the beginning."""
    return said.words[mention.first - 1].folded if mention.first else ""


def _open_ended(mention: Mention, said: Sentence) -> bool:
    """Whether a vocabulary's word is no condition: “whether they are finished”, “good at, or active in”."""
    if "theme" in mention.keys:
        return False
    before = [word.folded for word in said.words[max(0, mention.first - NEAR) : mention.first]]
    if before[-1:] == ["whose"]:
        del before[-1]
    alike = [other for other in said.mentions if set(other.keys) & set(mention.keys)]
    then = any(other.first == mention.end + 1 for other in alike)
    past = any(other.end < mention.first for other in alike)
    row = [word.folded for word in said.words]
    return (
        "whether" in before
        or (row[mention.end : mention.end + 1] == ["or"] and not then)
        or (_listed(mention, said) and not then and row[mention.end + 1 : mention.end + 2] == ["or"])
        or (before[-1:] == ["or"] and not past and mention.first > 1)
    )


def _one_of_two(mention: Mention, said: Sentence) -> bool:
    """Whether a second question is joined to the one that a word belongs to: “on which countries, and on how long”."""
    row = [word.folded for word in said.words[mention.end :]] if set(mention.keys) == {"disagreement-kind"} else []
    return any(word in ASKING and row[at - 2 : at].count("and") for at, word in enumerate(row) if at > 1)


ASKING: Final = ("how", "which", "what", "when", "where", "who")


def _listed(mention: Mention, said: Sentence) -> bool:
    """Whether a comma follows, as in “founded, joined or observed”."""
    return said.text[said.words[mention.end - 1].end :].startswith(",")


def _denied(mention: Mention, said: Sentence) -> bool:
    """Whether a word of a vocabulary is what is not meant: “rather than openly stated”."""
    if set(mention.keys) & FIRM or "theme" in mention.keys:
        return False
    text = f" {' '.join(word.folded for word in said.words[max(0, mention.first - NEAR) : mention.first])} "
    return any(f" {phrase} " in text for (phrase,) in roles()["denied"])


def _example(mention: Mention, said: Sentence, question: Question) -> bool:
    """Whether a theme only illustrates what is listed: “topics such as child labour or trafficking”."""
    if "theme" not in mention.keys or "theme" not in titled_concepts(question):
        return False
    text = " ".join(word.folded for word in said.words[: mention.first])
    _, found, since = max((text.rpartition(phrase) for (phrase,) in roles()["example"]), key=lambda part: len(part[0]))
    start = mention.first - len(since.split())
    between = [n for n in range(start, mention.first) if said.words[n].folded not in ("and", "or")]
    held = {n for other in said.mentions for n in range(other.first, other.end)}
    return bool(found) and held.issuperset(between)


def _generic(mention: Mention, said: Sentence, question: Question) -> bool:
    """Whether a noun is joined to one that means all of its kind: “treaties and declarations”."""
    if mention.first < PAIR or said.words[mention.first - 1].folded != "and":
        return False
    before = said.words[mention.first - PAIR]
    inside = any(other.first <= mention.first - PAIR < other.end for other in said.mentions)
    return not inside and bool(set(lexicon().concepts.get((before.stem,), ())) & titled_concepts(question))


def _repeats(mention: Mention, row: Sequence[str], question: Question) -> bool:
    """Whether the name of a theme only says again what a question is about: “inter-agency cooperation”."""
    if "theme" not in mention.keys or len(row) < 2:
        return False
    telling = [part for part in row if part not in lexicon().words["neutral-stems"]]
    means = [set(lexicon().concepts.get((part,), ())) for part in telling]
    return len(telling) > 1 and all(held & {"agency", *titled_concepts(question)} for held in means)


def concepts_of(row: Iterable[str]) -> Iterator[str]:
    for part in row:
        yield from lexicon().concepts.get((part,), ())


def titled_concepts(question: Question) -> frozenset[str]:
    """What the title of a question means."""
    return frozenset(concepts_of(stems(question.summary)))


def own_stems(question: Question) -> frozenset[str]:
    return frozenset(part for line in (question.summary, *question.words) for part in stems(line))


FIRM: Final = frozenset(
    {"agency", "country", "region", "instrument", "principle", "document", "project", "quoted", "town", "currency"}
)
UNIT: Final = "-unit"
"""Ends the kind of the units of a body: `ilo-unit`."""
NATIONAL: Final = frozenset({"government", "ministry", "development-agency", "ngo", "research", "workers-organisation"})
"""Kinds of bodies that belong to a country."""
FAR: Final = 7
"""So many words before a numbered place may hold what excepts it."""
NEAR: Final = 4
"""So many words before a word of a vocabulary may hold “whether”."""
PAIR: Final = 2
"""So many words before a noun stands what “and” joins it to."""
MANY: Final = 3
"""More words of one vocabulary than these are all of it."""
NOUNS: Final = frozenset({"relation", "publication-kind", "instrument-kind", "disagreement-kind", "rule", "judgement"})
