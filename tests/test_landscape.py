"""The landscape that ships: no persons, no prose, every place real, every document covered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.graph.export import export_rows
from migov.graph.model import model
from migov.graph.project import project, views
from migov.graph.store import serialise
from migov.loaders.coverage import coverage
from migov.loaders.registry import SourceText, find
from migov.loaders.rows import Row
from migov.loaders.values import line_range
from migov.ontology.countries import countries
from migov.ontology.drawing import drawing
from migov.ontology.folding import fold
from migov.viz import page, positions

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ((?:[A-Z][\w’'-]+\.? ?){2,4})")
CELL = re.compile(r"^(?:\|? ?)?((?:[A-Z][\w’'-]+\.? ){1,3}[A-Z][\w’'-]+)\t")
PERSON_LISTS: Mapping[str, tuple[int, int]] = {"eval2008": (41, 221), "eval2013": (1865, 1971)}
NO_PERSONS = frozenset({"external interviews", "latin america", "new york", "tacdb clc"})
"""Labels, places and a body that stand in the lists where a name does."""
PRINTED = frozenset({
    *("title", "name", "aliases", "area", "row", "column", "table", "section", "printed"),
    *("left", "right", "subject", "object"),
})  # fmt: skip
"""Columns that hold titles, names of bodies and printed labels, or ids made of them."""
RUN = 12


@pytest.fixture(scope="module")
def texts(documents: Path) -> dict[str, SourceText]:
    """The five documents."""
    return find(documents)


@pytest.fixture(scope="module")
def persons(texts: dict[str, SourceText]) -> frozenset[str]:
    """Names of persons in the documents' lists of those consulted."""
    found = set()
    for document, (first, last) in PERSON_LISTS.items():
        for line in texts[document].lines[first - 1 : last]:
            found |= {fold(m) for m in TITLED.findall(line)} | {fold(m) for m in CELL.findall(line)}
    return frozenset(name for name in found if len(name.split()) >= 2) - NO_PERSONS


def _words(rows: list[Row]) -> str:
    return " | ".join(fold(value) for row in rows for value in row.cells.values())


def test_the_documents_name_many_persons(persons: frozenset[str]) -> None:
    """The list that the next tests look for is no empty one."""
    assert len(persons) > 80


def test_no_person_stands_in_tables_or_export(
    persons: frozenset[str], shipped_rows: list[Row], shipped: Landscape
) -> None:
    """No name of the documents' person lists stands in any cell, shipped or exported, names of bodies included."""
    for rows in (shipped_rows, export_rows(shipped.store)):
        words = f" {_words(rows)} "
        assert [name for name in sorted(persons) if f" {name} " in words] == []


def test_no_person_stands_in_graph_or_page(persons: frozenset[str], shipped: Landscape) -> None:
    """Nor do they stand in the graph's dump or in the page drawn from it."""
    network = project(shipped.store, "landscape")
    drawn = page(network, positions(network), drawing(), {})
    literals = re.findall(r'"((?:[^"\\]|\\.)*)"', serialise(shipped.store.quads()).decode())
    for said in (f" {fold(' | '.join(literals))} ", f" {fold(drawn)} "):
        assert [name for name in sorted(persons) if f" {name} " in said] == []


