"""The trained weights: read back as they were written, and telling twins apart."""

from __future__ import annotations

from migov.queries.words.trained import MOST, Trained, shelved, signed

STEP = 0.5
TRAINED = Trained(
    ("joint-work", "partners"),
    STEP,
    shelved(
        {"w:with": signed((-1.0, 2.0), STEP), "w:witness": signed((3.0, 0.0), STEP), "#whom": signed((0, 4), STEP)}
    ),
)


def test_a_token_has_its_own_weights_and_an_unseen_one_has_none() -> None:
    """Tokens that begin alike share a shelf and are not mistaken for one another."""
    assert TRAINED.signs("w:with") != TRAINED.signs("w:witness")
    assert TRAINED.signs("w:wit") == ""


def test_the_question_with_the_larger_weights_is_the_likelier() -> None:
    """The likeliest question stands at nothing, the others below it by the difference of their weights."""
    assert TRAINED.likelihoods(["w:with"]) == {"joint-work": -3.0, "partners": 0.0}
    assert TRAINED.likelihoods(["w:witness", "#whom"]) == {"joint-work": -1.0, "partners": 0.0}
    assert TRAINED.likelihoods(["w:nothing"]) == {"joint-work": 0.0, "partners": 0.0}


def test_a_weight_beyond_the_farthest_sign_counts_as_that() -> None:
    """No weight runs out of the signs."""
    assert signed((1000.0,), STEP) == signed((MOST * STEP,), STEP)
