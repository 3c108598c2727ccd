"""`migov ask`: a question of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from migov.cli.output import Format, FormatOption, write
from migov.cli.stores import DEFAULT, StoreOption, opened
from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.queries.ask import ask
from migov.queries.names import names
from migov.queries.questions import LITERALS, Question, question

app = typer.Typer()


@app.command()
def run(
    name: Annotated[
        str, typer.Argument(metavar="QUESTION", help="Name of a question; `migov list questions` shows all.")
    ],
    values: Annotated[list[str] | None, typer.Argument(metavar="[PARAMETER=VALUE]...")] = None,
    show: Annotated[bool, typer.Option("--sparql", help="Print the query instead of running it.")] = False,
    format_: FormatOption = Format.table,
    store: StoreOption = DEFAULT,
) -> None:
    """Ask a question of the catalogue.

    Values are names as people write them; several are separated by a semicolon.

    Example: migov ask agencies-by-theme theme=trafficking country=Moldova
    """
    asked = question(name)
    graph = opened(store)
    bound = bind(asked, values or [], graph)
    if show:
        print(asked.bind(bound), end="")
    else:
        write(ask(graph, asked, bound), format_)


def bind(asked: Question, values: list[str], store: Store) -> dict[str, tuple[str, ...]]:
    """Ids by parameter from `parameter=value` as a person writes it. Raises `QueryError` or `NothingFound`."""
    known = names(store)
    bound: dict[str, tuple[str, ...]] = {}
    for value in values:
        parameter, equals, said = value.partition("=")
        if not equals or parameter not in asked.takes:
            parameters = ", ".join(f"{p}=..." for p in asked.takes) or "no parameter"
            hint = "; put quotes around a value with blanks, as in 'agency=World Bank'" if bound else ""
            raise QueryError(f"“{value}” is no parameter of “{asked.name}”, which takes {parameters}{hint}")
        kind = asked.takes[parameter]
        parts = [part.strip() for part in said.split(";")]
        bound[parameter] = tuple(parts if kind in LITERALS else (known.key(kind, part) for part in parts))
    return bound
