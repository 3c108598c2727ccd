"""A picture before it is drawn: what stands where in its room. Units are points, from the room's upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from migov.graph.network import Network
from migov.ontology.drawing import Drawing, NodeStyle
from migov.viz.slides.boxes import Box
from migov.viz.slides.looks import outline
from migov.viz.slides.paper import Rect
from migov.viz.slides.strands import Strand
from migov.viz.style import nodes_of


class Stand(NamedTuple):
    """A box and its place; slanted letters say that it is there by the editors' inference, a pale one is of less weight."""

    box: Box
    where: Rect
    slanted: bool = False
    pale: bool = False


class Panel(NamedTuple):
    """A ground that holds boxes: its name, heading, type size of the heading, place, and whether it comes first to the eye."""

    name: str
    heading: str
    size: float
    where: Rect
    first: bool = False


class Words(NamedTuple):
    """A text in the picture, in the middle of its place."""

    said: str
    size: float
    where: Rect
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The boxes; for each line the two sites it is glued to; panels under the boxes, and words between them."""

    stands: Sequence[Stand]
    sites: Sequence[tuple[int, int]]
    panels: Sequence[Panel] = ()
    words: Sequence[Words] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A way to draw a network: which nodes it shows in a room of this size, its lines, and where all of it stands.

    `slanted` is whether a box has slanted letters, `pale` what pale boxes mean if there are any, `order` what the subtitle
    says of those shown where not all are, `sized` whether larger letters mean more ties, `below` whether the legend stands
    under the picture and not beside it.
    """

    chosen: Callable[[Network, Drawing, tuple[float, float]], list[str]]
    lines: Callable[[Network, Sequence[str], Drawing], list[Strand]]
    placed: Callable[[Network, Sequence[str], Sequence[Strand], Drawing, tuple[float, float]], Placed]
    slanted: Callable[[Network, Sequence[str]], bool] = lambda network, shown: False
    pale: Callable[[Network, Sequence[str]], str] = lambda network, shown: ""
    order: str = "the best recorded"
    sized: bool = False
    below: bool = False


def kinds_of(network: Network, style: Drawing) -> Mapping[str, NodeStyle]:
    """How each node is drawn."""
    return {name: style.node(node.kind) for name, node in nodes_of(network).items()}


def corners_of(network: Network, style: Drawing) -> Mapping[str, float]:
    """How round the box of each node is, in parts of its height."""
    return {name: outline(kind).corners for name, kind in kinds_of(network, style).items()}
