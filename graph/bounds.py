"""The days between which dated things lie, so that dates of unlike precision can be compared: 2007 is 1 January to 31 December."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from migov.graph.model import Model
from migov.graph.terms import date_literal
from migov.loaders.declaration import Table
from migov.ontology.dates import first_day, last_day


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
