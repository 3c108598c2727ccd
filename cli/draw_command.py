"""`migov draw`: a view as an interactive page or a figure."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from migov.cli.command import COUNT, PATH, argument, command
from migov.cli.known import known
from migov.cli.stores import DEFAULT, MEMORY, opened, store_option
from migov.cli.writers.whole import write_whole
from migov.graph.network import Caption, Network
from migov.graph.project import Narrowing
from migov.graph.viewing import View, catalogue, view
from migov.ontology.errors import InputError, QueryError
from migov.queries.meaning import THINGS, meant
from migov.queries.names import NameIndex
from migov.queries.questions import is_question
from migov.queries.scope import date
from migov.viz.formats import Options, endings, format_of, size_of
from migov.viz.layouts.stored import forget, placed
from migov.viz.views import PATHS, network

MOST: Final = 300


class Look(StrEnum):
    """For which surroundings a figure is coloured."""

    light = "light"
    dark = "dark"
    print = "print"


@command("draw")
@argument("name", metavar="[VIEW]", default="", says="A view; without one, all are listed.")
@argument("entities", metavar="[ENTITY]...", nargs=-1, says="What the view is about, as in overlap ILO IOM.")
@click.option("--output", "-o", type=PATH, help=f"File to write: {endings()}.")
@click.option("--focus", multiple=True, help="Only this and what is one tie away.")
@click.option("--theme", multiple=True, help="Only what is on a theme or narrower ones.")
@click.option("--country", multiple=True, help="Only what concerns a country.")
@click.option("--from", "since", default="", help="Only what was not over by then: 2004, 2004-05 or a day.")
@click.option("--to", "until", default="", help="Only what had begun by then.")
@click.option("--top", type=click.IntRange(2, MOST), help="So many nodes, with most ties.")
@click.option(
    "--min", "least", type=COUNT, default=1, show_default=True, help="Only ties that rest on so many records."
)
@click.option(
    "--hops", type=click.IntRange(1, 2), default=1, show_default=True, help="How far a neighbourhood reaches."
)
@click.option("--k", "-k", type=click.IntRange(1, 20), default=PATHS, show_default=True, help="How many paths.")
@click.option("--size", default="slide", show_default=True, help="slide, a3, a4, half, square, or cm as in 16x9.")
@click.option("--dpi", type=click.IntRange(50, 600), default=200, show_default=True, help="Dots per inch of a .png.")
@click.option(
    "--look",
    type=click.Choice(tuple(Look)),
    default=Look.light,
    show_default=True,
    help="Figures for a light or dark room, or in greys.",
)
@click.option("--template", type=PATH, help="A .pptx or .potx whose look the slides take.")
@click.option("--fresh", is_flag=True, help="Lay out anew, not from the last picture.")
@store_option
def run(
    name: str,
    entities: tuple[str, ...],
    output: Path | None,
    focus: tuple[str, ...],
    theme: tuple[str, ...],
    country: tuple[str, ...],
    since: str,
    until: str,
    top: int | None,
    least: int,
    hops: int,
    k: int,
    size: str,
    dpi: int,
    look: Look,
    template: Path | None,
    fresh: bool,
    store: str,
) -> None:
    """Draw a view: a page that needs no network, a figure, slides, or a file for another program, all of one layout.

    The answer to a question is drawn by ask: migov ask money-by-year -o money.svg

    \b
    Example: migov draw overlap ILO IOM -o overlap.png --theme trafficking
    """
    if not name:
        _list()
        return
    if name not in catalogue() and is_question(name):
        raise QueryError(f"“{name}” is a question; its answer is drawn by migov ask {name} -o {name}.svg")
    shown = view(name)
    if output is None:
        raise QueryError(f"name a file to write, as in {shown.usage} -o {name}.html")
    given = {"size": size != "slide", "dpi": dpi != 200, "look": look is not Look.light, "template": template}
    _refuse(output, [option for option, is_given in given.items() if is_given])
    if hops > 1 and shown.layout != "rings":
        raise QueryError(f"--hops is for neighbourhoods; the view “{name}” has none")
    shown.check(entities)
    graph = opened(store)
    index = known(store, graph)
    narrowing = _narrowing(index, focus, theme, country, since, until, top or 0, least)
    about = _ids(index, shown, entities)
    picture = network(graph, name, about, narrowing, hops=hops, k=k)
    options = [*about, *narrowing.options, f"hops {hops}", f"k {k}"]
    folder = Path(store) if Path(store).is_dir() and store != MEMORY else None
    if folder and fresh:
        forget(folder, name, options)
    made = Options(placed(picture, folder, name, options), size_of(size), dpi, look.value, template)
    write_whole(output, format_of(output.name).write(picture, made))
    caption: Caption = picture.graph["caption"]
    if caption.whole:
        about_ = [*entities, *(["--hops", str(hops)] if hops > 1 else [])]
        _offer(caption, name, about_, narrowing, output, store, len(picture))
    print(f"Wrote {output}: {caption.title}.")


def draw(picture: Network, targets: Sequence[Path]) -> None:
    """Writes a network to files, laid out once for all of them."""
    made = Options(placed(picture, None, "", ()))
    for target in targets:
        write_whole(target, format_of(target.name).write(picture, made))


def _list() -> None:
    """The views, each with what it is for and how it is called."""
    for found in catalogue().values():
        print(f"{found.usage} -o {found.name}.html\n    {found.summary}. {found.description}\n")


def _refuse(output: Path, given: Sequence[str]) -> None:
    """Raises `InputError` for a format that there is not, or that cannot honour an option."""
    honoured = format_of(output.name).honours
    for option in given:
        if option not in honoured:
            file = {"dpi": "a .png", "template": "a .pptx"}.get(option, "a .svg, .png or .pdf")
            raise InputError(f"has no --{option}", file=output.name, remedy=f"leave it out, or write {file}")


def _ids(known: NameIndex, shown: View, entities: Sequence[str]) -> tuple[str, ...]:
    """The ids of what the view is about; one name too many is a name without quotes."""
    if len(entities) > len(shown.takes):
        raise QueryError(
            f"the view “{shown.name}” has no use for “{entities[-1]}”; put quotes around a name of several words, as in {shown.usage}"
        )
    return tuple(meant(known, name, kinds) for name, kinds in zip(entities, shown.takes.values(), strict=False))


def _narrowing(
    known: NameIndex,
    focus: Sequence[str],
    themes: Sequence[str],
    countries: Sequence[str],
    since: str,
    until: str,
    top: int,
    least: int,
) -> Narrowing:
    return Narrowing(
        focus=tuple(meant(known, name, THINGS) for name in focus),
        themes=tuple(known.key("theme", name) for name in themes),
        countries=tuple(known.key("country", name) for name in countries),
        since=since and date(since),
        until=until and date(until),
        top=top,
        least=least,
    )


def _offer(
    caption: Caption, name: str, entities: Sequence[str], narrowing: Narrowing, output: Path, store: str, shown: int
) -> None:
    """Says that the picture was cut, and the command for one that can be read whole."""
    elsewhere = f" --store {shlex.quote(store)}" if store != DEFAULT else ""
    about = "".join(f" {shlex.quote(entity)}" for entity in entities)
    how = "Narrower:" if caption.narrower else "Narrow it with --theme, --country, --from, --to or --min."
    print(f"Too large to read whole: the {shown} of {caption.whole} with most ties are shown. {how}", file=sys.stderr)
    for option in caption.narrower:
        kept = "".join(
            f" {given}" for given in narrowing.options if not option.startswith("--min") or "--min" not in given
        )
        print(f"  migov draw {name}{about}{kept} {option} -o {output}{elsewhere}", file=sys.stderr)
