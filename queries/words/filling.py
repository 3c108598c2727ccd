"""Putting what a sentence names into the parameters of a question: who pays, who works with whom, where, on what, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from migov.ontology.folding import fold
from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.conditions import (
    FIRM,
    MANY,
    NOUNS,
    concepts_of,
    excepted,
    house,
    own_stems,
    soft,
    titled_concepts,
)
from migov.queries.words.cues import Sentence, joined_to, roles
from migov.queries.words.lexicon import lexicon, stem, stems
from migov.queries.words.mentions import Mention
from migov.queries.words.placing import AS_GOVERNMENT, PAIRS, PLACES, place, takers
from migov.queries.words.remainder import longer, remainder
from migov.queries.words.timing import Count, Slice
from migov.queries.words.wording import WORDS, Heading, headed, in_table, told

WEIGHT: Final[Mapping[str, float]] = {
    "agency": 1.0, "instrument": 1.0, "country": 0.9, "principle": 1.2, "theme": 0.8, "project": 1.2,
}  # fmt: skip
USUAL: Final = 0.6
NAMED_IN: Final = (["named", "in"], ["listed", "in"], ["named", "by"], ["listed", "by"])
"""The words before a document that say whose names are meant, and not where an answer is sought."""
OWN: Final = "ilo"
"""The body whose own all documents are."""
WEAK: Final = 0.15


@dataclass
class Filled:
    """The values of one question; what of the sentence it cannot take; how well the names fit (0 to 1)."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left: list[Mention | Slice] = field(default_factory=list)
    fit: float = 0.0
    lost: float = 0.0
    needs: tuple[str, ...] = ()


def fill(question: Question, said: Sentence, known: NameIndex) -> Filled:
    """The parameters of a question, as far as the sentence gives them."""
    filled = Filled()
    values: dict[str, list[str]] = defaultdict(list)
    previous: tuple[int, str] | None = None
    headings = headed(question, said, known)
    values.update({name: list(dict.fromkeys(text for *_, text in found)) for name, found in headings.items()})
    for mention in said.mentions:
        weight = max((WEIGHT.get(kind, USUAL) for kind in mention.keys), default=USUAL)
        if _held(mention, headings) or _itself(question, mention, said, known):
            filled.fit += weight
            continue
        if any(set(keys) <= set(values.get(name, ())) for name, keys, _ in takers(question, mention, known)):
            continue
        soft_ = soft(mention, said, question) or house(mention, said, known, question)
        if not soft_ and excepted(question, mention, said):
            filled.left.append(mention)
            continue
        found = None if soft_ else place(question, mention, said, known, values, previous)
        if found is not None and _goes_without_saying(mention, found[0], said, values, previous):
            filled.left.append(mention)
            filled.lost += WEAK
        elif found is not None:
            name, keys, worth = found
            values[name].extend(key for key in keys if key not in values[name])
            previous = (mention.end, name)
            filled.fit += worth * weight
            filled.lost += (1 - worth) / 2 * weight if worth < AS_GOVERNMENT else 0
        elif mention.strong and not soft_:
            filled.left.append(mention)
            filled.lost += weight
        elif not mention.strong and any(kind in (*PLACES, "indicator") for kind in mention.keys):
            filled.left.append(mention)
            filled.lost += USUAL / 2
        elif not mention.strong and not soft_:
            filled.lost += WEAK
    _counts(question, said, values, filled)
    given = set(values)
    for name, text in (*told(question, said), *_within(question, said, known)):
        if name not in given and ((name,) in roles()["several"] or name not in values) and text not in values[name]:
            values[name].append(text)
    _rest(question, said, values)
    if any(text in values.get(WORDS, ()) for name, held in values.items() if name != WORDS for text in held):
        del values[WORDS]
    _times(question, said, known, values, filled)
    _one_section(said, values, filled)
    _forward(question, values)
    filled.lost += USUAL * _with_own(question, values)
    _all_of(values, question, said)
    filled.values = {name: tuple(found) for name, found in values.items()}
    filled.needs = tuple(name for name in question.needs if name not in values)
    return filled


