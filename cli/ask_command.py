"""`migov ask`: a question in plain words, or one of the catalogue by its name."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from migov.cli.command import argument, command
from migov.cli.output import Format, format_of, format_option, limit_option, output_option, write
from migov.cli.stores import opened, store_option
from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.queries.ask import ask
from migov.queries.keys import exact
from migov.queries.questions import LITERALS, Question, catalogue, is_question, question

if TYPE_CHECKING:
    from migov.queries.answer import Answer
    from migov.queries.names import NameIndex
    from migov.queries.words.understanding import Understanding

CHARTS: Final = frozenset({".html", ".svg", ".png", ".pdf", ".pptx"})
"""Endings of files that hold an answer as a chart: those of `viz.charts.formats`, which a table does not wait for."""


@command("ask")
@argument("words", metavar="QUESTION", says="Your question in quotes, or the name of one that `migov list` shows.")
@argument("values", metavar="[PARAMETER=VALUE]...", nargs=-1, says="With a name: what it is asked for.")
@click.option("--from", "from_", default="", metavar="DATE", help="Only what was not over before this date.")
@click.option("--to", default="", metavar="DATE", help="Only what had begun by this date.")
@click.option("--as-of", default="", metavar="DATE", help="Only what had begun by this date and was not over.")
@click.option("--sparql", "show", is_flag=True, help="Print the query instead of running it.")
@format_option
@output_option
@limit_option
@store_option
def run(
    words: str,
    values: tuple[str, ...],
    from_: str,
    to: str,
    as_of: str,
    show: bool,
    format_: Format,
    output: Path | None,
    limit: int | None,
    store: str,
) -> None:
    """Ask in plain words; what was understood is said, with other questions that are near.

    A question of the catalogue may be asked by its name too: values are names as people write them, several separated
    by a semicolon; document=eval2008 and section="Annex 6" narrow most of them. With -o a file that ends in .html, .svg, .png,
    .pdf or .pptx holds the answer as bars, a matrix or a timeline.

    \b
    Example: migov ask "which agencies work with the ILO on trafficking in South-East Asia?"

    \b
    Example: migov ask agencies-by-theme theme=trafficking country=Moldova --from 2005
    """
    drawn = output is not None and output.suffix.casefold() in CHARTS
    if not drawn:
        format_of(format_, output)
    graph = opened(store)
    times = {name: (said,) for name, said in (("from", from_), ("to", to), ("as-of", as_of)) if said}
    told, after, read = "", "", None
    if is_question(words):
        asked = question(words)
        bound = {**bind(asked, values, store, graph), **times}
    elif values:
        raise QueryError(
            f"there is no question “{words}”; put your whole question in quotes, or see the names with migov list questions"
        )
    else:
        # A question asked by its name does not wait for the matcher.
        from migov.cli.known import known  # noqa: PLC0415
        from migov.cli.plain_words import instead, nearest  # noqa: PLC0415
        from migov.queries.words.nearby import nearby  # noqa: PLC0415
        from migov.queries.words.understanding import understand  # noqa: PLC0415

        read = understand(words, known(store, graph), catalogue())
        if read.question is None:
            offered = instead(read, nearby(graph, read, catalogue()))
            write(offered, Format.table if format_ is Format.xlsx else format_)  # no file: it is no answer
            sys.exit(0 if read.unknown else 1)
        asked, bound = read.question, {**read.values, **times}
        told, after = read.sentence, nearest(read)
    query = asked.bind(bound)
    if show:
        print(query, end="")
        return
    if output is not None and drawn:
        _draw(ask(graph, asked, bound), asked, output)
        return
    # A program reads the answer alone from standard output.
    person = None if format_ is Format.table and output is None else sys.stderr
    if told:
        print(told, end="\n\n", file=person)
    found = ask(graph, asked, bound)
    write(found, format_, output, limit=limit, query=query)
    if not found.rows:
        _near(graph, asked, bound, read)
    if after and person is None:
        print(f"\n{after}")


def _near(graph: Store, asked: Question, bound: Mapping[str, Sequence[str]], read: Understanding | None) -> None:
    """Says of an empty answer which condition stands in its way, and what else may have been meant."""
    from migov.cli.plain_words import elsewhere, wider  # noqa: PLC0415 - only for an empty answer
    from migov.queries.words.nearby import nearby  # noqa: PLC0415

    if len(bound) > 1:
        print(wider(graph, asked, bound), end="", file=sys.stderr)
    if read is not None:
        print(elsewhere(nearby(graph, read, catalogue())), end="", file=sys.stderr)


def _draw(found: Answer, asked: Question, file: Path) -> None:
    """Writes an answer as a chart. Raises `QueryError` for one that is no more than a table, or empty."""
    from migov.cli.writers.whole import write_whole  # noqa: PLC0415 - a table does not wait for charts
    from migov.viz.charts.formats import FORMATS  # noqa: PLC0415
    from migov.viz.charts.of_answer import chart_of  # noqa: PLC0415
    from migov.viz.formats import Options, ending_of  # noqa: PLC0415

    shown = chart_of(found, asked)
    write_whole(file, FORMATS[ending_of(file.name)].write(shown, Options()))
    print(f"Wrote {file}: {shown.title}.", file=sys.stderr)


def bind(asked: Question, values: Sequence[str], store: str, graph: Store) -> dict[str, tuple[str, ...]]:
    """Ids and texts by parameter from `parameter=value` as a person writes it. Raises `QueryError` or `NothingFound`."""

    @cache
    def index() -> NameIndex:
        from migov.cli.known import known  # noqa: PLC0415 - an id does not wait for all names

        return known(store, graph)

    bound: dict[str, tuple[str, ...]] = {}
    for value in values:
        parameter, equals, said = value.partition("=")
        if not equals or parameter not in asked.takes:
            parameters = ", ".join(f"{p}=..." for p in asked.takes) or "no parameter"
            hint = "; put quotes around a value with blanks, as in 'agency=World Bank'" if bound else ""
            raise QueryError(f"“{value}” is no parameter of “{asked.name}”, which takes {parameters}{hint}")
        kind = asked.takes[parameter]
        parts = [part.strip() for part in said.split(";")]
        ids = parts if kind in LITERALS else [exact(graph, kind, part) or index().key(kind, part) for part in parts]
        bound[parameter] = tuple(ids)
    return bound
