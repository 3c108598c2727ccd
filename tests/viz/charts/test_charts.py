"""Charts: what is drawn, what is told apart, what is said of what is left out, and that it can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from migov.graph.assemble import Landscape
from migov.graph.evidence import Source
from migov.ontology.errors import DeclarationError, QueryError
from migov.queries.answer import Answer, AnswerRow, Cell, Thing
from migov.queries.ask import VOICE, ask
from migov.queries.questions import Question, catalogue
from migov.viz.charts import chart, chart_of
from migov.viz.charts.model import Bars, Matrix, Timeline
from migov.viz.figures.figure import Format
from migov.viz.lettering import text_width

PLACE = Source("eval2008", "Annex 9", "10-12", "", "stated")
TEXT = re.compile(r'<text style="[^"]*font-size: ([\d.]+)px;([^>]*)>([^<]*)</text>')
CHARTS = sorted(name for name, question in catalogue().items() if question.chart)


def question(view: str, headings: Mapping[str, str], /, **words: str) -> Question:
    """A question whose answer is drawn."""
    return Question("made-up", "How much?", "", "", columns=dict(headings), view=view, chart=words)


def answer(asked: Question, *rows: tuple[object, ...]) -> Answer:
    """An answer; None is an empty cell, a list several values, `@X` a thing."""
    made = tuple(AnswerRow(tuple(_cell(value) for value in row), (PLACE,)) for row in rows)
    return Answer("How much? (country: Moldova)", tuple(asked.columns.values()), made, VOICE)


def _cell(value: object) -> Cell:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(Thing(f"x/{v[1:]}", v[1:]) if isinstance(v, str) and v.startswith("@") else v for v in values)


MONEY = question(
    "bars",
    {"donor": "Donor", "currency": "Currency", "total": "Total", "sure": "Sure", "without": "Without a budget"},
    x="donor",
    value="total",
    panel="currency",
    doubt="sure",
    missing="without",
    finding="Most money comes from {first}: {most}",
)
TIMES = question(
    "timeline",
    {"what": "What", "start": "From", "end": "To", "status": "Status"},
    label="what",
    start="start",
    end="end",
    status="status",
    things="projects",
)
PAIRS = question(
    "matrix",
    {"country": "Country", "instrument": "Instrument", "period": "Period", "by": "Supported by"},
    rows="country",
    columns="instrument",
    value="period",
    mark="by",
)


def bars(*rows: tuple[object, ...]) -> Bars:
    """The bars of rows of money."""
    body = chart_of(answer(MONEY, *rows), MONEY).body
    assert isinstance(body, Bars)
    return body


def svg(made: Answer, asked: Question, size: tuple[float, float] = (33.87, 19.05), look: str = "light") -> str:
    """A chart as SVG."""
    return chart(made, asked, format="svg", size_cm=size, look=look).decode()


def test_currencies_have_a_panel_each_and_are_never_added_up() -> None:
    """A donor of two currencies has two bars, and the subtitle says that the panels stand apart."""
    made = answer(MONEY, ("@EU", "USD", 5, 5, 0), ("@US", "USD", 4, 4, 0), ("@EU", "EUR", 900, 900, 0))
    drawn = chart_of(made, MONEY)
    assert isinstance(drawn.body, Bars)
    assert {p.name: [b.values for b in p.bars] for p in drawn.body.panels} == {
        "USD": [(5.0,), (4.0,)],
        "EUR": [(900.0,)],
    }
    assert drawn.title == "Most money comes from EU: 5 USD"
    assert "never added up" in svg(made, MONEY)


def test_what_has_no_budget_is_no_zero() -> None:
    """Projects without a budget join the bar of their donor as a number beside it, or stand alone without a value."""
    made = bars(("@EU", "USD", 5, 5, 1), ("@UK", "USD", 5, 5, 0), ("@EU", None, 0, 0, 2), ("@US", None, 0, 0, 4))
    first, _, second = made.panels[0].bars
    assert (first.values, first.missing) == ((5.0,), 3)
    assert (second.values, second.missing) == ((None,), 4)


def test_money_in_doubt_is_hatched() -> None:
    """The part of a total that is not sure is drawn apart, and only then does the legend speak of doubt."""
    sure, doubtful = answer(MONEY, ("@EU", "USD", 5, 5, 0)), answer(MONEY, ("@EU", "USD", 5, 3, 0))
    assert bars(("@EU", "USD", 5, 3, 0)).panels[0].bars[0].doubtful == 2
    assert "doubtful part" in svg(doubtful, MONEY)
    assert "<pattern" in svg(doubtful, MONEY)
    assert "doubtful" not in svg(sure, MONEY)


def test_a_tie_has_no_single_winner() -> None:
    """Where few labels tie all are named, where many do the title counts them."""
    two = chart_of(answer(MONEY, *((f"@{n}", "USD", 5, 5, 0) for n in "AB")), MONEY).title
    many = chart_of(answer(MONEY, *((f"@{n}", "USD", 5, 5, 0) for n in "ABCDE")), MONEY).title
    assert two == "Most money comes from A and B: 5 USD each"
    assert many == "All 5 donor have the most: 5 USD each"


def test_too_many_bars_are_cut_to_the_largest_and_counted() -> None:
    """A long answer keeps its largest bars at a readable size, and says how many of how many."""
    made = answer(MONEY, *((f"@Donor {n}", "USD", n, n, 0) for n in range(1, 61)))
    drawn = svg(made, MONEY)
    shown = re.search(r"the largest (\d+) of 60", drawn)
    assert shown
    assert int(shown[1]) == drawn.count(">Donor ") > 10
    assert ">Donor 60<" in drawn
    assert ">Donor 1<" not in drawn


def test_years_stand_upright_without_a_gap() -> None:
    """Bars on years leave room for the years of which nothing is recorded."""
    asked = question("bars", {"year": "Year", "n": "Projects"}, x="year", value="n")
    body = chart_of(answer(asked, (2003, 2), (2006, 4)), asked).body
    assert isinstance(body, Bars)
    assert body.upright
    assert [(bar.label, bar.values[0]) for bar in body.panels[0].bars] == [
        ("2003", 2.0), ("2004", None), ("2005", None), ("2006", 4.0),
    ]  # fmt: skip


def test_a_loss_is_drawn_to_the_other_side() -> None:
    """Negative values have a bar too, even on years, and their sign is printed."""
    asked = question("bars", {"year": "Year", "n": "Change"}, x="year", value="n")
    drawn = svg(answer(asked, (2003, 2), (2004, -4)), asked)
    assert ">−4<" in drawn
    boxes = [re.findall(r"[ML] ([\d.]+) ", path) for path in re.findall(r'<path d="([^"]+)"', drawn)]
    reach = [(min(map(float, at)), max(map(float, at))) for at in boxes if len(at) == 4]
    assert any(one[1] == pytest.approx(other[0]) for one in reach for other in reach)


def test_two_year_periods_are_no_months() -> None:
    """A column of biennia such as 2008-09 reaches to the end of the second year."""
    asked = question("bars", {"when": "Biennium", "n": "Target"}, x="when", value="n")
    assert "2002 to 2009" in chart_of(answer(asked, ("2002-03", 2), ("2008-09", 4)), asked).subtitle
    assert "2002 to 2008" in chart_of(answer(asked, ("2002-05", 2), ("2008-09", 4)), asked).subtitle


def test_spans_go_from_the_first_to_the_last_day_that_is_printed() -> None:
    """A year ends on its last day; a missing end is open, a missing date undated, a plan planned."""
    made = answer(
        TIMES,
        ("@A", "2004", "2006", None),
        ("@B", "2005-03", None, None),
        ("@C", None, "2007", None),
        ("@D", None, None, None),
        ("@E", "2008/2009", None, "@Planned"),
    )
    body = chart_of(made, TIMES).body
    assert isinstance(body, Timeline)
    said = {s.label: (str(s.first), str(s.last), s.opened, s.ended, s.planned) for s in body.spans}
    assert said == {
        "A": ("2004-01-01", "2006-12-31", True, True, False),
        "B": ("2005-03-01", "2005-03-31", True, False, False),
        "C": ("2007-01-01", "2007-12-31", False, True, False),
        "D": ("None", "None", True, True, False),
        "E": ("2008-01-01", "2009-12-31", True, True, True),
    }
    drawn = svg(made, TIMES)
    for words in ("no end printed", "no beginning printed", "not yet done", "no printed date", "1 without a printed"):
        assert words in drawn


def test_what_does_not_last_has_no_open_end() -> None:
    """Only the kinds that the question names go on after their date."""
    asked = question(
        "timeline", {"what": "What", "kind": "Kind", "start": "From", "end": "To"},
        label="what", start="start", end="end", colour="kind", lasts="project, membership",
    )  # fmt: skip
    body = chart_of(answer(asked, ("A", "project", "2004", None), ("B", "event", "2004", None)), asked).body
    assert isinstance(body, Timeline)
    assert [span.ended for span in body.spans] == [False, True]


def test_a_matrix_tells_dated_undated_supported_and_silent_squares_apart() -> None:
    """The period stands in the square, its absence as a word; support is a mark; silence is an empty square."""
    made = answer(
        PAIRS,
        ("@Albania", "@C097", "2005/2007", "@ILO"),
        ("@Albania", "@C189", None, None),
        ("@Chile", "@C097", "2004", None),
    )
    body = chart_of(made, PAIRS).body
    assert isinstance(body, Matrix)
    assert body.squares["Albania", "C097"].text == "2005–2007"
    assert body.squares["Albania", "C097"].marked
    assert body.squares["Albania", "C189"].text == "yes"
    assert ("Chile", "C189") not in body.squares
    drawn = svg(made, PAIRS)
    for words in ("earlier to later", "no period recorded", "empty: not recorded"):
        assert words in drawn


def test_several_numbers_of_one_pair_all_stand_in_its_square() -> None:
    """Rows that give one pair different numbers are not added up; several values of a cell are a column each."""
    asked = question("matrix", {"a": "A", "b": "B", "n": "Records"}, rows="a", columns="b", value="n")
    body = chart_of(answer(asked, ("@x", ["@y", "@z"], 3), ("@x", "@y", 5)), asked).body
    assert isinstance(body, Matrix)
    assert {pair: square.text for pair, square in body.squares.items()} == {("x", "y"): "3 / 5", ("x", "z"): "3"}


def test_columns_without_a_declared_role_are_found_by_their_types() -> None:
    """A question that declares no chart is drawn by what its columns hold."""
    bare = question("bars", {"donor": "Donor", "note": "Note", "n": "Number"})
    body = chart_of(answer(bare, ("@A", None, 3), ("@B", None, 2)), bare).body
    assert isinstance(body, Bars)
    assert body.series == ("Number",)
    dated = question("timeline", {"n": "Number", "what": "What", "start": "From", "end": "To"})
    body = chart_of(answer(dated, (1, "@A", "2004", "2005-02")), dated).body
    assert isinstance(body, Timeline)
    assert str(body.spans[0].last) == "2005-02-28"


def test_an_answer_without_a_chart_says_so() -> None:
    """A table, an empty answer, columns that make no chart and an unknown key each have their error."""
    table = question("table", {"a": "A"})
    with pytest.raises(QueryError, match="“made-up” has no chart: its answer is a table"):
        chart_of(answer(table, ("x",)), table)
    with pytest.raises(QueryError, match="not recorded in the documents"):
        chart_of(answer(MONEY), MONEY)
    words = question("bars", {"a": "A", "b": "B"})
    with pytest.raises(QueryError, match="its columns do not make bars"):
        chart_of(answer(words, ("@x", "@y")), words)
    with pytest.raises(DeclarationError, match="no key “colour”"):
        chart_of(answer(MONEY, ("@EU", "USD", 5, 5, 0)), question("bars", MONEY.columns, x="donor", colour="total"))
    with pytest.raises(DeclarationError, match="names “sum”"):
        chart_of(answer(MONEY, ("@EU", "USD", 5, 5, 0)), question("bars", MONEY.columns, x="donor", value="sum"))


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_two_runs_give_the_same_bytes(format: Format, look: str) -> None:
    """The same answer gives the same file, with no date in it."""
    made = answer(MONEY, ("@EU", "USD", 5, 3, 1), ("@US", "EUR", 4, 4, 0))
    drawn = [chart(made, MONEY, format=format, size_cm=(16, 11), dpi=60, look=look) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert drawn[0].startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[format])
    assert b"dc:date" not in drawn[0]
    assert b"CreationDate" not in drawn[0]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_of_the_catalogue_can_be_read(shipped: Landscape, name: str) -> None:
    """Each example has type of 12 points on a slide and 8 in a report's column, within the sheet, and names its source."""
    asked = catalogue()[name]
    made = ask(shipped.store, asked, asked.defaults)
    for size, least in (((33.87, 19.05), 12.0), ((16.0, 11.0), 8.0)):
        drawn = svg(made, asked, size)
        texts = TEXT.findall(drawn)
        assert texts
        assert min(float(points) for points, *_ in texts) >= least - 0.01
        assert "silence is" in unescape(" ".join(words for *_, words in texts))
        for points, place, words in texts:
            _within(place, text_width(unescape(words), float(points)), size[0] * 72 / 2.54)


def _within(place: str, wide: float, sheet: float) -> None:
    """A level line of text lies on the sheet."""
    if "rotate(-45" in place:
        return
    at = re.search(r' x="(-?[\d.]+)"', place)
    assert at
    share = 0.5 if "anchor: middle" in place else 1.0 if "anchor: end" in place else 0.0
    assert float(at[1]) - share * wide >= -1
    assert float(at[1]) + (1 - share) * wide <= sheet + 1
