"""Views that are charts, drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from migov.cli.again import again
from migov.cli.known import known
from migov.cli.picture import HOPS, PATHS, Wish, one_of, unquoted
from migov.cli.stores import opened
from migov.cli.writers.whole import write_whole
from migov.ontology.errors import InputError, NothingFound, QueryError
from migov.queries.meaning import meant
from migov.queries.names import NameIndex
from migov.queries.scope import date
from migov.viz.charts.formats import FORMATS, ChartFormat
from migov.viz.charts.views import ChartView, chart_view
from migov.viz.formats import ending_of, endings

Values = Mapping[str, tuple[str, ...]]


def draw_chart(shown: ChartView, entities: Sequence[str], wish: Wish) -> str:
    """Writes a chart to the file that is wished for; returns its title."""
    format_ = _format(shown, wish)
    made = wish.made(format_.honours)
    _refuse(shown, wish)
    graph = opened(wish.store)
    values = _values(known(wish.store, graph), shown, entities, wish)
    missing = [name for name in shown.asked.needs if name not in values]
    if missing:
        raise QueryError(
            f"the view “{shown.name}” needs the name of {one_of([f'its {name}' for name in missing])}, as in {shown.usage}"
        )
    chart = chart_view(graph, shown, values, wish.top or 0)
    write_whole(wish.output, format_.write(chart, made))
    return chart.title


def _format(shown: ChartView, wish: Wish) -> ChartFormat:
    """The format of the file. Raises `InputError` for one that charts do not have, with the command for the numbers themselves."""
    found = FORMATS.get(ending_of(wish.output.name))
    if found is None:
        remedy = (
            f"end the name in {endings(FORMATS)}; the numbers behind it are written by "
            f"{again('ask', shown.question, '-o', f'{shown.name}.csv')}"
        )
        raise InputError("is no format for charts", file=wish.output.name, remedy=remedy)
    return found


def _refuse(shown: ChartView, wish: Wish) -> None:
    """Raises `QueryError` for options that only networks have, and for narrowing that the question does not know."""
    for option, given in (
        ("--min", wish.least > 1),
        ("--hops", wish.hops != HOPS),
        ("-k", wish.k != PATHS),
        ("--fresh", wish.fresh),
    ):
        if given:
            raise QueryError(f"{option} is for networks; the view “{shown.name}” is a chart")
    asked = {"theme": wish.theme, "country": wish.country, "from": wish.since, "to": wish.until}
    for option, given_ in asked.items():
        if given_ and not shown.narrowing(option):
            there = [f"--{name}" for name in asked if shown.narrowing(name)]
            by = f"it is narrowed by {one_of([*there, '--top'])}"
            raise QueryError(f"the view “{shown.name}” has no --{option}; {by}")


def _values(index: NameIndex, shown: ChartView, entities: Sequence[str], wish: Wish) -> Values:
    """What fills the parameters of the question: names by their kinds, options by theirs."""
    found: dict[str, list[str]] = defaultdict(list)
    fills = shown.parameters()
    for name in (*entities, *wish.focus):
        try:
            kind, _, key = _first(index, name, fills).partition("/")
        except NothingFound:
            if entities and name in entities[1:]:
                raise unquoted(name, shown.name, shown.usage) from None
            raise
        found[fills[kind]].append(key)
    for kind, names in (("theme", wish.theme), ("country", wish.country)):
        found[shown.narrowing(kind)] += [index.key(kind, name) for name in names]
    for option, day in (("from", wish.since), ("to", wish.until)):
        found[option] += [date(day)] if day else []
    return {name: tuple(keys) for name, keys in found.items() if keys}


def _first(index: NameIndex, name: str, kinds: Iterable[str]) -> str:
    """The id a name means of the first kind that knows it: Moldova is a country to a timeline, Sweden a donor to a sum."""
    for kind in kinds:
        with suppress(NothingFound):
            return meant(index, name, (kind,))
    return meant(index, name, kinds)
