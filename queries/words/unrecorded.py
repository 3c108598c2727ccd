"""What a sentence asks for and nobody recorded: names the graph does not hold, demands that no question offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.words.cues import Sentence
from migov.queries.words.lexicon import Demand, lexicon
from migov.queries.words.matching import Match, Matcher, Term
from migov.queries.words.mentions import Mention


def demands(said: Sentence, known: NameIndex) -> Iterator[Demand]:
    """What is asked for that no document records, by the forms of `demands.csv`; names stand there as `agency`, `theme`."""
    inside = {n: mention for mention in said.mentions if mention.strong for n in range(mention.first, mention.end)}
    plain = [word.stem for word in said.words]
    quoted = {n for n, mention in inside.items() if "quoted" in mention.keys}
    whole = _named(said, inside, known)
    begins = next((n for n, word in enumerate(said.words) if word.folded not in lexicon().words["polite"]), 0)
    for form, demand in lexicon().demands.items():
        size = len(form)
        shaped = size > 1 and any(word in SHAPES for word in form)
        pattern = tuple(SHAPES.get(word, word) for word in form) if shaped else form
        row = [word for word, tells in whole if tells or word in form] if shaped else plain
        for at in range(len(row) - size + 1):
            if tuple(row[at : at + size]) != pattern:
                continue
            if (not shaped and (quoted & {*range(at, at + size)} or (size == 1 and at in inside))) or (
                demand.first and at != begins
            ):
                continue
            if size == 1 and not shaped and _describes(said, at):
                continue
            yield demand
            break


def _describes(said: Sentence, at: int) -> bool:
    """Whether a word only says which of a kind are meant: “receiving countries” receive nothing that is asked for."""
    following = said.words[at + 1 : at + 2]
    told = any({"country", "agency"} & set(lexicon().concepts.get((word.stem,), ())) for word in following)
    return told and said.words[at].folded.endswith("ing")


SHAPES: Final = {"countri": "country", "agenci": "agency", "them": "theme", "document": "document"}


def _named(said: Sentence, inside: Mapping[int, Mention], known: NameIndex) -> list[tuple[str, bool]]:
    """The stems of a sentence with names replaced by their kinds, each with whether it tells anything."""
    found = []
    for n, word in enumerate(said.words):
        mention = inside.get(n)
        if mention is None:
            found.append((word.stem, not lexicon().silent(word.folded)))
        elif mention.first == n:
            group = any(known.bodies.get(key) in ("forum", "regional-body") for key in mention.keys.get("agency", ()))
            found.append(
                ("group" if group else next((kind for kind in SHAPES.values() if kind in mention.keys), "name"), True)
            )
    return found


LIKELY, COVERED = 0.85, 0.28
"""How likely a question is, and how much of the sentence it covers, that goes before a doubtful demand."""


def met(matcher: Matcher, best: Match, chance: float, demand: Demand, terms: Sequence[Term]) -> bool:
    """Whether the question found offers what is demanded after all, or the sentence speaks of something else."""
    heard = {concept for term in terms for concept in (term.stem, *term.concepts)}
    if best.filled.needs or demand.first:
        return False
    if demand.doubtful and chance >= LIKELY and best.covered >= COVERED:
        return True
    return any(word in heard for word in demand.unless) or (
        "agenci" not in demand.form
        and matcher.offers(best, demand.form, not any(word in SHAPES for word in demand.form))
    )


def unknown_names(said: Sentence, matcher: Matcher) -> Iterator[tuple[int, int, str]]:
    """Names that the graph does not hold: words in capitals or with a capital within the sentence, alone or in a row."""
    ends = {said.words[mention.end - 1].end for mention in said.mentions if mention.strong}
    for first, end, name in _unknown(said, matcher):
        # What stands in brackets after a name is short for it: “the Budapest office (DWT-CO)”.
        before = said.text[: said.words[first].start]
        short = before.endswith("(") and len(before[:-1].rstrip()) in ends
        if not short and not _describing(said, end) and not (end - first == 1 and _coding(said, first)):
            yield first, end, name


def _describing(said: Sentence, end: int) -> bool:
    """Whether words that end there only say of which kind the acronym of a body after them is: “the Vienna centre ICMPD”,
    “the Migration Policy Centre (ICMPD)”."""
    called = False
    while _organisation(said, end, set()) and not said.words[end].capital:
        end, called = end + 1, True
    body = any(m.first == end and "agency" in m.keys and said.words[end].capitals for m in said.mentions)
    gap = said.text[said.words[end - 1].end : said.words[end].start].strip() if body else ""
    return body and (gap == "(" or (called and not gap))


def _coding(said: Sentence, n: int) -> bool:
    """Whether a word in capitals only says which codes are meant: “XB symbols”."""
    following = said.words[n + 1 : n + 2]
    return said.words[n].capitals and any(word.folded in lexicon().words["coded"] for word in following)


def _unknown(said: Sentence, matcher: Matcher) -> Iterator[tuple[int, int, str]]:
    for mention in said.mentions:
        if "unknown" in mention.keys:
            yield mention.first, mention.end, mention.said
    held = {n for mention in said.mentions if mention.strong for n in range(mention.first, mention.end)}
    strange = _strange(said, matcher)
    inside = {n for mention in said.mentions for n in range(mention.first, mention.end)}
    telling = [
        word
        for n, word in enumerate(said.words)
        if n and n not in inside and word.folded not in lexicon().words["stop"]
    ]
    titled = len(telling) > 2 and all(word.capital for word in telling)
    if not titled:
        yield from _organisations(said, held)
        yield from _runs(said, strange, held)
    yield from _offices(said, held, titled)


def _organisation(said: Sentence, n: int, held: Set[int]) -> bool:
    """Whether a word is what organisations are called by, and no name holds it."""
    return n < len(said.words) and n not in held and said.words[n].folded in lexicon().words["organisation"]


def _begins(said: Sentence, n: int) -> bool:
    """Whether a sentence begins with this word, so that its capital means nothing."""
    return n == 0 or said.text[: said.words[n].start].rstrip(" \"'“”").endswith((".", "?", "!", ":"))


def _strange(said: Sentence, matcher: Matcher) -> Set[int]:
    """Words that look like names and are no words of the catalogue."""
    lex = lexicon()
    inside = {n for mention in said.mentions for n in range(mention.first, mention.end)}
    timed = {n for n, word in enumerate(said.words) for time in said.slices if time.start <= word.start < time.end}
    found = set()
    for n, word in enumerate(said.words):
        if n in inside or n in timed or word.folded.isdigit() or lex.silent(word.folded) or _begins(said, n):
            continue
        plain = matcher.says_of(word.stem) or (word.stem,) in lex.concepts or (word.stem,) in lex.demands
        short = len(word.text) < 2 or ROMAN.fullmatch(word.text)
        if word.capital and not short and (not plain or (word.capitals and len(word.text) <= MOST)):
            found.add(n)
    return found


def _organisations(said: Sentence, held: Set[int]) -> Iterator[tuple[int, int, str]]:
    """Words with capitals that end in what organisations are called by: “World Economic Forum”."""
    for n, word in enumerate(said.words):
        if word.capital and _organisation(said, n, held):
            first = n
            while (
                first > 1 and first - 1 not in held and said.words[first - 1].capital and not _begins(said, first - 1)
            ):
                first -= 1
            if first < n:
                yield first, n + 1, _text(said, first, n + 1)


def _runs(said: Sentence, strange: Set[int], held: Set[int]) -> Iterator[tuple[int, int, str]]:
    """Strange words in a row, with the word after them that organisations are called by."""
    for first in sorted(strange):
        if first - 1 not in strange:
            end = first + 1
            while end in strange or (_organisation(said, end, held) and said.words[end].capital):
                end += 1
            yield first, end, _text(said, first, end)


def _offices(said: Sentence, held: Set[int], titled: bool) -> Iterator[tuple[int, int, str]]:
    """Bodies named by a place or theme and no more: “Japan Foundation”, “the Swedish migration agency”."""
    for mention in said.mentions:
        after, kinds = mention.end, set(mention.keys)
        named = not titled and kinds & {"country", "theme", "region"} and _organisation(said, after, held)
        if named and said.words[after].capital:
            yield mention.first, after + 1, _text(said, mention.first, after + 1)
            continue
        # Of a body, only what it is said to own is another: “Mercosur's parliament”.
        owner = "agency" in kinds and said.text[said.words[mention.end - 1].end :][:2] in ("'s", "’s")
        farthest = 3 if "country" in kinds else 2 if owner else 0
        for end in range(after + 1, min(after + farthest, len(said.words) + 1)):
            row = said.words[after:end]
            stop = any(word.folded in lexicon().words["stop"] for word in row)
            if row[-1].folded in lexicon().words["office"] and not stop:
                yield mention.first, end, _text(said, mention.first, end)
                break


def _text(said: Sentence, first: int, end: int) -> str:
    return " ".join(word.text for word in said.words[first:end])


MOST: Final = 5
"""An acronym has so many letters at most; longer words in capitals are shouted."""
ROMAN: Final = re.compile(r"[IVX]+")


def too_late(said: Sentence, known: NameIndex) -> Iterator[str]:
    """Years after the last one that any record speaks of."""
    for slice_ in said.slices:
        reaching = said.text[slice_.start : slice_.end].casefold().split()[0] in lexicon().words["reaching"]
        last = slice_.bounds.get("to", "") if reaching else ""
        first = slice_.bounds.get("from") or slice_.bounds.get("as-of") or last
        if known.last and first[:4] > known.last:
            yield first[:4]


def headless(said: Sentence, strange: Sequence[str], matcher: Matcher) -> Iterator[str]:
    """The thing asked for, when no question knows it: “museums” in “which museums ...”."""
    row = said.words
    for n, word in enumerate(row[:-1]):
        if word.folded in ("which", "what", "whose") or (
            word.folded == "how" and row[n + 1].folded in ("many", "much")
        ):
            at = n + (2 if word.folded == "how" else 1)
            if at < len(row) and row[at].text in strange and not _coding(said, at):
                following = row[at + 1] if at + 1 < len(row) else None
                if following is None or not any(
                    c in lexicon().asked for c in lexicon().concepts.get((following.stem,), ())
                ):
                    yield row[at].text
    content = next((n for n, word in enumerate(row) if not lexicon().silent(word.folded)), None)
    if (
        content is not None
        and row[content].text in strange
        and [w.folded for w in row[content + 1 : content + 2]] == ["of"]
    ):
        yield row[content].text