def test_no_run_of_twelve_words_is_copied(texts: dict[str, SourceText], shipped_rows: list[Row]) -> None:
    """Outside titles, names and printed labels no twelve words in a row stand in a document as they stand in a cell."""
    grams = set()
    for text in texts.values():
        words = re.findall(r"\w+", " ".join(text.lines).casefold())
        grams |= {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    copied = []
    for row in shipped_rows:
        for column, value in row.cells.items():
            words = re.findall(r"\w+", value.casefold())
            if column not in PRINTED and any(tuple(words[n : n + RUN]) in grams for n in range(len(words) - RUN + 1)):
                copied.append((row.table, row.origin.row, column))
    assert copied == []


def _places(row: Row) -> Iterator[tuple[str, int, int]]:
    if row["document"] and row["lines"]:
        yield row["document"], *line_range(row["lines"])
    for place in row.many("also"):
        document, _, lines = place.rpartition(":")
        yield document, *line_range(lines)


def test_every_place_is_in_its_document(shipped_rows: list[Row]) -> None:
    """No row cites a line beyond the end of its document."""
    for row in shipped_rows:
        for document, _, last in _places(row):
            lines = model().locators.lines(document)
            assert lines is not None
            assert last <= lines, row


def test_wide_places_say_why(shipped_rows: list[Row]) -> None:
    """A place of more than twelve lines is a project as its annex prints it, a gap, or says in a note why it is wide."""
    wide = [r for r in shipped_rows if r["lines"] and line_range(r["lines"])[1] - line_range(r["lines"])[0] > RUN]
    silent = [
        r for r in wide if not r["note"] and r.table not in ("gaps", "documents") and "-annex" not in r["project"]
    ]
    assert [(r.table, r["document"], r["lines"]) for r in silent] == []


def test_documents_are_covered(texts: dict[str, SourceText], shipped_rows: list[Row]) -> None:
    """No stretch of more than fifteen lines is left without a row or a reason."""
    for document, text in texts.items():
        found = coverage(document, text.lines, shipped_rows)
        assert found.lines == sum(1 for line in text.lines if line.strip())
        long = [(first, last) for first, last in found.unexplained if last - first >= 15]
        assert long == [], document


def test_key_terms_stand_in_the_cited_lines(texts: dict[str, SourceText], shipped_rows: list[Row]) -> None:
    """For at least 95 % of the stated rows a country, body, instrument, number or title of theirs stands in their lines."""
    forms = _forms(shipped_rows)
    asked, found = 0, 0
    for row in shipped_rows:
        if row["certainty"] != "stated" or not row["lines"] or row.table == "gaps":
            continue
        terms = {term for column, value in row.cells.items() for term in _terms(column, value, forms)}
        if terms:
            asked += 1
            first, last = line_range(row["lines"])
            said = f" {fold(' '.join(texts[row['document']].lines[max(0, first - 2) : last + 1]))} "
            found += any(f" {term} " in said for term in terms)
    assert asked > 3000
    assert found / asked >= 0.95


def _forms(rows: list[Row]) -> dict[str, set[str]]:
    """All folded names by id of an agency, and by code of a country."""
    forms: dict[str, set[str]] = {}
    for row in rows:
        if row.table == "agencies":
            names = {row["acronym"], row["name"], *row.many("aliases")} - {""}
            forms.setdefault(row["agency"], set()).update(fold(name) for name in names)
    for known in (countries().spellings, countries().adjectives):
        for name, code in known.items():
            forms.setdefault(code, set()).add(name)
    return forms


BODIES = frozenset({
    *("agency", "agencies", "donors", "units", "partners", "publishers", "organisers", "organisation"),
    *("group", "member", "country", "countries"),
})  # fmt: skip
FIGURES = frozenset({
    *("title", "name", "acronym", "value", "number", "code", "indicator", "instrument"),
    *("amount", "target", "result", "budget", "row"),
})  # fmt: skip


def _terms(column: str, value: str, forms: Mapping[str, set[str]]) -> Iterator[str]:
    if column in BODIES:
        for part in value.split(";"):
            yield from forms.get(part.strip(), ())
    elif column in FIGURES:
        yield fold(value)
        yield from (fold(number) for number in re.findall(r"\d[\d.,]*", value))
        if re.fullmatch(r"[CR]\d+", value):
            yield str(int(value[1:]))


@pytest.mark.parametrize("view", views())
def test_what_is_drawn_is_claimed(shipped: Landscape, view: str) -> None:
    """No line of a picture is without a claim behind it."""
    network = project(shipped.store, view)
    assert all(data["data"].sources for *_, data in network.edges(data=True))
