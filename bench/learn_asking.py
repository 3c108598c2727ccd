"""Writes `queries/words/language/model.json` from the catalogue, the ways of asking and the names of a built graph.

python bench/learn_asking.py --store PATH            writes the file; to be run when the catalogue or a file of
                                                      queries/words/language/ has changed (a test tells)
python bench/learn_asking.py --store PATH --weights  prints the weights of the signs that tell held-out ways of
                                                      asking apart best, for `matching.WEIGHTS`; the texts held out in
                                                      turn are those of tests/queries/words/paraphrases_dev.csv
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from migov.graph.builds import open_current
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.lexicon import table
from migov.queries.words.matching import WEIGHTS, Matcher, matcher_of
from migov.queries.words.model import FILE, Way, learned_from, made, spelt, told, written
from migov.queries.words.trained import MOST, RUN, Trained, shelved, signed
from migov.queries.words.understanding import matched

FOLDS, ROUNDS, RATE, INERTIA, SHRINK = 5, 600, 0.3, 0.9, 0.5
SEEN, KEPT, STEPS = 3, 0.03, 90
"""Training: tokens that so many ways of asking have; how strongly weights are drawn to nothing; steps of descent."""
LEAST: float = 8
"""Tokens none of whose weights is that many steps from nothing are left out: they tell no question from another."""
EXTREME: float = 99.9
"""The percentile of all weights that the farthest sign stands for."""
DEV = Path(__file__).parents[1] / "tests" / "queries" / "words" / "paraphrases_dev.csv"

Array = npt.NDArray[np.float32]
Signs = tuple[str, dict[str, list[float]]]
"""The question of a text, and the signs of all questions tried for it."""


def trained(ways: Sequence[Way]) -> Trained:
    """The weights under which the questions asked are likeliest: logistic regression, with weights kept small."""
    questions = sorted({name for name, *_ in ways})
    times = Counter(token for _, said, _ in ways for token in said)
    place = {token: n for n, token in enumerate(sorted(token for token, seen in times.items() if seen >= SEEN))}
    data = np.zeros((len(ways), len(place)), dtype=np.float32)
    for n, (_, said, _) in enumerate(ways):
        for letters in (True, False):
            found = [place[token] for token in said if token in place and token.startswith(RUN) == letters]
            data[n, found] = 1 / math.sqrt(len(found) or 1)
    right = np.array([questions.index(name) for name, *_ in ways])
    worth = np.array([weight for *_, weight in ways], dtype=np.float32)[:, None]
    weights = data.T @ _fitted(data @ data.T, np.eye(len(questions), dtype=np.float32)[right], worth)
    step = float(np.percentile(np.abs(weights), EXTREME)) / MOST
    told_ = np.abs(weights).max(axis=1) >= LEAST * step
    signs = {token: signed(weights[n].tolist(), step) for token, n in place.items() if told_[n]}
    return Trained(questions, round(step, 6), shelved(signs))


def _fitted(near: Array, right: Array, worth: Array) -> Array:
    """How much each way of asking speaks for each question, by how near the ways are to each other (Nesterov's descent)."""
    largest = np.ones(len(near), dtype=np.float32)
    for _ in range(20):
        largest = near @ (worth[:, 0] * largest)
        length = float(np.linalg.norm(largest))
        largest /= length
    step, inertia = 1 / (length / 2 + KEPT), 1.0
    found = ahead = np.zeros_like(right)
    for _ in range(STEPS):
        chance = near @ ahead
        chance = np.exp(chance - chance.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        then = ahead - step * ((chance - right) * worth + KEPT * ahead)
        after = (1 + math.sqrt(1 + 4 * inertia * inertia)) / 2
        ahead = then + (inertia - 1) / after * (then - found)
        found, inertia = then, after
    return found


def held_out(known: NameIndex) -> list[Signs]:
    """The question and the signs of each paraphrase, by matchers that did not learn from it."""
    with DEV.open(encoding="utf-8", newline="") as file:
        rows = [(row["question"], row["text"]) for row in csv.DictReader(file) if row["question"]]
    texts = [row["text"] for row in table("asked")]
    ways, own, spelled = learned_from(known), told(catalogue(), known), spelt(catalogue(), known)
    found = []
    for fold in range(FOLDS):
        held = {text for _, text in rows[fold::FOLDS]}
        left = [text not in held for text in texts]
        using = replace(
            matcher_of(catalogue(), own + [way for way, stays in zip(ways, left, strict=True) if stays]),
            trained=trained([way for n, way in enumerate(spelled) if n >= len(left) or left[n]]),
        )
        found += [_signs(row, using, known) for row in rows[fold::FOLDS]]
    return found


def _signs(row: tuple[str, str], using: Matcher, known: NameIndex) -> Signs:
    """A question's name, and the signs of all questions tried for a text."""
    return row[0], {m.question.name: [m.signs[sign] for sign in WEIGHTS] for m in matched(row[1], known, using)}


def weights(rows: Sequence[Signs]) -> dict[str, float]:
    """The weights under which the right questions are likeliest (conditional logit, gradient with inertia)."""
    rows = [row for row in rows if row[0] in row[1]]
    most = max(len(signs) for _, signs in rows)
    data = np.zeros((len(rows), most, len(WEIGHTS)))
    real = np.zeros((len(rows), most), dtype=bool)
    right = np.zeros(len(rows), dtype=int)
    for n, (name, signs) in enumerate(rows):
        data[n, : len(signs)], real[n, : len(signs)] = list(signs.values()), True
        right[n] = list(signs).index(name)
    spread = data[real].std(axis=0) + 1e-9
    data /= spread
    found, step = np.zeros(len(WEIGHTS)), np.zeros(len(WEIGHTS))
    for _ in range(ROUNDS):
        score = np.where(real, data @ found, -np.inf)
        chance = np.exp(score - score.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        chance[np.arange(len(rows)), right] -= 1
        step = INERTIA * step - RATE * (np.einsum("nc,ncs->s", chance, data) + SHRINK * found) / len(rows)
        found = found + step
    return {sign: round(float(weight), 2) for sign, weight in zip(WEIGHTS, found / spread, strict=True)}


def rates(rows: Sequence[Signs], weighed: dict[str, float]) -> tuple[float, float]:
    """The shares of rows whose question comes first, and among three."""
    first = three = 0
    for name, signs in rows:
        order = sorted(signs, key=lambda q: -sum(w * s for w, s in zip(weighed.values(), signs[q], strict=True)))
        first, three = first + (order[0] == name), three + (name in order[:3])
    return first / len(rows), three / len(rows)


def main() -> None:
    """Runs as the text at the top says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--weights", action="store_true")
    given = parser.parse_args()
    known = names(open_current(given.store))
    if given.weights:
        rows = held_out(known)
        found = weights(rows)
        first, three = rates(rows, found)
        print(found)
        print(f"held out: first {first:.3f}, among three {three:.3f}")
    else:
        FILE.write_text(written(made(catalogue(), known), trained(spelt(catalogue(), known))), encoding="utf-8")


if __name__ == "__main__":
    main()
