"""The outlines of nodes, drawn alike on the page (by vis-network) and in figures."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin, sqrt

Outline = tuple[tuple[float, float], ...]

_SYNONYMS: Mapping[str, str] = {
    "circle": "dot",
    "ellipse": "dot",
    "box": "square",
    "rectangle": "square",
    "triangle-down": "triangleDown",
}
_EVEN: Mapping[str, float] = {"square": 0.88, "diamond": 1.12, "star": 1.12}


def _triangle() -> Outline:
    half, shift = 1.15, 0.275 * 1.15
    inner, height = sqrt(3) / 3 * half, sqrt(3) * half
    return ((0.0, shift - (height - inner)), (half, shift + inner), (-half, shift + inner))


def _star() -> Outline:
    size = 0.82
    arms = ((0.5 if point % 2 else 1.3) * size for point in range(10))
    return tuple((arm * sin(point * pi / 5), 0.1 * size - arm * cos(point * pi / 5)) for point, arm in enumerate(arms))


# The corners at radius 1, y downwards, as vis-network computes them; `dot` has none and is a circle.
OUTLINES: Mapping[str, Outline] = {
    "dot": (),
    "square": ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
    "diamond": ((0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)),
    "triangle": _triangle(),
    "triangleDown": tuple((x, -y) for x, y in _triangle()),
    "hexagon": tuple((cos(corner * pi / 3), sin(corner * pi / 3)) for corner in range(6)),
    "star": _star(),
}


def drawn_size(declared: str, radius: float) -> float:
    """The size at which a shape looks as large as a circle of this radius."""
    return round(radius * _EVEN.get(shape_name(declared), 1.0), 2)


def shape_name(declared: str) -> str:
    """The vis-network shape for a declared one: those whose label stands below; a circle where there is none."""
    name = _SYNONYMS.get(declared, declared)
    return name if name in OUTLINES else "dot"
