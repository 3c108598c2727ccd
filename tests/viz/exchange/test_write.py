"""Writing: same network, same bytes; nothing is a file too; an unknown ending is refused."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from migov.graph.network import Caption, Network, new_network
from migov.ontology.drawing import Drawing
from migov.ontology.errors import InputError
from migov.viz.exchange import FORMATS
from migov.viz.formats import FORMATS as PICTURES

Landscape = Callable[..., Network]
Written = Callable[..., bytes]


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_network_gives_the_same_bytes(
    ending: str, landscape: Landscape, drawing: Drawing, written: Written
) -> None:
    """The order in which nodes and edges were put in does not show."""
    assert written(landscape(0), ending, drawing) == written(landscape(1), ending, drawing)


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_network_is_a_file_too(ending: str, written: Written) -> None:
    """A view without ties is written, not refused."""
    assert written(new_network(Caption("Nothing is recorded")), ending)


def test_an_unknown_format_is_refused_with_the_known_ones(written: Written) -> None:
    """The message lists the endings."""
    with pytest.raises(InputError, match=re.escape(".gexf, .graphml")):
        written(new_network(Caption("t")), ".doc")


def test_endings_may_be_written_in_capitals(landscape: Landscape, drawing: Drawing, written: Written) -> None:
    """`.gexf` and `.GEXF` are one, and each stands among the formats of pictures with a name for people."""
    network = landscape(projects=3)
    for ending in FORMATS:
        assert written(network, ending.upper(), drawing) == written(network, ending, drawing)
        assert PICTURES[ending].name
