"""Scope: which part of the record a question looks at - one document or section, or a slice of time.

A question that can be narrowed so has a line `# in scope: ?act` where the record is bound; the filters take its place.
Dates are the record's own, or else that of the first document that says it (rule 42-when).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from migov.ontology.dates import first_day, last_day
from migov.ontology.errors import QueryError
from migov.ontology.namespaces import iri

PARAMS: Final[Mapping[str, str]] = {
    "document": "document",
    "section": "text",
    "from": "date",
    "to": "date",
    "as-of": "date",
}
TIMES: Final = ("from", "to", "as-of")
LINE: Final = re.compile(r"^ *# in scope: \?(\w+)$", re.MULTILINE)
DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

PLACE: Final = "\n  {{ SELECT DISTINCT ?{0} WHERE {{ ?{0} :saidBy ?{0}Claim . ?{0}Claim :passage ?{0}Passage .{1} }} }}"
DOCUMENT: Final = " VALUES ?{0}Document {{ {1} }} ?{0}Passage :document ?{0}Document ."
SECTION: Final = (
    " {{ ?{0}Passage :locator ?{0}Section }} UNION {{ ?{0}Claim :mainPassage ?{0}Passage ; :section ?{0}Section }}"
    ' FILTER(REGEX(?{0}Section, "(^|[^0-9A-Za-z])({1})($|[^0-9A-Za-z])", "i"))'
)
SPAN: Final = "\n  ?{0} :since ?{0}Since ; :until ?{0}Until ."
FROM: Final = '\n  FILTER(?{0}Until >= "{1}"^^xsd:date)'
TO: Final = '\n  FILTER(?{0}Since <= "{1}"^^xsd:date)'
# Only a printed end ends: a ratification of 2005 and an undated act stand ever since.
AS_OF: Final = (
    "\n  OPTIONAL {{ ?{0} :end|<https://w3id.org/migov/stated#end> ?{0}End }}"
    '\n  FILTER(?{0}Since <= "{1}"^^xsd:date && (?{0}Until >= "{1}"^^xsd:date || !BOUND(?{0}End)))'
)
PREFIX: Final = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
UNDATED: Final = "What has no printed date counts on the day of the first document that says it."


def scoped(query: str) -> bool:
    """Whether a query has a line for the scope."""
    return LINE.search(query) is not None


def narrow(query: str, values: Mapping[str, Sequence[str]]) -> str:
    """The query for these values (ids of documents, parts of locators, dates at any precision) of the scope's parameters.

    Raises `QueryError` for a date that is none.
    """
    if not values:
        return LINE.sub("", query).replace("\n\n", "\n")
    prefix = PREFIX if "PREFIX xsd:" not in query else ""
    body = LINE.sub(lambda found: _filters(found[1], values).removeprefix("\n"), query)
    start = body.index("PREFIX ")
    return body[:start] + prefix + body[start:]


def _filters(record: str, values: Mapping[str, Sequence[str]]) -> str:
    said = ""
    if "document" in values:
        said += DOCUMENT.format(record, " ".join(str(iri("document", value)) for value in values["document"]))
    if "section" in values:
        said += SECTION.format(record, "|".join(_escaped(value) for value in values["section"]))
    lines = PLACE.format(record, said) if said else ""
    if any(name in values for name in TIMES):
        lines += SPAN.format(record)
    if "from" in values:
        lines += FROM.format(record, first_day(min(map(date, values["from"]))))
    if "to" in values:
        lines += TO.format(record, max(last_day(date(value)) for value in values["to"]))
    if "as-of" in values:
        lines += AS_OF.format(record, last_day(date(values["as-of"][-1])))
    return lines


def _escaped(text: str) -> str:
    """Text as a pattern in a SPARQL string that matches itself."""
    return re.escape(text).replace("\\ ", " ").replace("\\", "\\\\").replace('"', '\\"')


def date(value: str) -> str:
    """A date as it is given: a year, a month or a day. Raises `QueryError` for what is none."""
    if not DATE.fullmatch(value):
        raise QueryError(f"“{value}” is no date; write a year, a month or a day, as in 2007, 2007-03 or 2007-03-09")
    return value
