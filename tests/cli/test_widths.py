"""How wide the columns of a table are."""

from __future__ import annotations

from migov.cli.writers.widths import fitted


def test_short_columns_are_as_wide_as_they_need_whatever_their_number() -> None:
    """Ten columns of short words fit where ten of long texts do not."""
    rows = [["Column"] * 10, ["short"] * 10]
    assert fitted(rows, 60) == [6] * 10
    assert fitted(rows, 59) is None


def test_a_word_is_not_broken() -> None:
    """A column is as wide as its longest word; where there is no room for that, there is no grid."""
    rows = [["A", "B"], ["internationalisation of work", "x"]]
    widths = fitted(rows, 22)
    assert widths is not None
    assert widths[0] >= len("internationalisation")
    assert fitted(rows, 20) is None


def test_what_is_left_goes_to_the_column_with_most_lines() -> None:
    """A long text gets the room that a short one does not need."""
    rows = [["A", "B"], ["few words here", "many words " * 20]]
    widths = fitted(rows, 70)
    assert widths is not None
    assert sum(widths) == 70
    assert widths[1] > 50


def test_lines_of_a_cell_count_by_themselves() -> None:
    """Places stand below each other: the widest of them is what a column needs."""
    assert fitted([["Where"], ["line 1\nline 20"]], 60) == [7]


def test_a_long_text_beside_many_columns_is_given_a_block() -> None:
    """Where a grid would be far longer than one block a row, there is none."""
    rows = [["Text", *"ABCDEF"], ["a long text of many words " * 20, *(["fourteen chars"] * 6)]]
    assert fitted(rows, 64) is None
    assert fitted(rows, 240) is not None
