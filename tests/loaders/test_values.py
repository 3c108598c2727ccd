"""Values of cells: one text for one value, and a reason for what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migov.loaders.values import BadValue, clean


@pytest.mark.parametrize(
    ("type_", "raw", "value"),
    [
        ("text", "  Genève ", "Genève"),
        ("text", "e\u0301", "é"),
        ("decimal", "0010.50", "10.5"),
        ("decimal", "-0.0", "0"),
        ("integer", "007", "7"),
        ("date", "2006-11", "2006-11"),
        ("span", "2004-12/2006-11", "2004-12/2006-11"),
        ("lines", "955-955", "955"),
        ("places", "poa2008:41-43", "poa2008:41-43"),
        ("currency", "CHF", "CHF"),
        ("thing", "agency/iom", "agency/iom"),
    ],
)
def test_a_value_has_one_text(type_: str, raw: str, value: str) -> None:
    """What means the same is written the same."""
    assert clean(type_, raw) == value


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        ("decimal", "1,468,646"),
        ("decimal", "5,5 mln"),
        ("integer", "1.5"),
        ("date", "01.12.06"),
        ("date", "2006-13"),
        ("date", "2006-02-30"),
        ("span", "2007/2006"),
        ("lines", "957-955"),
        ("lines", "0"),
        ("places", "41"),
        ("currency", "Dollars"),
        ("thing", "iom"),
        ("id", "a b"),
        ("text", "a\x00"),
    ],
)
def test_what_is_no_value_is_refused_with_a_remedy(type_: str, raw: str) -> None:
    """A cell of the wrong form is never read as something else."""
    with pytest.raises(BadValue) as fault:
        clean(type_, raw)
    assert fault.value.remedy


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_cleaned_number_is_the_same_number(number: Decimal) -> None:
    """Cleaning changes the text of a number, never the number, and cleaning twice changes nothing more."""
    once = clean("decimal", format(number, "f"))
    assert Decimal(once) == number
    assert clean("decimal", once) == once
