"""What is a condition and what only sounds like one, on the landscape that ships."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.queries.names import NameIndex, names
from migov.queries.questions import catalogue
from migov.queries.words.filling import fill
from migov.queries.words.sentences import take_apart
from migov.queries.words.understanding import ENGLISH, understand


@pytest.fixture(scope="module")
def known(shipped: Landscape) -> NameIndex:
    """The names of the shipped landscape."""
    return names(shipped.store)


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("country-actions", "measures taken in Ghana, whether they are finished", {"country": ("GHA",)}),
        ("instruments", "treaties and declarations adopted by SADC", {"adopted_by": ("sadc",)}),
        ("money-by-theme", "EU money by topics such as remittances or child labour", {"donor": ("eu",)}),
        ("certainty-by-document", "claims implied rather than stated", {"certainty": ("implied",)}),
        ("donors-by-theme", "which topics does Norway put its money into", {"donor": ("gov-nor",)}),
        ("joint-projects", "projects in Kenya with EU funding", {"country": ("KEN",), "donor": ("eu",)}),
        ("who-works-where", "agencies at work in Ghana and Kenya", {"country": ("GHA", "KEN")}),
        ("ratifications", "who ratified the 1990 Convention since 2005", {"instrument": ("ICRMW",), "from": ("2005",)}),
        ("figures", "cells of table 10, column 2012", {"table": ("10",), "column": ("2012",)}),
        ("publications", "handbooks with Mediterranean in the title", {"words": ("Mediterranean",)}),
        ("said-in", "how often do they speak of brain drain", {"words": ("brain drain",)}),
        ("partners", "partners of the U.N.H.C.R.", {"agency": ("unhcr",)}),
        ("partners", "partners of the Unied Nations Development Programme", {"agency": ("undp",)}),
        ("targets", "was the target for indicator 3b.3 met", {"indicator": ("3b.3",)}),
        ("agency-figures", "what did UNDP spend on umbrellas", {"agency": ("undp",), "words": ("umbrellas",)}),
        ("agency-profile", "my visit to IOM: what does it do", {"agency": ("iom",)}),
        ("incomplete-projects", "projects with no donor or budget", {"lacks": ("donor", "budget")}),
        ("projects", "projects that the Swiss SDC pays for", {"donor": ("sdc",)}),
        ("projects", "projects paid for by the EC, by Danida and by AusAID", {"donor": ("ec", "danida", "ausaid")}),
        ("projects", "projects in Switzerland that SDC pays for", {"country": ("CHE",), "donor": ("sdc",)}),
        ("events", "sessions of the ASEAN Forum on Migrant Labour that the ILO advised", {"agency": ("afml",)}),
        ("framework", "what is said on the ILO's role", {}),
        ("members", "GMG members, without relying on the mixed heading of Annex 6", {"group": ("gmg",)}),
        ("instruments", "Conventions adopted after the Multilateral Framework", {"kind": ("convention",)}),
        ("joint-work", "work with IOM in Annex 8 of the 2008 annexes and in the 2013 evaluation",
         {"agency": ("iom",), "document": ("eval2008", "eval2013")}),
        ("members-projects", "SADC members named in document 001 that a row of Annex 9 covers",
         {"group": ("sadc",), "section": ("Annex 9",)}),
        ("bodies-in-both", "bodies named in document 001 that also appear in Annex 6",
         {"document": ("eval2013",), "second": ("Annex 6",)}),
        ("bodies-in-both", "bodies in Annex 6 and in Annex 9", {"first": ("Annex 6",), "second": ("Annex 9",)}),
        ("country-results", "countries in the programmes column and in the institutional capacity column",
         {"column": ("institutional capacity", "programmes")}),
        ("figures", "Conventions of table 10 in 2005", {"table": ("10",), "column": ("2005",)}),
        ("projects-starting", "rows that start in 2008, and rows that end in 2010 or later", {"year": ("2008",)}),
        ("disagreements", "do they agree on which countries it covers and on how long it ran", {}),
        ("disagreements", "do they agree on which countries the GMS TRIANGLE project covers",
         {"kind": ("countries",), "words": ("GMS TRIANGLE",)}),
        ("projects-ending", "projects that ended in 2007", {"year": ("2007",), "until": ("2007",)}),
        ("projects-ending", "projects that end in 2010 or later", {"year": ("2010",)}),
        ("fields-without-tie", "agencies whose collaboration cell is blank", {"with": ("ilo",)}),
        ("agencies-without-role", "agencies without a field of work", {"role": ("field-of-work",)}),
        ("incomplete-projects", "where the end is missing and the donor is USDOL", {"donor": ("usdol",), "lacks": ("end",)}),
        ("principle-profile", "all on the twelfth principle", {"principle": ("12",)}),
        ("members", "members of the ILO's Moscow office", {"group": ("sro-moscow",)}),
        ("odd-print", "misprints in the ILO paper on the Plan of Action of 2008", {"document": ("poa2008",)}),
        ("framework", "use of the Framework besides Sri Lanka", {"aspect": ("use",)}),
        ("common-countries", "where French project money meets Irish money", {"donor": ("gov-fra",), "with": ("gov-irl",)}),
        ("money-by-unit", "portfolio of MIGRANT compared with IPEC", {"unit": ("migrant", "ipec")}),
        ("table-totals", "the participants column of table 1", {"table": ("1",), "column": ("participants",)}),
        ("certainty-by-document", "claims stated and implied", {"certainty": ("stated", "implied")}),
        ("certainty-by-document", "claims stated, implied and inferred", {}),
    ],
)  # fmt: skip
def test_only_what_narrows_a_question_is_a_value(
    question: str, text: str, values: dict[str, tuple[str, ...]], known: NameIndex
) -> None:
    """Donors are told from countries, examples and denials from conditions, headings from times, texts from themes."""
    assert fill(catalogue()[question], take_apart(text, known), known).values == values


@pytest.mark.parametrize(
    "text", ["Quels projets le BIT mène-t-il avec l'OIM ?", "¿Qué organizaciones trabajan con la OIT?"]
)
def test_another_language_is_asked_to_be_english(text: str, known: NameIndex) -> None:
    """French and Spanish sentences are declined with the remedy, and not called outside the field."""
    assert understand(text, known, catalogue()).sentence == ENGLISH
