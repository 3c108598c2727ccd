"""Printed totals that their own rows or columns do not give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import text
from migov.graph.store import Store
from migov.ontology.folding import fold
from migov.ontology.namespaces import id_of

OBSERVATIONS: Final = """
SELECT ?claim ?document ?table ?row ?column ?value ?first WHERE {
  ?claim a :ObservationClaim ; stated:document ?document ; stated:tableNumber ?table ; stated:rowHeading ?row ;
    stated:columnHeading ?column ; stated:observed ?value ; :mainPassage/:firstLine ?first .
}"""
TOTAL: Final = frozenset({"total", "grand total", "totals", "sum", "overall total"})
UNSUMMED: Final = ("average", "share", "percent", "per cent", "proportion")
"""Headings of columns whose figures are not added up."""
NUMBER: Final = re.compile(r"-?\d[\d, ']*(\.\d+)?")

Cells = dict[str, tuple[Decimal, str]]


def wrong_totals(store: Store) -> Iterator[tuple[str, Decimal, str, Decimal, list[str]]]:
    """Label, printed total and its claim, the sum and the claims summed, for each total that differs from its parts.

    A column is summed over its rows and a row over its columns, where a heading is `Total` and all the others are numbers.
    """
    tables: dict[tuple[str, str], dict[tuple[str, str], tuple[Decimal, str]]] = defaultdict(dict)
    mixed: set[tuple[str, str, str]] = set()
    for claim, *said in store.select(OBSERVATIONS).rows:
        assert isinstance(claim, NamedNode)
        in_document, in_table, row, column, value, _ = map(text, said)
        number = _number(value)
        if number is None:
            mixed |= {(in_document, in_table, row), (in_document, in_table, column)}
        else:
            tables[in_document, in_table][row, column] = (number, id_of(claim))
    for (document, table), cells in sorted(tables.items()):
        if table == "text":
            continue
        for across in (False, True):
            for line, parts in sorted(_lines(cells, across).items()):
                if (document, table, line) not in mixed and not any(word in fold(line) for word in UNSUMMED):
                    yield from _check(f"{document}, table {table}, {line}", parts)


def _lines(cells: Mapping[tuple[str, str], tuple[Decimal, str]], across: bool) -> dict[str, Cells]:
    """Cells of each column by row, or (`across`) of each row by column."""
    lines: dict[str, Cells] = defaultdict(dict)
    for (row, column), cell in cells.items():
        lines[row if across else column][column if across else row] = cell
    return lines


def _check(label: str, parts: Cells) -> Iterable[tuple[str, Decimal, str, Decimal, list[str]]]:
    totals = [name for name in parts if fold(name) in TOTAL]
    others = {name: cell for name, cell in parts.items() if name not in totals}
    if len(totals) == 1 and len(others) > 1:
        printed, claim = parts[totals[0]]
        added = sum((number for number, _ in others.values()), Decimal(0))
        if printed != added:
            yield label, printed, claim, added, [claim for _, claim in others.values()]


def _number(value: str) -> Decimal | None:
    plain = value.removesuffix("%").strip()
    return Decimal(re.sub(r"[, ']", "", plain)) if NUMBER.fullmatch(plain) else None
