"""Sums and dates as the documents print them."""

import pytest

from migov.loaders.layouts import dates, money


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("1,468,646", "1468646"),
        ("16,399.42", "16399.42"),
        ("1'068'110", "1068110"),
        ("€ 935'615", "935615"),
        ("5,5 mln", "5500000"),
        ("1.789 mln", "1789000"),
        ("3.0 mln", "3000000"),
        ("3,212,000 (of which 50 % IPEC)", "3212000"),
        ("to be decided", ""),
        ("", ""),
    ],
)
def test_amount(printed: str, amount: str) -> None:
    """A sum becomes plain digits, an undecided one is not stated."""
    assert money.amount(printed) == amount


@pytest.mark.parametrize("printed", ["12,34", "1,2'345", "about 5", "5 bln"])
def test_amount_refuses(printed: str) -> None:
    """Digits grouped in an unknown way are refused, never guessed."""
    with pytest.raises(ValueError, match=r"digits|sum"):
        money.amount(printed)


def test_currency() -> None:
    """The column's currency holds unless another is printed."""
    assert (money.currency("1,000"), money.currency("€ 5")) == ("USD", "EUR")


def test_shares() -> None:
    """A budget given by donor is read as its parts, a plain sum as none."""
    assert money.shares("EU contribution = 3,000 UK DWP contribution = 4,500") == [("EU", "3,000"), ("UK DWP", "4,500")]
    assert money.shares("7,500") == []


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("01.12.06", "2006-12-01"),
        ("1.3.00", "2000-03-01"),
        ("01.01.93", "1993-01-01"),
        ("12.31.04", "2004-12-31"),
        ("31.12.2008", "2008-12-31"),
        ("01/07/2007", "2007-07-01"),
        ("By 01.08.07", "2007-08-01"),
        ("3.07", "2007-03"),
        ("to Sep 02", "2002-09"),
        ("End 05", "2005"),
        ("Mid 07", "2007"),
        ("2006", "2006"),
        ("2 years", ""),
        ("??", ""),
        ("", ""),
    ],
)
def test_date(printed: str, date: str) -> None:
    """A date keeps the precision it is printed with; a duration is no date."""
    assert dates.when(printed) == date


@pytest.mark.parametrize("printed", ["31.02.07", "13.07", "06", "soon", "End 5"])
def test_date_refuses(printed: str) -> None:
    """What is no date of the calendar is refused."""
    with pytest.raises(ValueError, match=r"date|month|day"):
        dates.when(printed)


def test_odd_dates_are_kept() -> None:
    """Only a date in the usual form needs no copy of its printed text."""
    odd = [text for text in ("01.12.06", "2006", "", "12.31.04", "End 05", "31.12.2008", "??") if dates.odd(text)]
    assert odd == ["12.31.04", "End 05", "31.12.2008", "??"]


@pytest.mark.parametrize("printed", ["2007-09", "2007-2009", "2007/2009"])
def test_years(printed: str) -> None:
    """A span of years has two ends, however short the second is printed."""
    assert dates.years(printed) == ("2007", "2009")
    assert dates.years("2007") is None
