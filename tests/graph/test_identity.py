"""Identity: judgements join ids, and contradictions are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migov.graph.assemble import assemble
from migov.graph.identity import identity
from migov.loaders.rows import Row
from migov.ontology.errors import IdentityError


def _judged(left: str, right: str, judgement: str) -> Row:
    return Row("judgements", {"left": left, "right": right, "judgement": judgement, "reason": "r"})


def test_the_left_id_stays_through_a_chain() -> None:
    """Of three ids joined by two judgements the one that is never on the right stays."""
    same = identity([_judged("project/b", "project/a", "same"), _judged("project/a", "project/c", "same")])
    assert {same.of(f"project/{k}") for k in "abc"} == {"project/b"}


def test_unsure_joins_nobody() -> None:
    """What the editors are unsure of is never merged."""
    assert identity([_judged("project/a", "project/b", "unsure")]).of("project/b") == "project/b"


def test_same_and_different_at_once_is_refused() -> None:
    """Ids joined in a chain cannot be judged different."""
    rows = [_judged("x/a", "x/b", "same"), _judged("x/b", "x/c", "same"), _judged("x/a", "x/c", "different")]
    with pytest.raises(IdentityError, match="x/a"):
        identity(rows)


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] != p[1])))
def test_the_order_of_judgements_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    """Any order of the same judgements gives the same ids, rings included, and the id that stays is its own."""
    rows = [_judged(f"x/{a}", f"x/{b}", "same") for a, b in pairs]
    one, other = identity(rows), identity(list(reversed(rows)))
    assert one == other
    assert all(one.of(one.of(f"x/{c}")) == one.of(f"x/{c}") for c in "abcdefg")


def test_two_printings_are_one_project_with_two_claims(few: list[Row], make: Callable[..., Row]) -> None:
    """A project printed twice is one project; its money counts once and both claims stay."""
    again = make("projects", project="p1-again", title="Equal access", donors="gov-swe", budget="500000",
                 currency="USD", lines="30")  # fmt: skip
    judged = make("judgements", left="project/p1", right="project/p1-again", judgement="same", reason="same title")
    store = assemble([*few, again, judged]).store
    claims = store.select("SELECT ?b { ?c a :ProjectClaim ; :about id:project\\/p1 ; stated:budget ?b }").rows
    chosen = store.select("SELECT ?b { id:project\\/p1 :budget ?b }").rows
    assert {str(b.value) for (b,) in claims if hasattr(b, "value")} == {"509634", "500000"}
    assert len(chosen) == 1
    assert not store.select("SELECT ?b { id:project\\/p1-again :budget ?b }").rows
