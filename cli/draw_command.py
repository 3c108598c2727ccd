"""`migov draw`: a view - a network or a chart - as a page, a figure, slides, or a file for another program."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import click

from migov.cli.command import COUNT, PATH, argument, command
from migov.cli.draw_chart import draw_chart
from migov.cli.draw_network import draw_network
from migov.cli.picture import DPI, HOPS, PATHS, SIZE, Wish, listed
from migov.cli.stores import store_option
from migov.graph.viewing import View, catalogue
from migov.ontology.errors import QueryError
from migov.queries.questions import is_question
from migov.queries.spelling import near
from migov.viz.charts.views import ChartView
from migov.viz.charts.views import catalogue as charts
from migov.viz.formats import endings

MOST: Final = 300


class Look(StrEnum):
    """For which surroundings a figure is coloured."""

    light = "light"
    dark = "dark"
    print = "print"


@command("draw")
@argument("name", metavar="[VIEW]", default="", says="A view; without one, all are listed.")
@argument("entities", metavar="[ENTITY]...", nargs=-1, says="What the view is about, as in overlap ILO IOM.")
@click.option("--output", "-o", type=PATH, help=f"File to write: {endings()}; charts up to .pptx.")
@click.option("--focus", multiple=True, help="Only this and what is one tie away; of a chart, only what is about this.")
@click.option("--theme", multiple=True, help="Only what is on a theme or narrower ones.")
@click.option("--country", multiple=True, help="Only what concerns a country.")
@click.option("--from", "since", default="", help="Only what was not over by then: 2004, 2004-05 or a day.")
@click.option("--to", "until", default="", help="Only what had begun by then.")
@click.option("--top", type=click.IntRange(2, MOST), help="So many nodes with most ties, largest bars, rows or spans.")
@click.option(
    "--min", "least", type=COUNT, default=1, show_default=True, help="Only ties that rest on so many records."
)
@click.option(
    "--hops", type=click.IntRange(1, 2), default=HOPS, show_default=True, help="How far a neighbourhood reaches."
)
@click.option("--k", "-k", type=click.IntRange(1, 20), default=PATHS, show_default=True, help="How many paths.")
@click.option(
    "--size", default=SIZE, show_default=True, help="slide, a3, a4, half, square, a4-upright, or cm as in 16x9."
)
@click.option("--dpi", type=click.IntRange(50, 600), default=DPI, show_default=True, help="Dots per inch of a .png.")
@click.option(
    "--look",
    type=click.Choice(tuple(Look)),
    default=Look.light,
    show_default=True,
    help="For a light or dark room, or print: greys.",
)
@click.option("--template", type=PATH, help="A .pptx or .potx whose look the slides take.")
@click.option("--fresh", is_flag=True, help="Lay out anew, not from the last picture.")
@store_option
def run(name: str, entities: tuple[str, ...], output: Path | None, **given: Any) -> None:
    """Draw a view, a network or a chart: a page that needs no network, a figure, slides, or a file for another program.

    The answer to any question with a chart is drawn by ask: migov ask money-by-unit -o money.svg

    \b
    Example: migov draw overlap ILO IOM -o overlap.png --theme trafficking

    \b
    Example: migov draw funding-by-year Sweden -o funding.pptx --from 2004
    """
    if not name:
        _list()
        return
    shown = _view(name)
    if output is None:
        raise QueryError(f"name a file to write, as in {shown.usage} -o {name}.html")
    wish = Wish(output, **given)
    title = draw_chart(shown, entities, wish) if isinstance(shown, ChartView) else draw_network(shown, entities, wish)
    print(f"Wrote {output}: {title}.")


def _view(name: str) -> View | ChartView:
    """The view of this name. Raises `QueryError`, with the names there are."""
    found = catalogue().get(name) or charts().get(name)
    if found:
        return found
    if is_question(name):
        raise QueryError(f"“{name}” is a question; its answer is drawn by migov ask {name} -o {name}.svg")
    known = [*catalogue(), *charts()]
    like = [view for view in known if name in view] or near(name, known)
    hint = f"did you mean {' or '.join(like)}?" if like else f"the views are {', '.join(known)}"
    raise QueryError(f"there is no view “{name}”; {hint}")


def _list() -> None:
    """The views, each with what it is for and how it is called."""
    print("Networks\n")
    for found in catalogue().values():
        print(listed(found.usage, found.name, found.summary, found.description))
    print("Charts\n")
    for chart in charts().values():
        print(listed(chart.usage, chart.name, chart.summary, chart.description))
