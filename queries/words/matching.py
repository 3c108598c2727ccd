"""Picking the question: words weighed by how rare they are, ways of asking learned before, and how well the names fit."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from migov.ontology.folding import fold
from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.asked import Asked, headed, learn, tokens
from migov.queries.words.cues import Sentence, cued_by
from migov.queries.words.filling import Filled, fill
from migov.queries.words.lexicon import SILENT, lexicon, stem, stems
from migov.queries.words.mentions import Mention
from migov.queries.words.postings import Postings, collected
from migov.queries.words.trained import Trained, letters

SUMMARY, WORDS, NAME, COLUMNS, TAGS, PARAMS, DESCRIPTION = 1.0, 1.0, 0.6, 0.55, 0.5, 0.5, 0.5
LITERAL: Final = 0.3
"""What the very word of the question adds to a word that means the same."""
UNKNOWN: Final = 0.6
"""How much a word that no question uses counts against all of them, beside the rarest word of the catalogue."""
IN_NAME: Final = 0.4
BARE: Final = 4.0
"""How much more it counts that all needs are met, where a sentence is but a name: “IOM” asks for all on IOM."""
DENIAL: Final = frozenset({"none", "gap"})
"""The concepts of “no”, “not” and “without”: a question about what is missing answers none about what is there."""
NAMED: Final = 0.5
"""How much the kind of a thing named counts as if its word were said: “agency” for IOM."""
WEIGHTS: Final[Mapping[str, float]] = {
    "learned": 0.56, "trained": 0.95, "covered": 1.93, "phrased": 1.07, "fitting": 2.24, "lost": -2.12, "own": 0.45,
    "needs": -3.28, "given": 0.24, "denied": -1.33, "headed": 0.3,
}  # fmt: skip
"""What each sign counts; set by `bench/learn_asking.py` on ways of asking that were not learned from."""
TRIED: Final = 18
"""So many questions are tried with the names of a sentence: those that its words speak for most."""
BY: Final = "="
"""Marks a stem as the very word, beside the concept it means."""
TITLE, DESCRIBED = 1.0, 0.5
"""What a title or further words, and a description, count as ways of asking."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the sentence: its stem, the concepts it may mean, how much it weighs, and whether a name holds it."""

    stem: str
    concepts: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """A question with the values a sentence gives it, its score, and how much of the sentence its words cover (0 to 1)."""

    question: Question
    filled: Filled
    score: float
    covered: float
    signs: Mapping[str, float]


