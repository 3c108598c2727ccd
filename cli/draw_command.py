"""`migov draw`: a view as an interactive page or a figure."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from migov.cli.stores import DEFAULT, MEMORY, StoreOption, opened
from migov.cli.writers.whole import write_whole
from migov.graph.network import Caption, Network
from migov.graph.project import Narrowing
from migov.graph.viewing import View, catalogue, view
from migov.ontology.errors import InputError, QueryError
from migov.queries.meaning import meant
from migov.queries.names import NameIndex, names
from migov.queries.scope import DATE
from migov.viz.formats import Options, endings, format_of, size_of
from migov.viz.stored import forget, placed
from migov.viz.views import PATHS, network

app = typer.Typer()

MOST: Final = 300
KINDS: Final = ("agency", "case-study", "component", "country", "instrument", "principle", "project", "region", "theme")


class Look(StrEnum):
    """For which surroundings a figure is coloured."""

    light = "light"
    dark = "dark"
    print = "print"


@app.command()
def run(
    name: Annotated[str, typer.Argument(metavar="VIEW", help="A view; without one, all are listed.")] = "",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="ENTITY", help="What the view is about, as in overlap ILO IOM.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help=f"File to write: {endings()}.")] = None,
    focus: Annotated[list[str] | None, typer.Option("--focus", help="Only this and what is one tie away.")] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="Only what is on a theme or narrower ones.")
    ] = None,
    country: Annotated[list[str] | None, typer.Option("--country", help="Only what concerns a country.")] = None,
    since: Annotated[str, typer.Option("--from", help="Only what was not over by then: 2004, 2004-05 or a day.")] = "",
    until: Annotated[str, typer.Option("--to", help="Only what had begun by then.")] = "",
    top: Annotated[int | None, typer.Option("--top", min=2, max=MOST, help="So many nodes, with most ties.")] = None,
    least: Annotated[int, typer.Option("--min", min=1, help="Only ties that rest on so many records.")] = 1,
    hops: Annotated[int, typer.Option("--hops", min=1, max=2, help="How far a neighbourhood reaches.")] = 1,
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=20, help="How many paths.")] = PATHS,
    size: Annotated[str, typer.Option("--size", help="slide, a3, a4, half, square, or cm as in 16x9.")] = "slide",
    dpi: Annotated[int, typer.Option("--dpi", min=50, max=600, help="Dots per inch of a .png.")] = 200,
    look: Annotated[Look, typer.Option("--look", help="Figures for a light or dark room, or in greys.")] = Look.light,
    fresh: Annotated[bool, typer.Option("--fresh", help="Lay out anew, not from the last picture.")] = False,
    store: StoreOption = DEFAULT,
) -> None:
    """Draw a view: a page that needs no network (.html), or a figure (.svg, .png, .pdf) of the same layout.

    Example: migov draw overlap ILO IOM -o overlap.png --theme trafficking
    """
    if not name:
        _list()
        return
    shown = view(name)
    if output is None:
        raise QueryError(f"name a file to write, as in {shown.usage} -o {name}.html")
    given = {"size": size != "slide", "dpi": dpi != 200, "look": look is not Look.light}
    _refuse(output, [option for option, is_given in given.items() if is_given])
    if hops > 1 and shown.layout != "rings":
        raise QueryError(f"--hops is for neighbourhoods; the view “{name}” has none")
    shown.check(entities or ())
    graph = opened(store)
    known = names(graph)
    narrowing = _narrowing(known, focus or (), theme or (), country or (), since, until, top or 0, least)
    about = _ids(known, shown, entities or ())
    picture = network(graph, name, about, narrowing, hops=hops, k=k)
    options = [*about, *narrowing.options, f"hops {hops}", f"k {k}"]
    folder = Path(store) if Path(store).is_dir() and store != MEMORY else None
    if folder and fresh:
        forget(folder, name, options)
    made = Options(placed(picture, folder, name, options), size_of(size), dpi, look.value)
    write_whole(output, format_of(output.name).write(picture, made))
    caption: Caption = picture.graph["caption"]
    if caption.whole:
        about_ = [*(entities or ()), *(["--hops", str(hops)] if hops > 1 else [])]
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
            file = "a .png" if option == "dpi" else "a .svg, .png or .pdf"
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
    for date in (since, until):
        if date and not DATE.fullmatch(date):
            raise QueryError(f"“{date}” is no date; write a year, a month or a day, as in 2007, 2007-03 or 2007-03-09")
    return Narrowing(
        focus=tuple(meant(known, name, KINDS) for name in focus),
        themes=tuple(known.key("theme", name) for name in themes),
        countries=tuple(known.key("country", name) for name in countries),
        since=since,
        until=until,
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
