"""Scope: which part of the record a question looks at - one document or section, or a slice of time.

A question that can be narrowed so has a line `# in scope: ?act` where the record is bound; the filters take its place.
With `# in scope: ?project, as printed` a document or section also speaks for itself: what `?project` has
is then what its claims there state, each claim by itself, and `STR(?project)` among the evidence stands for them.
`# in scope: ?act at ?passage` keeps the passages in scope apart: a claim may cite several documents.
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
LINE: Final = re.compile(r"^ *# in scope: \?(\w+)(, as printed)?(?: at \?(\w+))?$", re.MULTILINE)
DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

# The section is sought apart: joined to all records at once, the engine would try its pattern for each of them.
PLACE: Final = "\n  {{ SELECT DISTINCT ?{0}{2} WHERE {{{1} ?{0} :saidBy ?{0}Claim . }} }}"
ANYWHERE: Final = " ?{0}Claim :passage ?{0}Passage ."
SECTION: Final = (
    "\n    {{ SELECT DISTINCT ?{0}Claim ?{0}Passage WHERE {{"
    " {{ ?{0}Passage :locator ?{0}Section . {1} ?{0}Claim :passage ?{0}Passage }}"
    " UNION {{ ?{0}Claim :section ?{0}Section ; :mainPassage ?{0}Passage . {1} }} }} }}\n   "
)
WORDS: Final = 'FILTER(REGEX(?{0}Section, "(^|[^0-9A-Za-z])({1})($|[^0-9A-Za-z])", "i"))'
DOCUMENT: Final = " VALUES ?{0}Document {{ {1} }} ?{0}Passage :document ?{0}Document ."
SPAN: Final = "\n  ?{0} :since ?{0}Since ; :until ?{0}Until ."
FROM: Final = '\n  FILTER(?{0}Until >= "{1}"^^xsd:date)'
TO: Final = '\n  FILTER(?{0}Since <= "{1}"^^xsd:date)'
# Only a printed end ends: a ratification of 2005 and an undated act stand ever since. An event is over when its day is.
AS_OF: Final = (
    "\n  OPTIONAL {{ ?{0} :end|<https://w3id.org/migov/stated#end> ?{0}End }}"
    "\n  OPTIONAL {{ ?{0} a|:about/a|:derivedFrom/a ?{0}Held FILTER(?{0}Held = :Event) }}"
    '\n  FILTER(?{0}Since <= "{1}"^^xsd:date && (?{0}Until >= "{1}"^^xsd:date || !BOUND(?{0}End) && !BOUND(?{0}Held)))'
)
PREFIXES: Final = {"xsd": "http://www.w3.org/2001/XMLSchema#", "stated": "https://w3id.org/migov/stated#"}
KEPT: Final = frozenset({"saidBy", "earliest", "latest", "since", "until"})
"""What a claim has under the same name as its record; all else it states."""
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
    placed = "document" in values or "section" in values
    for record in sorted({found[1] for found in LINE.finditer(query) if found[2] and placed}):
        query = _as_printed(record, query)
    body = LINE.sub(lambda found: _filters(found, values, bool(found[2]) and placed).removeprefix("\n"), query)
    start = body.index("PREFIX ")
    missing = (f"PREFIX {name}: <{of}>\n" for name, of in PREFIXES.items() if f"PREFIX {name}:" not in body)
    return body[:start] + "".join(missing) + body[start:]


def _as_printed(record: str, query: str) -> str:
    """The query with what a record has taken from its claims in scope: `?project :end` becomes `?projectClaim stated:end`."""
    query = re.sub(rf"STR\(\?{record}\)(\)+ AS \?(evidence|\w*[pP]laces)\b)", rf"STR(?{record}Claim)\1", query)
    return re.sub(rf"\?{record} (\(?:\w+(?:\|:\w+)*)", lambda found: f"?{record}Claim {_stated(found[1])}", query)


def _stated(path: str) -> str:
    return re.sub(r":(\w+)", lambda found: found[0] if found[1] in KEPT else f"stated:{found[1]}", path)


def _filters(line: re.Match[str], values: Mapping[str, Sequence[str]], printed: bool) -> str:
    record = line[1]
    said = ""
    if "section" in values:
        words = WORDS.format(record, "|".join(_escaped(value) for value in values["section"]))
        said = SECTION.format(record, words)
    if "document" in values:
        documents = " ".join(str(iri("document", value)) for value in values["document"])
        said = (said or ANYWHERE.format(record)) + DOCUMENT.format(record, documents)
    found = f" ?{record}Claim" if printed else f" (?{record}Passage AS ?{line[3]})" if line[3] else ""
    lines = PLACE.format(record, said, found) if said else ""
    if printed:
        record += "Claim"
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
