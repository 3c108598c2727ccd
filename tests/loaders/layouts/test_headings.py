"""Projects told under headings: Annex 4 and the annex of the note."""

from migov.loaders.layouts import eval2008_annex4, note2013_annex

ANNEX4 = (("1", "themes", "", "governance"), ("2", "themes", "", "governance"))


def test_annex4(lines, cells) -> None:
    """The brackets of a heading give years, town, partner and stage; the block reaches to the next heading."""
    first, second = eval2008_annex4.rows(lines("annex4"), cells(*ANNEX4))
    assert dict(first.cells) == {
        "project": "eval2008-annex4-01",
        "title": "Good rules for gardeners in Kenya and the Caucasus",
        "donors": "ec",
        "units": "ilo",
        "partners": "unifem",
        "countries": "KEN",
        "regions": "caucasus",
        "based_in": "Nakuru",
        "start": "2007",
        "end": "2009",
        "themes": "governance",
        "document": "eval2008",
        "lines": "3-6",
        "certainty": "stated",
    }
    assert (second["title"], second["stage"], second["end"]) == ("A path (of stones) to Peru", "terminated", "2006")
    assert (second["donors"], second["lines"]) == ("gov-che", "8-10")


def test_found_values_are_corrected(lines, cells) -> None:
    """A value found in running text gives way to its correction, and is not passed off as printed."""
    _, second = eval2008_annex4.rows(lines("annex4"), cells(*ANNEX4, ("2", "countries", "PER", "CHL")))
    assert (second["countries"], second["printed"]) == ("CHL", "")


def test_note(lines, cells) -> None:
    """A heading in capitals with its years begins a project; donor, partners and places come from its text."""
    themes = (("1", "themes", "", "protection"), ("2", "themes", "", "protection"))
    german = ("2", "countries", "DEU;PER", "PER")
    first, second = note2013_annex.rows(lines("note2013"), cells(*themes, german))
    assert (first["project"], first["title"]) == ("note2013-annex-01", "BETTER BOATS IN KENYA AND UGANDA")
    assert (first["donors"], first["partners"], first["countries"]) == ("sdc", "psi", "KEN;UGA")
    assert (first["regions"], first["start"], first["end"], first["lines"]) == ("africa", "2010", "2014", "8-10")
    assert (second["donors"], second["partners"], second["countries"]) == ("gov-deu", "un-women;iom", "PER")
    assert (second["regions"], second["lines"], second["printed"]) == ("global", "14-19", "start=2012/2015")
