"""Rules of the data: each broken row is refused with its file, its row and what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import assemble
from migov.loaders.rows import Row
from migov.ontology.errors import RuleBroken, Violation

Make = Callable[..., Row]


def _fault(rows: list[Row]) -> Violation:
    with pytest.raises(RuleBroken) as broken:
        assemble(rows)
    (violation,) = broken.value.violations
    return violation


@pytest.mark.parametrize(
    ("cells", "column", "says", "remedy"),
    [
        ({"lines": ""}, "", "has no place in a document", "document and lines"),
        ({"document": ""}, "", "has no place in a document", "document and lines"),
        ({"document": "nowhere"}, "document", "is not in the table documents", "add the document"),
        ({"countries": "XYZ"}, "countries", "is no country code", "alpha-3"),
        ({"donors": "trafficking"}, "donors", "is not in the table agencies", "put it in the column themes"),
        ({"donors": "nobody"}, "donors", "is not in the table agencies", "add it to the table agencies"),
        ({"themes": "traficking"}, "themes", "is no theme of the vocabulary", "did you mean trafficking"),
        ({"themes": "whaling"}, "themes", "is no theme of the vocabulary", "migov list themes"),
        ({"start": "2008", "end": "2007-12-31"}, "end", "ends before it starts", "correct start or end"),
        ({"budget": "-5", "currency": "USD"}, "budget", "is a negative amount", "without a sign"),
        ({"budget": "1,000"}, "budget", "is no number", "digits"),
        ({"start": "01.12.06"}, "start", "is no date", "2006"),
        ({"lines": "99999"}, "lines", "is beyond the end of eval2008", "correct the lines"),
        ({"certainty": "sure"}, "certainty", "is no certainty of the vocabulary", "stated"),
    ],
)
def test_a_broken_row_is_refused_with_row_and_remedy(
    few: list[Row], make: Make, cells: dict[str, str], column: str, says: str, remedy: str
) -> None:
    """One fault gives one sentence that names the file, the row, the column and the remedy."""
    fault = _fault([*few, make("projects", **{"project": "p9", "title": "t", **cells})])
    assert (fault.file, fault.row, fault.column) == ("projects.csv", 2, column)
    assert says in fault.fault
    assert remedy in fault.remedy


def test_dates_of_unlike_precision_are_compared_as_far_as_both_go(few: list[Row], make: Make) -> None:
    """A project from March 2007 to 2007 is no fault: the year may hold the month."""
    assemble([*few, make("projects", project="p9", title="t", start="2007-03", end="2007")])


def test_a_collaboration_takes_two(few: list[Row], make: Make) -> None:
    """One agency alone does not collaborate."""
    fault = _fault([*few, make("collaborations", id="c9", agencies="ilo", what="w")])
    assert "fewer than two" in fault.fault


def test_a_judgement_needs_a_reason(few: list[Row], make: Make) -> None:
    """What the editors decide themselves is refused without a reason."""
    fault = _fault([*few, make("judgements", left="project/p1", right="project/p2", judgement="different")])
    assert "reason" in fault.fault


def test_all_faults_are_told_at_once(few: list[Row], make: Make) -> None:
    """A reader who made three mistakes is told three times, in the order of the rows."""
    rows = [make("projects", project=f"p{n}", title="t", countries="XYZ") for n in (7, 8)]
    with pytest.raises(RuleBroken) as broken:
        assemble([*few, *rows, make("projects", project="p9", budget="x")])
    assert len(broken.value.violations) == 3


def test_an_id_is_needed(few: list[Row], make: Make) -> None:
    """A row that does not say what it is about is refused."""
    assert "is empty" in _fault([*few, make("projects", title="t")]).fault
