"""The formats a network can be drawn in (charts: `charts.formats`), by the ending of the file; each is loaded only when it is asked for.

A new format is one line of `FORMATS`: its ending, its name for people, which options it honours, and the function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from migov.ontology.errors import InputError

if TYPE_CHECKING:
    from migov.graph.network import Network

SLIDE: Final = (33.87, 19.05)
SIZES: Final[Mapping[str, tuple[float, float]]] = {
    "slide": SLIDE,
    "a3": (42.0, 29.7),
    "a3-upright": (29.7, 42.0),
    "a4": (29.7, 21.0),
    "a4-upright": (21.0, 29.7),
    "half": (16.0, 11.0),
    "square": (20.0, 20.0),
}
"""Sizes by name, in cm: a slide of 16:9, sheets laid across or upright, a figure in a report's column, a square."""


@dataclass(frozen=True, slots=True)
class Options:
    """Where the nodes of a network stand, and how a picture is made.

    Size in cm, dots per inch, look (`light`, `dark`, `print`), and the reader's own template for slides.
    """

    positions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    size: tuple[float, float] = SLIDE
    dpi: int = 200
    look: str = "light"
    template: Path | None = None


Write = Callable[["Network", Options], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, which of the options `size`, `dpi`, `look` and `template` it honours, and how it is written.

    `whole`: it is for another program to work on, not to be looked at, so nothing is cut for being too much to read.
    """

    name: str
    honours: frozenset[str]
    write: Write
    whole: bool = False


def _page(network: Network, options: Options) -> bytes:
    from migov.ontology.concepts import vocabulary  # noqa: PLC0415 - a format is loaded when it is asked for
    from migov.ontology.drawing import drawing  # noqa: PLC0415
    from migov.viz.page.html import page  # noqa: PLC0415

    labels = {slug: concept.label for slug, concept in vocabulary().scheme("theme").items()}
    return page(network, options.positions, drawing(), labels, look=options.look).encode()


def _figure(network: Network, options: Options, kind: str) -> bytes:
    from migov.ontology.drawing import drawing  # noqa: PLC0415
    from migov.viz.figures.figure import figure  # noqa: PLC0415
    from migov.viz.inks import LOOKS  # noqa: PLC0415

    width, height = options.size
    look = LOOKS[options.look]
    assert kind in ("svg", "png", "pdf")
    return figure(
        network,
        options.positions,
        drawing(),
        format=kind,  # type: ignore[arg-type]
        dpi=options.dpi,
        width_cm=width,
        height_cm=height,
        look=look,
    )


def _slides(network: Network, options: Options) -> bytes:
    from migov.viz.slides import deck, network_slides  # noqa: PLC0415

    return deck(network_slides(network), options.template)


def _exchange(ending: str) -> Write:
    def content(network: Network, options: Options) -> bytes:
        from migov.viz.exchange import write  # noqa: PLC0415

        return write(network, options.positions, ending)

    return content


DRAWN: Final = frozenset({"size", "look"})
FORMATS: Final[Mapping[str, Format]] = {
    ".html": Format("interactive page", frozenset({"look"}), _page),
    ".svg": Format("figure", DRAWN, lambda network, options: _figure(network, options, "svg")),
    ".png": Format("figure", DRAWN | {"dpi"}, lambda network, options: _figure(network, options, "png")),
    ".pdf": Format("figure", DRAWN, lambda network, options: _figure(network, options, "pdf")),
    ".pptx": Format("slides", frozenset({"template"}), _slides),
    ".gexf": Format("Gephi", frozenset(), _exchange(".gexf"), whole=True),
    ".graphml": Format("yEd, igraph, Cytoscape", frozenset(), _exchange(".graphml"), whole=True),
    ".dot": Format("Graphviz", frozenset(), _exchange(".dot"), whole=True),
    ".mmd": Format("Mermaid", frozenset(), _exchange(".mmd")),
    ".cyjs": Format("Cytoscape", frozenset(), _exchange(".cyjs"), whole=True),
    ".zip": Format("CSV tables for Gephi and Kumu", frozenset(), _exchange(".zip"), whole=True),
}


def format_of(name: str) -> Format:
    """The format of a file of this name. Raises `InputError` for an unknown ending."""
    ending = ending_of(name)
    if ending not in FORMATS:
        raise InputError(
            "is no format for pictures", file=name, remedy=f"end the name in {endings()}; a .zip holds tables (CSV)"
        )
    return FORMATS[ending]


def ending_of(name: str) -> str:
    """The ending of a file's name, as in `.svg`; empty without one."""
    return f".{name.rpartition('.')[2]}".casefold() if "." in name else ""


def endings(known: Iterable[str] = ()) -> str:
    """Endings (those of networks, if none are given), as in `.html, .svg or .png`."""
    *most, last = known or FORMATS
    return f"{', '.join(most)} or {last}"


def size_of(text: str) -> tuple[float, float]:
    """A size by its name, or in cm as in `16x9`. Raises `InputError` for what is neither."""
    if text.casefold() in SIZES:
        return SIZES[text.casefold()]
    wide, _, tall = text.casefold().partition("x")
    try:
        size = float(wide), float(tall)
    except ValueError:
        size = 0.0, 0.0
    if not all(5 <= side <= 120 for side in size):
        names = ", ".join(SIZES)
        raise InputError(
            f"“{text}” is no size", remedy=f"give {names}, or width and height in cm from 5 to 120, as in 16x9"
        )
    return size
