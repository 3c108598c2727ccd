"""Colours of charts: series that differ in lightness as in hue, and shades of one hue for a heat map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from migov.viz.colours import COLOURS, contrast
from migov.viz.inks import Look

SERIES: Final = ("#0B4F94", "#E8A010", "#9CD3EE", "#7A2A5C")
"""Up to four series that are told apart in greys too; none is a colour of the ontology, whose greys go by its kinds."""
KINDS: Final = (*SERIES, "#009E73", "#D55E00", "#F0E442")
"""Kinds of a timeline, whose names stand beside the bars as well."""
OTHER: Final = "#6E6E6E"
HEAT: Final[Mapping[str, tuple[str, str]]] = {
    "light": ("#DCEAF7", "#08306B"),
    "dark": ("#1D3550", "#A9DBF3"),
    "print": ("#EDEDED", "#2E2E2E"),
}


def shade(look: Look, share: float) -> str:
    """A shade from the lightest (0) to the strongest (1)."""
    weak, strong = HEAT[look.name]
    parts = (round(int(weak[at : at + 2], 16) * (1 - share) + int(strong[at : at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


def on(ground: str) -> str:
    """The ink that is read best on a ground."""
    return max(("#FFFFFF", COLOURS["ink"]), key=lambda ink: contrast(ink, ground))


def rule(look: Look) -> str:
    """Colour of thin lines."""
    return "#3A4652" if look.name == "dark" else COLOURS["rule"]
