"""How things are drawn: told apart by shape and by colour, by the colour-blind, on light and dark paper, and in print."""

from __future__ import annotations

from itertools import combinations
from typing import Final

import numpy as np
import pytest

from migov.ontology.drawing import NodeStyle, drawing
from migov.viz.colours import contrast
from migov.viz.inks import DARK, LIGHT, PRINT, Look
from migov.viz.shapes import OUTLINES, shape_name

FAMILIES: Final = (
    "Organisation",
    "UnAgency",
    "IntergovernmentalOrganisation",
    "Government",
    "WorkersOrganisation",
    "Ngo",
    "Project",
    "CaseStudy",
    "Theme",
    "Principle",
    "Country",
    "Region",
    "Convention",
)
"""One kind of each look that the views draw."""
PAIRS: Final = list(combinations(FAMILIES, 2))
SEEN: Final = {
    "all": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""What becomes of linear red, green and blue in the eye (Machado, Oliveira and Fernandes 2009, at full severity)."""
TOLD: Final = 14.0
"""Distance in CIELAB at which two large marks are told apart at a glance."""
LIGHTER: Final = 20.0
"""Difference of lightness at which two marks of one shape are told apart without colour."""
WHITE: Final = np.array([0.95047, 1.0, 1.08883])
TO_XYZ: Final = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def _style(kind: str) -> NodeStyle:
    return drawing().node(kind)


def _lab(colour: str, eye: np.ndarray) -> np.ndarray:
    """Lightness and two axes of colour in CIELAB, as an eye sees it."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(eye @ linear, 0, 1) / WHITE
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_each_look_is_of_one_family() -> None:
    """No two kinds that the legend names apart share shape and colour, and every shape is one that page and figure know."""
    looks = {kind: (_style(kind).shape, _style(kind).colour) for kind in FAMILIES}
    assert len(set(looks.values())) == len(FAMILIES)
    assert all(shape_name(style.shape) == style.shape or style.shape == "circle" for style in drawing().nodes.values())
    assert {shape_name(style.shape) for style in drawing().nodes.values()} == set(OUTLINES)


def test_bodies_differ_by_shape() -> None:
    """The United Nations, other bodies of states, governments and society have four shapes; projects, themes and places others."""
    kinds = ("UnAgency", "RegionalBody", "Government", "Ngo", "Project", "Theme", "Country")
    assert len({_style(kind).shape for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("eye", SEEN)
def test_colours_are_told_apart_by_every_eye(eye: str) -> None:
    """The nearest two of all colours are far enough apart, also with one kind of cone missing."""
    labs = {kind: _lab(_style(kind).colour, SEEN[eye]) for kind in FAMILIES}
    near = {pair: float(np.linalg.norm(labs[pair[0]] - labs[pair[1]])) for pair in PAIRS}
    nearest = min(near, key=lambda pair: near[pair])
    assert near[nearest] >= TOLD, (nearest, near[nearest])


def test_one_shape_in_two_colours_is_one_light_and_one_dark() -> None:
    """Kinds of one shape differ in lightness, so that a copy in grey tells them apart."""
    eye = SEEN["all"]
    for one, other in PAIRS:
        if _style(one).shape == _style(other).shape:
            lightness = [_lab(_style(kind).colour, eye)[0] for kind in (one, other)]
            assert abs(lightness[0] - lightness[1]) >= LIGHTER, (one, other, lightness)
            greys = [int(PRINT.fill(_style(kind).colour)[1:3], 16) for kind in (one, other)]
            assert abs(greys[0] - greys[1]) >= LIGHTER, (one, other, greys)


@pytest.mark.parametrize("look", [LIGHT, DARK, PRINT], ids=lambda look: look.name)
def test_marks_and_lines_stand_out_from_the_paper(look: Look) -> None:
    """Edge or fill of every node, and every line, by 3:1 or more."""
    said = drawing()
    for style in said.nodes.values():
        assert max(contrast(paint(style.colour), look.paper) for paint in (look.fill, look.border)) >= 3, style
    for line in said.edges.values():
        assert contrast(look.line(line.colour), look.paper) >= 3, line