def _rest(question: Question, said: Sentence, values: dict[str, list[str]]) -> None:
    """What is left of the sentence is a text to look for, and what follows such a text belongs to it."""
    texts = (name for name, type_ in question.params.items() if type_ == "text" and name not in (WORDS, "number"))
    if question.params.get(WORDS) != "text" or any(name in values for name in texts):
        return
    placed = {key for name, held in values.items() if name != WORDS for key in held}
    held = {n for m in said.mentions if m.strong or placed & _keys(m) for n in range(m.first, m.end)}
    spans: list[Slice | Count] = [*said.slices, *said.counts]
    held |= {n for n, word in enumerate(said.words) for span in spans if span.start <= word.start < span.end}
    # What is a value already is no text beside it: “budgets” in “which disagreements concern budgets”.
    if any([mention.said] == values.get(WORDS) for mention in said.mentions if placed & _keys(mention)):
        del values[WORDS]
    if WORDS not in values:
        values[WORDS] = list(islice(remainder(question, said, held), 1))
        if not values[WORDS]:
            del values[WORDS]
    elif WORDS in (*question.needs, next(iter(question.params))):
        whole = {mention.said: mention for mention in said.mentions if set(mention.keys) == {"theme"}}
        values[WORDS] = [longer(question, said, whole[text], held) if text in whole else text for text in values[WORDS]]


def _keys(mention: Mention) -> frozenset[str]:
    return frozenset(key for keys in mention.keys.values() for key in keys)


def _held(mention: Mention, headings: Mapping[str, Sequence[Heading]]) -> bool:
    """Whether what is named is part of a printed heading."""
    spans = ((first, end) for found in headings.values() for first, end, _ in found)
    return any(first <= mention.first and mention.end <= end for first, end in spans)


def _goes_without_saying(
    mention: Mention, name: str, said: Sentence, values: Mapping[str, list[str]], previous: tuple[int, str] | None
) -> bool:
    """Whether the body whose documents these are is no condition: neither a text to look for, nor one more alternative."""
    more = bool(values.get(name)) and not joined_to(mention, said, previous)
    return mention.keys.get("agency") == (OWN,) and (name == WORDS or more)


def _one_section(said: Sentence, values: dict[str, list[str]], filled: Filled) -> None:
    """A section is one document's: with another document beside, it would leave that one out."""
    if "section" in values and len(values["section"]) < len(values.get("document", ())):
        del values["section"]
        filled.left.extend(m for m in said.mentions if not m.strong and any(kind in PLACES for kind in m.keys))
    for document in (m for m in said.mentions if "document" in m.keys):
        before = [word.folded for word in said.words[max(0, document.first - 2) : document.first]]
        apart = document.end + 1 < min((m.first for m in said.mentions if set(m.keys) & set(PLACES)), default=0)
        if (
            "section" in values
            and apart
            and before in NAMED_IN
            and values.get("document") == [*document.keys["document"]]
        ):
            # Of “members named in document 001 are covered by a row of Annex 9” the document lists the members.
            del values["document"]
            filled.left.append(document)


def _forward(question: Question, values: dict[str, list[str]]) -> None:
    """One body alone is the agency, and not the one it works with."""
    for first, second in PAIRS:
        if second == "second" or ("agency" in question.params and first != "agency" and second == "with"):
            continue
        if second in values and first not in values and question.params.get(first) == question.params.get(second):
            values[first] = values.pop(second)


def _with_own(question: Question, values: dict[str, list[str]]) -> bool:
    """Gives the other body that a question cannot do without, where none is named: whose collaboration column it is goes
    without saying. Tells whether it did."""
    missing = question.needs == ("with",) and "with" not in values
    if missing:
        values["with"] = [OWN]
    return missing


def _within(question: Question, said: Sentence, known: NameIndex) -> Iterator[tuple[str, str]]:
    """What the last word of a longer term says by itself: “Conventions” in “fundamental Conventions”."""
    for mention in said.mentions:
        if mention.end - mention.first > 1 and not set(mention.keys) & FIRM:
            last = said.words[mention.end - 1].folded
            for name, type_ in question.params.items():
                if type_ in NOUNS and type_ not in mention.keys:
                    yield from ((name, key) for key in known.forms.get(type_, {}).get(last, ()))


def _all_of(values: dict[str, list[str]], question: Question, said: Sentence) -> None:
    """Several words of one vocabulary that only illustrate (“laws, policies, training”, “ministries and so on”) choose none."""
    text = fold(said.text)
    open_end = any(f" {phrase} " in f" {text} " for phrase in ("and so on", "etc", "and the like", "and others"))
    for name in [name for name, held in values.items() if question.takes.get(name) in VOCABULARY]:
        if len(values[name]) > MANY or (open_end and len(values[name]) > 1):
            del values[name]


