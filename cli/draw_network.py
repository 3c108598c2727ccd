"""Views that are networks, drawn."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from migov.cli.again import again
from migov.cli.known import known
from migov.cli.picture import HOPS, Wish, unquoted
from migov.cli.stores import folder_of, opened
from migov.cli.writers.whole import write_whole
from migov.graph.network import Caption, Network
from migov.graph.project import ALL, MOST, Narrowing
from migov.graph.viewing import View
from migov.ontology.errors import QueryError
from migov.queries.meaning import THINGS, meanings, meant
from migov.queries.names import NameIndex
from migov.queries.scope import date
from migov.viz.formats import Options, format_of
from migov.viz.layouts.stored import forget, placed
from migov.viz.views import network


def draw_network(shown: View, entities: Sequence[str], wish: Wish) -> str:
    """Writes a network to the file that is wished for, and says how it can be narrowed; returns its title."""
    format_ = format_of(wish.output.name)
    made = wish.made(format_.honours)
    if wish.hops > 1 and shown.layout != "rings":
        raise QueryError(f"--hops is for neighbourhoods; the view “{shown.name}” has none")
    shown.check(entities)
    if len(entities) > len(shown.takes):
        raise unquoted(entities[-1], shown.name, shown.usage)
    graph = opened(wish.store)
    index = known(wish.store, graph)
    narrowing = _narrowing(index, wish)
    about = tuple(meant(index, name, kinds) for name, kinds in zip(entities, shown.takes.values(), strict=False))
    # Slides name in tables what they do not draw, so that nothing two agencies share needs to be left out.
    slides = shown.finding == "overlap" and wish.output.suffix.casefold() == ".pptx"
    most = 0 if narrowing.top else ALL if format_.whole else MOST if slides else 0
    picture = network(graph, shown.name, about, narrowing, hops=wish.hops, k=wish.k, most=most)
    options = [*about, *narrowing.options, f"hops {wish.hops}", f"k {wish.k}"]
    folder = folder_of(wish.store)
    if folder and wish.fresh:
        forget(folder, shown.name, options)
    made = replace(made, positions=placed(picture, folder, shown.name, options))
    write_whole(wish.output, format_.write(picture, made))
    caption: Caption = picture.graph["caption"]
    if caption.whole:
        _offer(caption, shown.name, entities, narrowing, wish, len(picture))
    return caption.title


def draw(picture: Network, targets: Sequence[Path]) -> None:
    """Writes a network to files, laid out once for all of them."""
    made = Options(placed(picture, None, "", ()))
    for target in targets:
        write_whole(target, format_of(target.name).write(picture, made))


def _narrowing(index: NameIndex, wish: Wish) -> Narrowing:
    return Narrowing(
        focus=tuple(id_ for name in wish.focus for id_ in meanings(index, name, THINGS)),
        themes=tuple(index.key("theme", name) for name in wish.theme),
        countries=tuple(index.key("country", name) for name in wish.country),
        since=wish.since and date(wish.since),
        until=wish.until and date(wish.until),
        top=wish.top or 0,
        least=wish.least,
    )


def _offer(caption: Caption, name: str, entities: Sequence[str], narrowing: Narrowing, wish: Wish, shown: int) -> None:
    """Says that the picture was cut, and the command for one that can be read whole."""
    hops = ["--hops", str(wish.hops)] if wish.hops > HOPS else []
    how = "Narrower:" if caption.narrower else "Narrow it with --theme, --country, --from, --to or --min."
    print(f"Too large to read whole: the {shown} of {caption.whole} with most ties are shown. {how}", file=sys.stderr)
    for option in caption.narrower:
        kept = [given for given in narrowing.options if not option.startswith("--min") or "--min" not in given]
        words = [word for said in (*kept, option) for word in said.split(" ", 1)]
        print(f"  {again('draw', name, *entities, *hops, *words, '-o', str(wish.output))}", file=sys.stderr)