@dataclass(frozen=True)
class Matcher:
    """A catalogue as words: `says` by question, `lines` by title and phrase (`projects:3`), what was `asked`, and the
    weights `trained` on it; one that was not trained goes by what was asked alone."""

    questions: Mapping[str, Question]
    says: Postings
    lines: Postings
    asked: Asked
    trained: Trained | None = None

    def knows(self, word: str) -> bool:
        """Whether any question uses this stem, or a concept it means, or was asked with it."""
        return self.says_of(word) or f"w:{word}" in self.asked.counts

    def says_of(self, word: str) -> bool:
        """Whether any question itself uses this stem, or a concept it means."""
        return f"{BY}{word}" in self.says or any(c in self.says for c in lexicon().concepts.get((word,), ()))

    def offers(self, match: Match, form: Sequence[str], learned: bool = True) -> bool:
        """Whether the title or a column of a question speaks of these stems, it was asked with them, or its
        further words speak of them and it is narrowed."""
        question = match.question
        said = [word for word in form if word not in lexicon().words["article"]]
        if (
            learned
            and len(said) >= len(form) - 1
            and all(question.name in dict(self.asked.counts.of(f"w:{word}")) for word in said)
        ):
            return True
        lines = (question.summary, *question.columns.values(), *(question.words if match.filled.values else ()))
        return any(
            tuple(row[at : at + len(form)]) == tuple(form) for row in map(stems, lines) for at in range(len(row))
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All stems the questions use."""
        return frozenset(term[1:] for term in self.says.terms if term.startswith(BY))

    def matches(self, said: Sentence, terms: Sequence[Term], known: NameIndex) -> list[Match]:
        """The questions that come into question, the best first."""
        heard = tokens(said, known.bodies)
        learned = self.asked.likelihoods(heard)
        trained = self.trained.likelihoods([*heard, *letters(said)]) if self.trained else learned
        covered = self._covered(terms)
        phrased = self._phrased(said, terms)
        spoken = {
            name: {
                "learned": learned[name],
                "trained": trained[name],
                "covered": covered.get(name, 0.0),
                "phrased": phrased.get(name, 0.0),
            }
            for name in self.questions
        }
        tried = sorted(spoken, key=lambda name: (-_score(spoken[name]), name))[:TRIED]
        denied = any(not DENIAL.isdisjoint(term.concepts) for term in terms)
        head = headed([word.stem for word in said.words])
        found = [
            self._match(self.questions[name], spoken[name], said, known, bool(terms), denied, head) for name in tried
        ]
        return sorted(found, key=lambda match: (-match.score, match.question.name))

    def _match(
        self,
        question: Question,
        spoken: Mapping[str, float],
        said: Sentence,
        known: NameIndex,
        worded: bool,
        denied: bool,
        head: str,
    ) -> Match:
        filled = fill(question, said, known)
        named = filled.fit + filled.lost
        title = {c for word, concepts in phrase(question.summary) for c in (*concepts, word)}
        own = [bool(_spoken_of(question, parameter) & title) for parameter in filled.values]
        signs = {
            **spoken,
            "fitting": filled.fit / named if named else 0.0,
            "lost": min(1.0, filled.lost),
            "own": sum(own) / len(own) if own else 0.0,
            "needs": float(bool(filled.needs)),
            "given": (1.0 if worded else BARE) * (bool(question.needs) and not filled.needs),
            "denied": float(denied == DENIAL.isdisjoint(title)),
            "headed": float(head in title),
        }
        return Match(question, filled, _score(signs), spoken["covered"], signs)

    def _covered(self, terms: Sequence[Term]) -> Mapping[str, float]:
        """How much of the telling words each question uses."""
        found: dict[str, float] = defaultdict(float)
        whole = 0.0
        for term in terms:
            held = [w for c in (*term.concepts, f"{BY}{term.stem}") if (w := self._rarity(c))]
            weight = term.weight * (max(held) if held else UNKNOWN * self._rarest)
            whole += weight
            meant: dict[str, float] = defaultdict(float)
            for concept in term.concepts:
                for name, worth in self.says.of(concept):
                    meant[name] = max(meant[name], worth)
            literal = dict(self.says.of(f"{BY}{term.stem}"))
            for name in {*meant, *literal}:
                both = meant.get(name, 0.0) * (1 - LITERAL) + literal.get(name, 0.0) * LITERAL
                found[name] += weight * max(both, literal.get(name, 0.0) if not term.concepts else 0.0)
        return {name: value / whole for name, value in found.items()}

    def _phrased(self, said: Sentence, terms: Sequence[Term]) -> Mapping[str, float]:
        """How near the nearest title or phrase of each question is (cosine)."""
        kinds = {kind: NAMED for mention in said.mentions if mention.strong for kind in _kinds(mention, said)}
        heard = vector(
            [*parts([(term.stem, term.concepts) for term in terms]), *kinds.items()], self._rarity, self._rarest
        )
        near: dict[str, float] = defaultdict(float)
        for term, weight in heard.items():
            for line, other in self.lines.of(term):
                near[line] += weight * other
        found: dict[str, float] = defaultdict(float)
        for line, value in near.items():
            name = line.partition(":")[0]
            found[name] = max(found[name], value)
        return found

    def _rarity(self, term: str) -> float:
        """How telling a term is: the fewer questions use it; nothing for one that none uses."""
        number = self.says.rows(term)
        return math.log(1 + len(self.questions) / number) if number else 0.0

    @property
    def _rarest(self) -> float:
        return math.log(1 + len(self.questions))


def matcher_of(questions: Mapping[str, Question], ways: Iterable[tuple[str, Set[str], float]] = ()) -> Matcher:
    """The matcher of a catalogue, from its own words and from ways of asking as tokens."""
    says: dict[str, dict[str, float]] = defaultdict(dict)
    for name, question in questions.items():
        for term, weight in _weights(question).items():
            says[term][name] = weight
    made = Matcher(questions, collected(says), Postings({}), learn(ways, questions))
    lines: dict[str, dict[str, float]] = defaultdict(dict)
    for name, question in questions.items():
        for number, line in enumerate((question.summary, name.replace("-", " "), *question.words)):
            for term, weight in vector(parts(phrase(line)), made._rarity, made._rarest).items():
                lines[term][f"{name}:{number}"] = weight
    return Matcher(questions, made.says, collected(lines), made.asked)


def own_words(question: Question) -> Iterator[tuple[str, float]]:
    """What the catalogue says of a question, as ways of asking it, each with what it weighs."""
    yield from ((line, TITLE) for line in (question.summary, *question.words))
    yield question.description, DESCRIBED


def _score(signs: Mapping[str, float]) -> float:
    return sum(WEIGHTS[sign] * value for sign, value in signs.items())


def vector(terms: Iterable[tuple[str, float]], rarity: Callable[[str], float], rarest: float) -> dict[str, float]:
    """Terms weighed by how rare they are, scaled to length 1."""
    found: dict[str, float] = defaultdict(float)
    for term, weight in terms:
        worth = weight * (rarity(term) or rarest) * (LITERAL if term.startswith(BY) else 1.0)
        found[term] = max(found[term], worth)
    length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {term: weight / length for term, weight in found.items()}


def _spoken_of(question: Question, parameter: str) -> set[str]:
    """What a title says that speaks of a parameter: “country” in “what was done in a country”."""
    return {
        term
        for text in (parameter, question.takes[parameter].replace("-", " "))
        for word, concepts in phrase(text)
        for term in concepts or (word,)
    }


def _kinds(mention: Mention, said: Sentence) -> Iterable[str]:
    """The kinds of a thing named; whoever pays is a donor, though it be named as a country."""
    return ("agency", "donor") if "donor" in cued_by(mention, said)[:1] else mention.keys


def parts(line: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, float]]:
    """The terms of a line with equal weight: what each word means, and the word itself; a word without meaning counts whole."""
    for word, concepts in line:
        for concept in concepts or (word,):
            yield concept, 1.0
        yield f"{BY}{word}", 1.0


def _weights(question: Question) -> Mapping[str, float]:
    """What a question says, as concepts and stems, each with the weight of the best place that says it."""
    said = [
        (question.summary, SUMMARY),
        (question.description, DESCRIPTION),
        (question.name.replace("-", " "), NAME),
        *((word, WORDS) for word in question.words),
        *((tag, TAGS) for tag in question.tags),
        *((f"{name} {type_}".replace("_", " "), PARAMS) for name, type_ in question.params.items()),
        *((title, COLUMNS) for title in question.columns.values()),
    ]
    found: dict[str, float] = defaultdict(float)
    for text, weight in said:
        for word, concepts in phrase(text):
            for term in (f"{BY}{word}", *(concepts or (word,))):
                found[term] = max(found[term], weight)
    return found


@lru_cache(maxsize=8192)
def phrase(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The telling words of a text of the catalogue with their concepts; a phrase keeps its words as well."""
    folded, found = fold(text).split(), []
    row = [stem(word) for word in folded]
    for first, end, concepts in lexicon().meaning(row):
        for n in range(first, end) if concepts != SILENT else ():
            if concepts or folded[n] not in lexicon().words["stop"]:
                found.append((row[n], concepts))
    return tuple(found)
