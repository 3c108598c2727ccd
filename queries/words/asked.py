"""What the ways of asking in `language/asked.csv` teach: which words, meanings and kinds of names go with which question.

A sentence becomes a set of tokens, with names put as their kinds (`<agency>`), so that a way of asking about IOM serves
any body. Naive Bayes weighs them: a token counts for a question by how often its ways of asking use it, and a question
that was never asked so is not excluded by it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from migov.queries.words.cues import Sentence
from migov.queries.words.lexicon import SILENT, lexicon
from migov.queries.words.postings import Postings, collected
from migov.queries.words.timing import Count, Slice

TRUST: Final = 2.0
"""How many ways of asking the catalogue's average weighs beside those of one question."""
UNSEEN: Final = 0.02
"""What a token counts that a question was never asked with."""
OFTEN: Final = 3
"""Pairs of tokens are learned when that many ways of asking have them."""
PAIR: Final = " "


@dataclass(frozen=True)
class Asked:
    """How often each token stands in the ways of asking each question, and how many ways there are, by question."""

    counts: Postings
    ways: Mapping[str, float]

    def likelihoods(self, said: Iterable[str]) -> Mapping[str, float]:
        """How likely each question was asked with these tokens: 0 for the likeliest, less for the others."""
        total = sum(self.ways.values())
        known = [held for token in said if (held := self.counts.of(token))]
        found = {name: -len(known) * math.log(ways + TRUST) for name, ways in self.ways.items()}
        for held in known:
            base = TRUST * sum(number for _, number in held) / total + UNSEEN
            for name, number in held:
                found[name] += math.log(1 + number / base)
        best = max(found.values(), default=0.0)
        return {name: (value - best) / math.sqrt(len(known) or 1) for name, value in found.items()}


def learn(rows: Iterable[tuple[str, Set[str], float]], names: Iterable[str]) -> Asked:
    """Learns from ways of asking: the question of each, its tokens and what it weighs."""
    ways = dict.fromkeys(names, 0.0)
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    times: Counter[str] = Counter()
    for name, said, weight in rows:
        ways[name] += weight
        times.update(said)
        for token in said:
            counts[token][name] += weight
    kept = {token: held for token, held in counts.items() if PAIR not in token or times[token] >= OFTEN}
    return Asked(collected(kept), ways)


def tokens(said: Sentence, bodies: Mapping[str, str]) -> frozenset[str]:
    """The tokens of a sentence: stems, what they mean, kinds of names (`<agency>`, `<a donor>`), and pairs of neighbours."""
    row: list[str] = []
    found: set[str] = set()
    for token, alone in _tokens(said, bodies):
        (found.add if alone else row.append)(token)
    found.add(f"?{headed([word.stem for word in said.words])}")
    return frozenset(found | set(row) | {PAIR.join(pair) for pair in pairwise(("^", *row))})


def headed(row: Sequence[str]) -> str:
    """What is asked for: the thing that follows “which” or “how many”; in bare keywords the first there are lists of."""
    for at, word in enumerate(row):
        if word in PRONOUNS:
            return PRONOUNS[word]
        if word in lexicon().words["asking"]:
            return next(_listed(row[at + 1 : at + 5]), "")
    return next(_listed(row), "")


def _listed(row: Sequence[str]) -> Iterator[str]:
    for first, end, concepts in lexicon().meaning(row):
        if end - first == 1 and row[first] in lexicon().words["verb"]:
            return
        yield from (concept for concept in concepts if concept in lexicon().asked)


PRONOUNS: Final = {"who": "agency", "whom": "agency", "where": "where", "when": "when", "much": "money"}


def _tokens(said: Sentence, bodies: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Tokens, each with whether it stands alone or in the row whose neighbours make pairs."""
    lex = lexicon()
    inside = {n: mention for mention in said.mentions for n in range(mention.first, mention.end)}
    spans: list[Slice | Count] = [*said.slices, *said.counts]
    bounds = {
        n: n == 0 or said.words[n - 1].start < span.start
        for span in spans
        for n, word in enumerate(said.words)
        if span.start <= word.start < span.end
    }
    for first, end, concepts in lex.meaning([word.stem for word in said.words]):
        for n in range(first, end):
            word, mention = said.words[n], inside.get(n)
            if mention is not None and mention.first == n:
                yield from ((f"<{kind}>", True) for kind in mention.keys)
                yield from ((f"<a {bodies.get(key, 'body')}>", True) for key in mention.keys.get("agency", ()))
                if mention.strong:
                    yield f"<{'agency' if set(mention.keys) == {'agency'} else next(iter(mention.keys))}>", False
            if mention is not None and mention.strong and "theme" not in mention.keys:
                continue
            if n in bounds:
                yield "<when>", not bounds[n]
            elif word.folded.isdigit():
                yield "<number>", False
            elif concepts != SILENT:
                yield from ((f"c:{concept}", True) for concept in concepts)
                if word.folded not in lex.words["article"]:
                    yield f"w:{word.stem}", True
                    if (n == first or not concepts) and (mention is None or not mention.strong):
                        yield f"{concepts[0] if concepts else word.stem}", False
