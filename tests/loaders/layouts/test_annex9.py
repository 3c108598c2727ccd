"""The list of projects: a row a project, whatever page breaks and odd cells do."""

import pytest

from migov.loaders.layouts import eval2008_annex9 as annex9
from migov.ontology.errors import DocumentError

THEMES = tuple((str(place), "themes", "", "protection") for place in range(1, 6))
CORRECTIONS = (
    *THEMES,
    ("3", "symbols", "Kenya programme", ""),
    ("4", "donors", "AGIS / EU", "agis;dwp"),
    ("4", "donor", "EU", "agis"),
)


@pytest.fixture
def rows(lines, cells):
    return list(annex9.rows(lines("annex9"), cells(*CORRECTIONS)))


def test_plain_row(rows) -> None:
    """A row in the usual form fills every column and keeps no printed text."""
    assert dict(rows[0].cells) == {
        "project": "eval2008-annex9-001",
        "title": "Fair pay for migrant cooks",
        "symbols": "AAA/01/02/BBB",
        "donors": "gov-swe",
        "units": "migrant",
        "countries": "ALB;CIV;MDA",
        "regions": "europe",
        "based_in": "Geneva",
        "budget": "1234567",
        "currency": "USD",
        "start": "2006-12-01",
        "end": "2009-12-31",
        "themes": "protection",
        "document": "eval2008",
        "lines": "7",
        "certainty": "stated",
    }


def test_page_break(rows) -> None:
    """A row that a page break splits is one project on all its lines, its cells joined."""
    row = rows[1]
    assert (row["lines"], row["title"], row["countries"]) == ("8-10", "Trafficking of lantern bearers", "KEN;LAO")
    assert row["symbols"] == "CCC/03/04/DDD;CCC/03/05/DDD"
    assert row["units"] == "ipec;sap-fl"


def test_odd_text_is_kept(rows) -> None:
    """Odd money and dates are read and their printed text stays beside them."""
    assert (rows[1]["budget"], rows[1]["start"], rows[1]["end"]) == ("2500000", "2000-03-01", "2004-12-31")
    assert rows[1]["printed"] == "budget=2,5 mln; end=12.31.04"
    assert rows[2]["printed"] == "symbols=Kenya programme; budget=to be decided; start=End 05; end=3.07"
    assert (rows[2]["budget"], rows[2]["currency"]) == ("", "")


def test_partners(rows) -> None:
    """Bodies that the unit cell names with the unit are partners."""
    assert (rows[2]["units"], rows[2]["partners"]) == ("sector", "who;iom")


def test_budget_by_donor(rows) -> None:
    """A budget given by donor becomes contributions and no total."""
    assert (rows[3]["donors"], rows[3]["budget"]) == ("agis;dwp", "")
    assert [(r.table, r["project"], r["donor"], r["amount"], r["currency"]) for r in rows[4:6]] == [
        ("contributions", "eval2008-annex9-004", "agis", "3000", "USD"),
        ("contributions", "eval2008-annex9-004", "dwp", "4500", "USD"),
    ]


def test_staff_stay_out(rows) -> None:
    """The remark that ends with a name of staff is cut from the title and kept nowhere."""
    assert rows[3]["title"] == "Night work"
    assert not any("Some Body" in text for row in rows for text in row.cells.values())


def test_deadline_and_duration(rows) -> None:
    """A deadline is an end, a duration is no start, and another currency is taken as printed."""
    assert (rows[3]["start"], rows[3]["end"]) == ("", "2007-08-01")
    assert (rows[6]["start"], rows[6]["end"], rows[6]["currency"]) == ("", "2002-09", "EUR")


def test_missing_heading(lines, cells) -> None:
    """A document without the annex is refused by the name of its heading; a table of contents is no heading."""
    with pytest.raises(DocumentError, match="Annex 9"):
        list(annex9.rows(lines("annex9")[:2], cells()))


@pytest.mark.parametrize(("old", "new"), [("Sweden", "Nowhere"), ("1,234,567", "1.234.567"), ("01.12.06", "soon")])
def test_unreadable_cell(lines, cells, old: str, new: str) -> None:
    """A cell that can neither be read nor is corrected stops the reading and is named."""
    text = [line.replace(old, new) for line in lines("annex9")]
    with pytest.raises(DocumentError, match=new):
        list(annex9.rows(text, cells(*CORRECTIONS)))


def test_idle_correction(lines, cells) -> None:
    """A correction that finds nothing to correct is an error."""
    with pytest.raises(DocumentError, match="9 budget"):
        list(annex9.rows(lines("annex9"), cells(*CORRECTIONS, ("9", "budget", "x", "1"))))
