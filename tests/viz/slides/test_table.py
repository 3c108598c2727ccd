"""Tables: no idle columns, no table off the slide, two small ones on one slide."""

from __future__ import annotations

from collections.abc import Callable

from migov.graph.evidence import Source
from migov.queries.answer import Answer, AnswerRow
from migov.viz.slides import Table, TableRow, deck, table_slides


def test_an_answer_becomes_a_table_without_idle_columns(read: Callable) -> None:
    """What all rows say goes under the title, an empty column goes, a long answer is cut and counted, places stand last."""
    place = (Source("eval2008", "Annex 6", "12", "x", "stated"), Source("poa2008", "", "3", "x", "stated"))
    rows = [AnswerRow((("IOM",), (f"act {n}",), (), (1_234_567.5,)), place) for n in range(50)]
    answer = Answer("What does IOM do?", ("Agency", "What", "Place", "Money"), rows, "silence is not absence")
    [table] = table_slides(answer, most=20)
    assert isinstance(table, Table)
    assert table.columns == ("What", "Said in")
    assert table.subtitle == "Agency: IOM. Money: 1,234,568. Shown: the first 20 of 50 rows"
    assert table.rows[0].cells == ("act 0", "eval2008 12 +1")
    assert [seen.title for seen in read(deck([table]))] == [f"{answer.question} ({n}/2)" for n in (1, 2)]


def test_an_empty_answer_says_what_is_not_recorded(read: Callable) -> None:
    """No rows: the note is told under the title; of columns that are all alike nothing breaks."""
    [table] = table_slides(Answer("Who pays?", ("Donor",), [], "not recorded in the documents"))
    assert read(deck([table]))[0].named("Subtitle") == ["not recorded in the documents"]
    rows = [AnswerRow((("IOM",),)) for _ in range(3)]
    [table] = table_slides(Answer("Who?", ("Agency",), rows, ""), where=False)
    assert read(deck([table]))[0].named("Subtitle") == ["Agency: IOM"]


def test_long_cells_keep_the_table_on_the_slide(read: Callable) -> None:
    """Rows of much text are fewer on a slide, in readable type, and the table ends above the source line."""
    rows = [TableRow((f"row {n}", "labour migration governance " * 30, "more of the same " * 9)) for n in range(20)]
    for seen in read(deck([Table("Much text", ("A", "B", "C"), rows)])):
        assert not list(seen.faults())
        frame = next(shape for shape in seen.slide.shapes if shape.has_table)
        foot = next(shape for shape in seen.slide.shapes if shape.name == "Source")
        assert sum(row.height for row in frame.table.rows) + frame.top <= foot.top


def test_a_table_is_no_wider_than_it_need_be(read: Callable) -> None:
    """Short columns stand near each other: the table of short words does not fill the slide."""
    seen = read(deck([Table("Few words", ("A", "B"), [TableRow(("one", "two"))] * 5)]))[0]
    frame = next(shape for shape in seen.slide.shapes if shape.has_table)
    assert frame.width / 12_700 < 300


def test_a_small_table_stands_under_the_one_it_follows(read: Callable) -> None:
    """Two small tables share a slide, the second under a heading of its own; two large ones do not."""
    small = [TableRow((f"row {n}",)) for n in range(3)]
    seen = read(deck([Table("First", ("A",), small), Table("Second", ("B",), small, follows=True)]))
    assert len(seen) == 1
    assert seen[0].named("Heading") == ["Second"]
    assert not list(seen[0].faults())
    large = [TableRow((f"row {n}",)) for n in range(12)]
    slides = read(deck([Table("First", ("A",), large), Table("Second", ("B",), large, follows=True)]))
    assert [one.title for one in slides] == ["First", "Second"]
