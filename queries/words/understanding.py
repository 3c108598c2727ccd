"""Plain words: from a sentence to a question of the catalogue with its values, or an honest “not recorded”.

Nothing is guessed: a name that the graph does not hold and a demand that no question offers are said, never dropped.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.questions import LITERALS, Question
from migov.queries.words.cues import Sentence
from migov.queries.words.filling import Filled
from migov.queries.words.lexicon import SILENT, lexicon, stems
from migov.queries.words.matching import IN_NAME, Match, Matcher, Term
from migov.queries.words.mentions import Mention, Word
from migov.queries.words.model import matcher
from migov.queries.words.sentences import take_apart
from migov.queries.words.timing import Slice
from migov.queries.words.unrecorded import demands, headless, met, too_late, unknown_names

OTHERS: Final = 3
ENOUGH: Final = 0.34
"""The least share of the sentence that the words of a question must cover."""
LITTLE: Final = 0.15
CLEAR, SURE, SURER = 0.2, 0.35, 0.6
"""How likely the best question must be to be answered; how likely where its words cover less than enough, or little."""
WRITTEN: Final = 82
SCOPE: Final = ("document", "section", "from", "to", "as-of")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sentence: a question and its values, as `ask` takes them."""

    question: Question
    values: Mapping[str, tuple[str, ...]]
    sentence: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a sentence asks.

    `question` is None when the caller must ask back (`readings`), when something is not recorded (`unknown`), or when
    the sentence is `outside` the field. `values` hold parameters and scope alike; `sentence` says what was understood.
    """

    text: str
    question: Question | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentence: str = ""
    others: tuple[Reading, ...] = ()
    readings: tuple[Reading, ...] = ()
    unknown: tuple[str, ...] = ()
    outside: bool = False

    @property
    def scope(self) -> Mapping[str, tuple[str, ...]]:
        """The part of the values that narrows the answer: document, section and times."""
        own = self.question.params if self.question else {}
        return {name: found for name, found in self.values.items() if name in SCOPE and name not in own}


def understand(text: str, known: NameIndex, questions: Mapping[str, Question]) -> Understanding:
    """What a sentence asks of these questions, given the names the graph knows."""
    return read(unicodedata.normalize("NFC", text), known, matcher_for(questions))


def read(text: str, known: NameIndex, using: Matcher) -> Understanding:
    """What a sentence (composed, NFC) asks by this matcher."""
    said = take_apart(text, known)
    if _foreign(said):
        return Understanding(text, sentence=ENGLISH, outside=True)
    wanted = list(demands(said, known))
    names = list(unknown_names(said, using))
    terms, strange = _terms(said, using, {n for first, end, _ in names for n in range(first, end)})
    matches = using.matches(said, terms, known)
    if not matches or not (terms or said.mentions):
        return Understanding(text, sentence=OUTSIDE, outside=True)
    best = matches[0]
    chances = likelihoods(matches)
    unused = [word for word in strange if not any(word in " ".join(v) for v in best.filled.values.values())]
    offered = tuple(_reading(match, known) for match in matches[:OTHERS])
    unmet = [demand for demand in wanted if not met(using, best, chances[0], demand, terms)]
    if any(demand.outside for demand in unmet) or not _in_field(said, terms, strange):
        return Understanding(text, sentence=OUTSIDE, outside=True)
    missing = (
        *(said_ for *_, said_ in names if not _heading(said_, best)),
        *(d.what for d in unmet),
        *too_late(said, known),
        *headless(said, unused, using),
        *(word for word in unused if not best.filled.values and _asked_on(word, said)),
    )
    if missing:
        sentence = f"Not recorded in the documents: {', '.join(dict.fromkeys(missing))}."
        return Understanding(text, sentence=sentence, others=offered, unknown=tuple(dict.fromkeys(missing)))
    if best.covered < ENOUGH and chances[0] < (SURER if best.covered < LITTLE else SURE):
        if strange and (best.covered < LITTLE or not best.filled.values):
            sentence = f"Not recorded in the documents: {', '.join(strange)}."
            return Understanding(text, sentence=sentence, others=offered, unknown=tuple(strange))
        return Understanding(text, sentence=_with(UNSURE, unused), readings=offered)
    vague = not best.filled.values and all(term.weight < 1.0 for term in terms)
    if chances[0] < CLEAR or best.filled.needs or vague:
        return Understanding(text, sentence=UNSURE, readings=offered)
    chosen, *others = (*offered, _reading(matches[OTHERS], known)) if len(matches) > OTHERS else offered
    sentence = _with(chosen.sentence, unused) + _denying(said, best)
    return Understanding(text, best.question, chosen.values, sentence, tuple(others))


def likelihoods(matches: Sequence[Match]) -> list[float]:
    """How likely each match is the one meant; they add up to 1."""
    odds = [math.exp(match.score - matches[0].score) for match in matches]
    return [odd / sum(odds) for odd in odds]


def matched(text: str, known: NameIndex, using: Matcher) -> list[Match]:
    """The questions that come into question for a sentence, the best first, whether or not it can be answered."""
    said = take_apart(unicodedata.normalize("NFC", text), known)
    return using.matches(said, _terms(said, using, set())[0], known)


_matchers: Final[dict[int, Matcher]] = {}


def matcher_for(questions: Mapping[str, Question]) -> Matcher:
    """The matcher of a catalogue, made once; it holds the catalogue, so that its identity stays its own."""
    return _matchers.setdefault(id(questions), _matchers.get(id(questions)) or matcher(questions))


OUTSIDE: Final = "This is no question about who does what in the governance of labour migration."
ENGLISH: Final = "Please ask in English: names may be in French or Spanish (OIT, ACNUR), the question not yet."
UNSURE: Final = "This may be read in more than one way."


def _terms(said: Sentence, using: Matcher, taken: set[int]) -> tuple[list[Term], list[str]]:
    """The telling words with what they mean, and the words that no question uses."""
    inside = {n: mention for mention in said.mentions for n in range(mention.first, mention.end)}
    timed = {n for n, word in enumerate(said.words) for time in said.slices if time.start <= word.start < time.end}
    row = [_corrected(word, using) if n not in inside else word.stem for n, word in enumerate(said.words)]
    found: list[Term] = []
    strange: list[str] = []
    for first, end, concepts in lexicon().meaning(row):
        for n in range(first, end) if concepts != SILENT else ():
            word = said.words[n]
            if n in taken or n in timed or word.folded.isdigit():
                continue
            mention = inside.get(n)
            if mention is not None and any(kind in NAMES for kind in mention.keys):
                if n == mention.first and (means := lexicon().concepts.get(_telling(mention.said), ())):
                    found.append(Term(row[n], means, IN_NAME))
                continue
            if mention is not None:
                if concepts or using.knows(row[n]):
                    found.append(Term(row[n], concepts, IN_NAME if mention.strong else 1.0))
            elif concepts or (using.knows(row[n]) and word.folded not in lexicon().words["stop"]):
                found.append(Term(row[n], concepts, NEUTRAL if lexicon().silent(word.folded) and not concepts else 1.0))
            elif not lexicon().silent(word.folded):
                found.append(Term(row[n], ()))
                strange.append(word.text)
    return found, strange


def _heading(name: str, match: Match) -> bool:
    """Whether a name is a row or column of a printed table that is asked for: “NATLEX” in “table 9, NATLEX”."""
    held = (text for side in ("row", "column") for text in match.filled.values.get(side, ()))
    return any(name.casefold() in text.casefold() for text in held)


def _asked_on(word: str, said: Sentence) -> bool:
    """Whether a sentence says that it is on a word: “who works on vaccines”."""
    row = [near.text for near in said.words]
    at = row.index(word) if word in row[2:] else 0
    verb, cue = (near.folded for near in said.words[at - 2 : at]) if at > 1 else ("", "")
    return cue in lexicon().words["about"] and verb not in lexicon().words["leaning"]


def _telling(said: str) -> tuple[str, ...]:
    return tuple(part for part in stems(said) if part not in lexicon().words["stop"])


NAMES: Final = frozenset(
    {
        "agency",
        "country",
        "region",
        "instrument",
        "principle",
        "project",
        "document",
        "quoted",
        "unknown",
        "town",
        "currency",
    }
)
NEUTRAL: Final = 0.35


def _corrected(word: Word, using: Matcher) -> str:
    """The stem of a word, or of the word of the catalogue that a slip of the pen meant."""
    lex = lexicon()
    if len(word.folded) < 5 or lex.silent(word.folded) or using.knows(word.stem) or (word.stem,) in lex.concepts:
        return word.stem
    if (word.stem,) in lex.demands or word.folded in lex.words["stop"]:
        return word.stem
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most sentences have no slip

    choices = [form[0] for form in lex.concepts if len(form) == 1 and len(form[0]) > 3] + sorted(using.vocabulary)
    near = process.extractOne(word.stem, choices, scorer=fuzz.ratio, score_cutoff=WRITTEN)
    return near[0] if near is not None and near[0][0] == word.stem[0] else word.stem


def _in_field(said: Sentence, terms: Sequence[Term], strange: Sequence[str]) -> bool:
    """Whether anything in the sentence belongs to the field: a word of it, a name, or a country and nothing strange."""
    named = any(kind in FIELD for mention in said.mentions for kind in mention.keys if mention.strong)
    telling = (term for term in terms if term.weight == 1.0 and term.stem not in lexicon().words["stop"])
    country = not strange and any("country" in mention.keys for mention in said.mentions)
    return named or country or any(term.concepts for term in telling) or _migration(said)


FIELD: Final = frozenset({"quoted", "agency", "theme", "instrument", "principle", "document", "project"})


def _migration(said: Sentence) -> bool:
    return any(word.stem in ("migrant", "migr", "immigr", "emigr") for word in said.words)


def _foreign(said: Sentence) -> bool:
    """Whether a sentence is French or Spanish: it has more of their small words than of English ones."""
    held = {n for mention in said.mentions for n in range(mention.first, mention.end)}
    small = [word.folded for n, word in enumerate(said.words) if n not in held]
    foreign = sum(word in lexicon().words["foreign"] for word in small)
    return foreign > 1 and foreign > sum(word in lexicon().words["stop"] for word in small)


def _reading(match: Match, known: NameIndex) -> Reading:
    return Reading(match.question, match.filled.values, _sentence(match.question, match.filled, known), match.score)


def _sentence(question: Question, filled: Filled, known: NameIndex) -> str:
    said = f"“{question.summary}”"
    if filled.values:
        given = "; ".join(
            f"{name}: {', '.join(_label(question.takes[name], key, known) for key in keys)}"
            for name, keys in filled.values.items()
        )
        said += f" with {given}"
    said = f"Understood as {said}."
    if filled.left:
        left = " and ".join(f"“{_said(item)}”" for item in filled.left)
        said += f" {left} could not be applied: this question takes no such value."
    return said


def _denying(said: Sentence, match: Match) -> str:
    """That a sentence denies what the question gives: who did not ratify is not answered by who did."""
    held = {n for mention in said.mentions for n in range(mention.first, mention.end)}
    words = [word.folded for n, word in enumerate(said.words) if n not in held]
    found = [word for word in words if word in lexicon().words["denying"]]
    if not found or not match.signs["denied"]:
        return ""
    said_no = found[0] if found[0] in lexicon().words["stop"] else "not"  # of “didn't” only the first half is a word
    return f" “{said_no}” could not be applied: what follows is what the documents record, not what they do not."


def _said(item: Mention | Slice) -> str:
    return item.said if isinstance(item, Mention) else " to ".join(dict.fromkeys(item.bounds.values()))


def _label(type_: str, key: str, known: NameIndex) -> str:
    return key if type_ in LITERALS else known.label(type_, key)


def _with(sentence: str, strange: Sequence[str]) -> str:
    return f"{sentence} Not used: {', '.join(dict.fromkeys(strange))}." if strange else sentence
