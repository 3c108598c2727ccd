"""The days between which dated things lie, so that dates of unlike precision can be compared: 2007 is 1 January to 31 December."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from migov.graph.model import Model
from migov.graph.terms import date_literal
from migov.loaders.declaration import Table


def bounds(
    node: NamedNode, table: Table, values: Mapping[str, Sequence[str]], model: Model, where: NamedNode
) -> Iterator[Quad]:
    """`earliest` and `latest` of a claim or a subject, from its dates and periods; what is open stays open."""
    first, last = [], []
    for column in table.stated:
        for value in values.get(column.name, ()):
            start, _, end = value.partition("/")
            if column.type in ("from", "date", "span"):
                first.append(first_day(start))
            if column.type in ("to", "date", "span"):
                last.append(last_day(end or start))
    if first:
        yield Quad(node, model.terms["earliest"], date_literal(min(first)), where)
    if last:
        yield Quad(node, model.terms["latest"], date_literal(max(last)), where)


def first_day(date: str) -> str:
    """The first day of a year, month or day: `2007-03` begins on `2007-03-01`."""
    return date + "-01-01"[len(date) - 10 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day of a year, month or day: `2007` ends on `2007-12-31`."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02d}"
    return date
