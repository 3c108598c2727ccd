"""Writes `queries/words/language/model.json` from the catalogue, the ways of asking and the names of a built graph.

python bench/learn_asking.py --store PATH            writes the file; to be run when the catalogue or a file of
                                                      queries/words/language/ has changed (a test tells)
python bench/learn_asking.py --store PATH --weights  prints the weights of the signs that tell held-out ways of
                                                      asking apart best (needs numpy), for `matching.WEIGHTS`
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from migov.graph.builds import open_current
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.lexicon import table
from migov.queries.words.matching import WEIGHTS, Matcher, matcher_of
from migov.queries.words.model import FILE, learned_from, made, told, written
from migov.queries.words.understanding import matched

FOLDS, ROUNDS, RATE, INERTIA, SHRINK = 10, 600, 0.3, 0.9, 0.5


def held_out(known: NameIndex) -> list[tuple[str, dict[str, list[float]]]]:
    """The question and the signs of each way of asking, by matchers that did not learn from it."""
    rows = [(row["question"], row["text"]) for row in table("asked")]
    ways, own = learned_from(known), told(catalogue(), known)
    found = []
    for fold in range(FOLDS):
        using = matcher_of(catalogue(), own + [way for n, way in enumerate(ways) if n % FOLDS != fold])
        found += [_signs(row, using, known) for n, row in enumerate(rows) if n % FOLDS == fold]
    return found


def _signs(row: tuple[str, str], using: Matcher, known: NameIndex) -> tuple[str, dict[str, list[float]]]:
    """A question's name, and the signs of all questions tried for a text."""
    return row[0], {m.question.name: [m.signs[sign] for sign in WEIGHTS] for m in matched(row[1], known, using)}


def weights(rows: Sequence[tuple[str, dict[str, list[float]]]]) -> dict[str, float]:
    """The weights under which the right questions are likeliest (conditional logit, gradient with inertia)."""
    import numpy as np  # noqa: PLC0415 - only training needs it

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


def rates(rows: Sequence[tuple[str, dict[str, list[float]]]], weighed: dict[str, float]) -> tuple[float, float]:
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
        FILE.write_text(written(made(catalogue(), known)), encoding="utf-8")


if __name__ == "__main__":
    main()
