"""Networks that hold anything at all, and the same flattened and written, for the tests of the exchange formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from hypothesis import strategies as st

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.ontology.drawing import drawing as ontology
from migov.viz.exchange import write
from migov.viz.exchange.flat import Flat, flatten

ODD = [
    None, "", " ", "  two  blanks ", 'say "hi"', "it's", "a\nb", "a\r\nb\rc\td", "back\\slash", "ends in \\", "\\N \\l", "&<>",
    "&amp; &#38;", "]]>", "<!--", "; ", "=1+1", "emoji 😀👩‍👩‍👧", "مرحبا", "\u202eright to left\u202c", "\x00\x01\x1f", "\ufffe",
    "\ud800", "{{x}}", "|", "%%", "end", "x" * 20_000, ["one", None, 2], [], {"k": "v"}, 0, -3, 2**70, 1.5, float("nan"),
    float("inf"), True, False,
]  # fmt: skip
letters = st.characters(exclude_categories=())
odd = st.sampled_from(ODD) | st.text(letters, max_size=8) | st.lists(st.text(letters, max_size=4), max_size=3)
names = st.text(letters, max_size=6) | st.sampled_from([o for o in ODD if isinstance(o, str)])
kinds = st.sampled_from(["UnAgency", "Project", "Theme", ""]) | st.text(letters, max_size=5)
relations = st.sampled_from(["collaboratesWith", "funds", "worksOn", ""]) | st.text(letters, max_size=5)
nodes = st.builds(
    Node,
    odd,
    odd,
    kinds,
    st.lists(names, max_size=2).map(tuple),
    st.lists(st.tuples(names, odd), max_size=3).map(tuple),
)  # type: ignore[arg-type]
claims = st.builds(
    Source, names, names, st.sampled_from(["", "3", "4-5"]), odd, st.sampled_from(["stated", "implied", ""])
)
ties = st.builds(Tie, relations, names, st.lists(names, max_size=2).map(tuple), st.lists(claims, max_size=2).map(tuple))


@st.composite
def _networks(draw: st.DrawFn) -> Network:
    """A network whose texts are anything at all, with parallel edges, loops and attributes that others have added."""
    network = new_network(Caption(draw(names), draw(names), draw(names)))
    ends = draw(st.lists(names, unique=True, min_size=1, max_size=4))
    for name in ends:
        network.add_node(name, data=draw(nodes), **draw(st.dictionaries(st.sampled_from(["rank", "y", "Label"]), odd)))
    for _ in range(draw(st.integers(0, 5))):
        tie = draw(ties)
        network.add_edge(
            draw(st.sampled_from(ends)), draw(st.sampled_from(ends)), key=tie.kind, data=tie, share=draw(odd)
        )
    return network


@pytest.fixture(scope="session")
def networks() -> st.SearchStrategy[Network]:
    """What hypothesis draws from."""
    return _networks()


@pytest.fixture(scope="session")
def places() -> Callable[[Network], Mapping[str, tuple[float, float]]]:
    """A function that puts the nodes on a line."""

    def found(network: Network) -> Mapping[str, tuple[float, float]]:
        return {name: (10.5 * number, -4.25 * number) for number, name in enumerate(sorted(network))}

    return found


@pytest.fixture(scope="session")
def flat(places: Callable[[Network], Mapping[str, tuple[float, float]]]) -> Callable[..., Flat]:
    """A function that flattens a network in the ontology's drawing or another."""

    def flattened(network: Network, style: Drawing | None = None) -> Flat:
        return flatten(network, places(network), style or ontology(), {})

    return flattened


@pytest.fixture(scope="session")
def written(places: Callable[[Network], Mapping[str, tuple[float, float]]]) -> Callable[..., bytes]:
    """A function that writes a network in a format."""

    def content(network: Network, ending: str, style: Drawing | None = None) -> bytes:
        return write(network, places(network), ending, style, {})

    return content


@pytest.fixture(scope="session")
def plain() -> Callable[..., dict[str, dict[str, Any]]]:
    """A function that gives the attributes of rows by id, without some, lists joined."""

    def told(rows: Iterable[Mapping[str, Any]], *without: str) -> dict[str, dict[str, Any]]:
        return {
            str(row["id"]): {
                name: "; ".join(said) if isinstance(said, tuple) else said
                for name, said in row.items()
                if name not in without
            }
            for row in rows
        }

    return told
