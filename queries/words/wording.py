"""Values that a sentence gives in words: headings as printed, what a cue announces, what is counted, the title of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from migov.queries.names import HEADING, IN_TABLE, NameIndex
from migov.queries.questions import Question
from migov.queries.words.cues import Sentence, roles
from migov.queries.words.lexicon import NO_PLURAL, lexicon, stem, stems, table
from migov.queries.words.mentions import Word
from migov.queries.words.spotting import MOST
from migov.queries.words.timing import as_number

Heading = tuple[int, int, str]
"""The first word of a heading in a sentence, the end, and the text as said."""
WORDS: Final = "words"
"""The parameter that looks for a text in what is recorded."""
LETTERS: Final = 4
FAR: Final = 4
"""So many words after a cue may hold what it announces."""


def headed(question: Question, said: Sentence, known: NameIndex) -> Mapping[str, Sequence[Heading]]:
    """The printed headings that a sentence speaks of, by parameter; several where each is called a row or column."""
    found: dict[str, list[Heading]] = {}
    row = [word.stem for word in said.words]
    in_table = any("table" in mention.keys for mention in said.mentions)
    own = set(question.takes.values()) - {"text", "theme"}
    own_words = {part for line in (question.summary, *question.words) for part in stems(line)}
    own_words |= {concept for part in own_words for concept in lexicon().concepts.get((part,), ())}
    named = [(mention.first, mention.end) for mention in said.mentions if mention.strong and own & set(mention.keys)]
    for name, type_ in question.params.items():
        index = _headings(known, name) if type_ == "text" else {}
        if not index or any(name in mention.keys for mention in said.mentions):
            continue
        own_table = _of_tables(known, name, _numbers(said))
        spans = (
            (at, at + size) for size in range(min(MOST, len(row)), 0, -1) for at in range(len(row) - size + 1)
        )  # fmt: skip
        for first, end in spans:
            taken = [*named, *((begins, ends) for held in found.values() for begins, ends, _ in held)]
            free = all(end <= begins or ends <= first for begins, ends in taken)
            part = tuple(row[first:end])
            called = _called(said, name, end) and (
                end - first > 1 or own_words.isdisjoint((row[first], *lexicon().concepts.get((row[first],), ())))
            )
            telling = free and (_telling(said, first, end, in_table) or called)
            heading = index.get(part) if telling else None
            if not heading and free and own_table and _parts(said, first, end):
                heading = own_table.get(part)
            if heading and (name not in found or called):
                text = " ".join(word.text for word in said.words[first:end])
                text = text if text.casefold() in heading.casefold() else heading
                found.setdefault(name, []).append((first, end, text))
                if not called:
                    break
    return found


def _called(said: Sentence, name: str, end: int) -> bool:
    """Whether words that end there are called a row or column: “the programmes column”."""
    return any(word.stem == stem(name) for word in said.words[end : end + 1])


def _telling(said: Sentence, first: int, end: int, in_table: bool) -> bool:
    """Whether words may be a heading: one alone only as in “the interviews in table 1”, or where it is a code such as 7.1."""
    span = said.words[first:end]
    if len(span) > 1:
        return in_table or not all(lexicon().silent(word.folded) for word in span)
    word = span[0]
    coded = any(sign.isdigit() for sign in word.text) and not word.text.isdigit()
    following = {near.folded for near in said.words[end : end + 1]} & lexicon().words["heading-after"]
    before = {near.folded for near in said.words[max(0, first - 1) : first]} & lexicon().words["heading-before"]
    within = any(mention.strong and mention.first == first and mention.end == end for mention in said.mentions)
    return coded or (
        in_table
        and not word.text.isdigit()
        and (within or bool(following | before))
        and not lexicon().silent(word.folded)
    )


@lru_cache(maxsize=16)
def _headings(known: NameIndex, name: str) -> Mapping[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for form, headings in known.forms.get(f"{name}{HEADING}", {}).items():
        row = stems(form) if any(" " in heading for heading in headings) else (stem(form),)
        last = stems(min(headings).partition(":")[2])
        for part in (row, row[2:] if row[:2] == NUMBER_OF else (), last if len(last) > 1 else ()):
            if part:
                found.setdefault(part, min(headings))
    return found


def _numbers(said: Sentence) -> tuple[str, ...]:
    """The numbers of the printed tables that a sentence names."""
    return tuple(number for mention in said.mentions for number in mention.keys.get("table", ()))


def _parts(said: Sentence, first: int, end: int) -> bool:
    """Whether words may be part of a heading of a table that is named: neither small words at their ends nor all silent."""
    span = said.words[first:end]
    ends = {span[0].folded, span[-1].folded}
    silent = all(lexicon().silent(word.folded) or word.folded.isdigit() for word in span)
    return not silent and ends.isdisjoint(lexicon().words["stop"])


@lru_cache(maxsize=16)
def _of_tables(known: NameIndex, name: str, numbers: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    """The rows or columns of these tables by each run of words in them; what several share only if they begin with it."""
    found: dict[tuple[str, ...], set[str]] = {}
    begin: set[tuple[str, ...]] = set()
    wanted = {f"{number} {name}" for number in numbers}
    for form, places in known.forms.get(IN_TABLE, {}).items() if wanted else ():
        if not wanted.isdisjoint(places):
            row = stems(form)
            text = min(known.forms[f"{name}{HEADING}"][form])
            begin |= {row[:size] for size in range(2, len(row) + 1)}
            for size in range(1, len(row) + 1):
                for at in range(len(row) - size + 1):
                    found.setdefault(row[at : at + size], set()).add(text)
    return {part: min(texts) for part, texts in found.items() if part in begin or len(texts) == 1}


def in_table(heading: str, question: Question, said: Sentence, known: NameIndex) -> str:
    """The heading, where a printed table that a sentence names has such a column and the question takes it; else empty."""
    own = _of_tables(known, "column", _numbers(said)) if question.params.get("column") == "text" else {}
    return own.get((heading,), "")


TITLE: Final = stem("title")
NUMBER_OF: Final = ("number", "of")


def told(question: Question, said: Sentence) -> Iterator[tuple[str, str]]:
    """Parameters and texts that words announce: “without a budget”, “translated into”, “the number of ...”."""
    yield from _announced(question, said)
    yield from _meant(question, said)
    if question.params.get(WORDS) == "text":
        yield from _enumerated(question, said)
        if WORDS in question.needs:
            yield from _counted(said)
            if ":" in said.text and len(before := said.text.partition(":")[0].split()) <= FAR:
                yield WORDS, " ".join(before)
        yield from _entitled(question, said)
        yield from _titled(said)
        if "theme" not in question.params and not any(_meant(question, said)):
            yield from _spoken_of(said)


def _announced(question: Question, said: Sentence) -> Iterator[tuple[str, str]]:
    described = stems(question.description)
    for at, word in enumerate(said.words):
        for name, type_ in question.params.items():
            number = as_number(said.words[at - 1].folded) if at and type_ == "number" else ""
            if number and word.stem == stem(name):
                yield name, number
        for name in roles()["word"].get((word.folded,), ()):
            if question.params.get(name) == "text":
                after, before = said.words[at + 1 : at + 1 + FAR], reversed(said.words[max(0, at - FAR) : at])
                sides = [after, before]
                # Of “the date is missing and the donor ...” the date is.
                if at and said.words[at - 1].folded in lexicon().words["being"]:
                    sides.reverse()
                found = next(filter(None, (list(_listed(side, described)) for side in sides)), [])
                yield from ((name, singular(word)) for word in found)


def _enumerated(question: Question, said: Sentence) -> Iterator[tuple[str, str]]:
    """What a description tells a column to hold (“with the reason - headings, method, lists of persons”)."""
    before, dash, after = question.description.partition(" - ")
    if dash and before.endswith(tuple(f" the {title.casefold()}" for title in question.columns.values())):
        row = tuple(word.stem for word in said.words)
        for item in after.partition(".")[0].split(", "):
            form = stems(item)
            if any(row[at : at + len(form)] == form for at in range(len(row) - len(form) + 1)):
                yield WORDS, item


def _listed(row: Iterable[Word], described: Sequence[str]) -> Iterator[str]:
    """The first word that a description knows too, and those joined to it: “no start or end”."""
    begun = False
    for near in row:
        if near.stem in described and near.folded not in lexicon().words["stop"] | lexicon().words["unlacked"]:
            begun = True
            yield near.folded
        elif begun and near.folded not in lexicon().words["joining"] | lexicon().words["unlacked"]:
            return


def singular(word: str) -> str:
    """A folded word without a plural s: what is sought as part of a text is found in either number."""
    return word[:-1] if len(word) > LETTERS and word.endswith("s") and not word.endswith((*NO_PLURAL, "ies")) else word


def _meant(question: Question, said: Sentence) -> Iterator[tuple[str, str]]:
    row = tuple(word.stem for word in said.words)
    for name, form, value in _texts():
        if question.params.get(name) == "text" and any(
            row[at : at + len(form)] == form for at in range(len(row) - len(form) + 1)
        ):
            yield name, value


@cache
def _texts() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    return tuple(
        (row["param"], stems(form), row["value"]) for row in table("texts") for form in row["forms"].split(";")
    )


def _counted(said: Sentence) -> Iterator[tuple[str, str]]:
    """What is counted: “case studies” in “the number of case studies rose”."""
    for at, word in enumerate(said.words[:-1]):
        if word.stem in COUNTING and said.words[at + 1].folded in ("of", "for"):
            run = []
            for near in said.words[at + 2 :]:
                if near.folded in lexicon().words["stop"] or "change" in lexicon().concepts.get((near.stem,), ()):
                    break
                run.append(near)
            run = run[next((n for n, near in enumerate(run) if not near.folded.endswith("ed")), 0) :]
            if run:
                yield WORDS, " ".join(near.text for near in run)


def _titled(said: Sentence) -> Iterator[tuple[str, str]]:
    """What stands “in the title”, where it is no name the graph knows: “with Mediterranean in the title”."""
    telling = [n for n, word in enumerate(said.words) if word.folded not in lexicon().words["filler"]]
    for before, at, after in zip(telling, telling[1:], telling[2:], strict=False):
        if said.words[at].folded == "in" and said.words[after].stem == TITLE and said.words[before].capital:
            first = before
            while first and said.words[first - 1].capital and first - 1 in telling:
                first -= 1
            yield WORDS, " ".join(word.text for word in said.words[first : before + 1])


def _spoken_of(said: Sentence) -> Iterator[tuple[str, str]]:
    """What a text is said to speak of: “concern a website”, “mention recruitment”; no name stands there."""
    held = {n for mention in said.mentions if mention.strong for n in range(mention.first, mention.end)}
    for at, word in enumerate(said.words):
        alone = word.folded in lexicon().words["spoken"]
        if alone or word.folded in lexicon().words["speaking"]:
            run = []
            for n in range(at + 1, len(said.words)):
                if n == at + 1 and said.words[n].folded in lexicon().words["filler"]:
                    continue
                if n in held or said.words[n].folded in lexicon().words["stop"]:
                    break
                run.append(said.words[n])
            while run and lexicon().silent(run[-1].folded):
                run.pop()
            if run and len(run) < (2 if alone else FAR):
                yield WORDS, " ".join(near.text for near in run)


COUNTING: Final = tuple(stem(word) for word in ("number", "count", "figure", "total", "tally"))


def _entitled(question: Question, said: Sentence) -> Iterator[tuple[str, str]]:
    """The title of a text that a question asks for by its kind: “the Labour Migration Action Plan” where there are plans."""
    own = {part for line in (question.summary, *question.words) for part in stems(line)}
    held = {n for m in said.mentions if {"agency", "country"} & set(m.keys) for n in range(m.first, m.end)}
    for end, word in enumerate(said.words, 1):
        if word.folded in lexicon().words["titled"] and word.stem in own and end - 1 not in held:
            first = end - 1
            while first and first - 1 not in held and said.words[first - 1].folded not in lexicon().words["stop"]:
                first -= 1
            if end - first > 2:
                yield WORDS, " ".join(w.text for w in said.words[first:end])
