"""The declaration of the tables: `tables.csv` says every column once, and everything else is made from it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from migov.ontology.errors import DeclarationError

FILE: Final = Path(__file__).parent / "tables.csv"
TYPES: Final[Mapping[str, str]] = {
    "id": "letters, digits, dots and hyphens",
    "text": "any text",
    "entity": "id or name of a row of another table",
    "concept": "word of a vocabulary",
    "country": "alpha-3 code, as SWE",
    "integer": "digits",
    "decimal": "digits, a point for decimals",
    "currency": "ISO 4217 code, as USD",
    "date": "2006, 2006-11 or 2006-11-14",
    "from": "first date, as 2006, 2006-11 or 2006-11-14",
    "to": "last date, as 2006, 2006-11 or 2006-11-14",
    "span": "date, or two with a slash, as 2006/2007",
    "lines": "line or range, as 955 or 955-957",
    "places": "document:lines, as poa2008:41",
    "thing": "kind/id, as agency/iom",
    "term": "name of a property of the ontology",
}
ROLES: Final = frozenset({"key", "value", "evidence"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, whether it holds many values, its role, the property it states and what it refers to.

    `conflict` is the kind of disagreement it is when two claims about one thing differ here; empty where a difference is none.
    """

    table: str
    name: str
    type: str
    many: bool
    role: str
    property: str
    vocabulary: str
    conflict: str
    help: str


@dataclass(frozen=True)
class Table:
    """One table: the class its rows speak of, the id segment of that class, the kind of claim a row is, its columns.

    `columns` ends with the evidence columns that the table does not declare itself.
    """

    name: str
    cls: str
    segment: str
    claim: str
    help: str
    columns: tuple[Column, ...]

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.role == "key")

    @cached_property
    def stated(self) -> tuple[Column, ...]:
        """The columns whose values a claim states: all but the evidence and an id that names the subject."""
        return tuple(c for c in self.columns if c.role != "evidence" and c.type != "id")

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        return {c.name: c for c in self.columns}

    @property
    def judged(self) -> bool:
        """Whether the editors say it (a reason is asked for) and no document (a place is asked for)."""
        return self.claim == "JudgedClaim"

    @property
    def claim_class(self) -> str:
        return f"{self.cls}Claim"


@dataclass(frozen=True)
class Declaration:
    """All tables, in the order of the file."""

    tables: Mapping[str, Table]

    @cached_property
    def segments(self) -> Mapping[str, Table]:
        """Tables by the id segment of their subjects (`agency` -> agencies)."""
        return {t.segment: t for t in self.tables.values()}


@cache
def declaration(path: Path = FILE) -> Declaration:
    """Reads a declaration. Raises `DeclarationError` when a row contradicts itself."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    heads = {row["table"]: row for row in rows if row["role"] == "table"}
    columns: dict[str, list[Column]] = {name: [] for name in ["*", *heads]}
    for number, row in enumerate(rows, start=2):
        if row["role"] == "table":
            continue
        if row["table"] not in columns:
            raise DeclarationError(f"tables.csv, row {number}: table “{row['table']}” has no row of role table")
        if row["type"] not in TYPES or row["role"] not in ROLES:
            raise DeclarationError(f"tables.csv, row {number}: unknown type “{row['type']}” or role “{row['role']}”")
        if row["type"] in ("entity", "concept", "country") and not row["vocabulary"]:
            raise DeclarationError(f"tables.csv, row {number}: type {row['type']} needs a vocabulary")
        columns[row["table"]].append(_column(row))
    tables = {}
    for name, head in heads.items():
        own = columns[name]
        if not any(c.role == "key" for c in own):
            raise DeclarationError(f"tables.csv: table “{name}” has no key column")
        taken = {c.name for c in own}
        shared = [c for c in columns["*"] if c.name not in taken]
        tables[name] = Table(
            name, head["type"], head["vocabulary"], head["property"], head["help"], tuple(own + shared)
        )
    return Declaration(tables)


def _column(row: dict[str, str]) -> Column:
    return Column(
        table=row["table"],
        name=row["column"],
        type=row["type"],
        many=row["many"] == "many",
        role=row["role"],
        property=row["property"],
        vocabulary=row["vocabulary"],
        conflict=row["conflict"],
        help=row["help"],
    )