def _counts(question: Question, said: Sentence, values: dict[str, list[str]], filled: Filled) -> None:
    for count in said.counts:
        for name in count.names:
            if question.params.get(name) == "number" and name not in values:
                values[name].append(str(count.value))
                filled.fit += USUAL
                break
        else:
            filled.lost += 2 * WEAK


def _times(question: Question, said: Sentence, known: NameIndex, values: dict[str, list[str]], filled: Filled) -> None:
    years = [name for name, type_ in question.params.items() if type_ == "year" and name not in values]
    one_year = ""
    for slice_ in said.slices:
        one = "from" in slice_.bounds and slice_.bounds["from"] == slice_.bounds.get("to")
        if one and (column := in_table(slice_.bounds["from"][:4], question, said, known)) and "column" not in values:
            values["column"] = [column]
            filled.fit += USUAL
            continue
        if "year" in values and "since" in question.params:
            # “Start in 2008, and which end in 2010” asks a second question.
            filled.left.append(slice_)
            continue
        if one and {"year", "since"} <= {*years}:
            values["year"] = [slice_.bounds["from"][:4]]
            filled.fit += USUAL
            continue
        ends = {side: name for side in slice_.bounds for name in roles().get(side, {}).get(("",), ()) if name in years}
        if "to" in ends and "from" in slice_.bounds and "year" in years and "since" not in question.params:
            ends["from"] = "year"
        if ends:
            values.update({name: [slice_.bounds[side][:4]] for side, name in ends.items()})
        elif years and (one or (set(slice_.bounds) == {"from"} and "after" in stems(question.summary))):
            one_year = years.pop(0)
            values[one_year].append(slice_.bounds["from"][:4])
        elif one_year and "from" in slice_.bounds and (one or " and " in said.text[slice_.start : slice_.end]):
            first, last = (int(slice_.bounds[side][:4]) for side in ("from", "to"))
            values[one_year].extend(map(str, range(first, last + 1)))
        elif question.scoped and not any(name in values for name in slice_.bounds):
            values.update({name: [bound] for name, bound in slice_.bounds.items()})
        elif question.scoped and set(slice_.bounds) == {"from", "to"} and values.keys() >= {"from", "to"}:
            # “2004-05 and 2006-07” speaks of all the years between.
            values["from"] = [min(*values["from"], slice_.bounds["from"])]
            values["to"] = [max(*values["to"], slice_.bounds["to"])]
        else:
            filled.left.append(slice_)
            filled.lost += USUAL / 2
            continue
        filled.fit += USUAL


def _itself(question: Question, mention: Mention, said: Sentence, known: NameIndex) -> bool:
    """Whether the title of a question speaks of what is named, as some do of the ILO, the Plan of Action or the Framework."""
    if not set(mention.keys) & {"agency", "instrument", "document", "theme"}:
        return False
    titled = _titled(question.summary, known)
    if any((kind, key) in titled for kind, keys in mention.keys.items() for key in keys):
        return True
    if set(mention.keys) == {"theme"}:
        return False
    row = tuple(part for part in stems(mention.said) if part not in lexicon().words["stop"])
    title = tuple(part for part in stems(question.summary) if part not in lexicon().words["stop"])
    following = [row[-1], *(word.stem for word in said.words[mention.end : mention.end + 1])] if row else []
    # “Outcome 7 results” are what a question on results is about; “in the Outcome 7 report” names a document.
    counted = not {stem(word) for word in lexicon().words["counted"]}.isdisjoint(following)
    last = mention.end == len(said.words) and said.text[: said.words[mention.first].start].rstrip().endswith(",")
    if counted and not last and "document" in mention.keys and set(concepts_of(row)) & titled_concepts(question):
        return True
    if row and any(title[at : at + len(row)] == row for at in range(len(title))):
        return True
    means = lexicon().concepts.get(row, ())
    return (
        "instrument" in mention.keys
        and bool(means)
        and all(set(stems(concept)) <= own_stems(question) for concept in means)
    )


@lru_cache(maxsize=256)
def _titled(title: str, known: NameIndex) -> frozenset[tuple[str, str]]:
    """The things that a title names by several words, by kind and key: the Multilateral Framework, the Plan of Action."""
    row = fold(title).split()
    forms = {" ".join(row[at : at + size]) for size in (2, 3, 4) for at in range(len(row) - size + 1)}
    return frozenset(
        (kind, key)
        for kind in ("instrument", "document", "theme")
        for form in forms & known.forms.get(kind, {}).keys()
        for key in known.forms[kind][form]
    )


VOCABULARY: Final = frozenset({"kind", "area", "relation", "role", "publication-kind"})
