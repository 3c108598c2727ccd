"""A network whose boxes stand free in the room, near what they are tied to; the more ties, the larger the letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.slides.arrange import arrange, glued
from migov.viz.slides.boxes import GAP, boxes, chosen
from migov.viz.slides.paper import Rect
from migov.viz.slides.placed import Placed, Stand, Way, corners_of
from migov.viz.slides.strands import Strand, strands


def _chosen(network: Network, style: Drawing, space: tuple[float, float]) -> list[str]:
    return chosen(network, corners_of(network, style), space)


def _placed(
    network: Network, shown: Sequence[str], lines: Sequence[Strand], style: Drawing, space: tuple[float, float]
) -> Placed:
    drawn = boxes(network, shown, corners_of(network, style), space)
    index = {box.name: number for number, box in enumerate(drawn)}
    pairs = [(index[line.source], index[line.target]) for line in lines]
    middles = arrange([(box.width, box.height) for box in drawn], pairs, space, GAP)
    stands = [
        Stand(box, Rect(x - box.width / 2, y - box.height / 2, box.width, box.height))
        for box, (x, y) in zip(drawn, middles, strict=True)
    ]
    if not lines:
        return Placed(stands, ())
    halves = np.array([(box.width, box.height) for box in drawn]) / 2
    return Placed(stands, glued(np.array(middles), halves, np.array(pairs)))


FREE: Final = Way(_chosen, strands, _placed, sized=True)
