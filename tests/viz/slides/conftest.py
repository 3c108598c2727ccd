"""Decks read back and measured, and small networks of each kind that slides draw in a way of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from migov.graph.evidence import Source
from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.ontology.drawing import Drawing
from migov.viz.lettering import text_width, wrap_to
from migov.viz.slides import deck, network_slides

Box = tuple[float, float, float, float]
POINT = 12_700
SITES = {0: (0.5, 0.0), 1: (0.0, 0.5), 2: (0.5, 1.0), 3: (1.0, 0.5)}


def _box(shape: Any) -> Box:
    return shape.left / POINT, shape.top / POINT, shape.width / POINT, shape.height / POINT


def _over(one: Box, other: Box) -> bool:
    return all(one[a] + one[a + 2] > other[a] + 0.2 and other[a] + other[a + 2] > one[a] + 0.2 for a in (0, 1))


def _within(one: Box, other: Box) -> bool:
    return all(other[a] - 0.2 <= one[a] and one[a] + one[a + 2] <= other[a] + other[a + 2] + 0.2 for a in (0, 1))


@dataclass(frozen=True)
class Seen:
    """A slide as a reader sees it; `slack` is how much narrower its font is than the one that text is reckoned with."""

    slide: Any
    width: float
    height: float

    @property
    def title(self) -> str:
        return str(self.slide.shapes.title.text_frame.text)

    @property
    def notes(self) -> str:
        return str(self.slide.notes_slide.notes_text_frame.text)

    @property
    def boxes(self) -> dict[int, Any]:
        """The boxes of nodes, by id."""
        shapes = [s for s in self.slide.shapes if not s.is_placeholder and s._element.tag == qn("p:sp")]
        framed = [s for s in shapes if s.text_frame.text and s._element.spPr.find(qn("a:ln")) is not None]
        return {s.shape_id: s for s in framed if not s.name.startswith("Panel: ")}

    @property
    def panels(self) -> dict[str, Any]:
        return {s.name.removeprefix("Panel: "): s for s in self.slide.shapes if s.name.startswith("Panel: ")}

    @property
    def connectors(self) -> list[Any]:
        return [shape for shape in self.slide.shapes if shape._element.tag == qn("p:cxnSp")]

    @property
    def texts(self) -> list[Any]:
        return [s for s in self.slide.shapes if s.has_text_frame and s.text_frame.text]

    @property
    def table(self) -> list[list[str]]:
        """The cells of the first table, headings first."""
        native = next(shape.table for shape in self.slide.shapes if shape.has_table)
        return [[cell.text_frame.text for cell in row.cells] for row in native.rows]

    def named(self, name: str) -> list[str]:
        return [shape.text_frame.text for shape in self.texts if shape.name == name]

    def box(self, label: str) -> Box:
        return _box(next(shape for shape in self.boxes.values() if shape.name == label))

    def ends(self, line: Any) -> tuple[int, int]:
        first, second = (next(line._element.iter(qn(f"a:{end}"))) for end in ("stCxn", "endCxn"))
        return int(first.get("id")), int(second.get("id"))

    def faults(self) -> Iterator[str]:
        """What a demanding reader would frown at."""
        shapes = [s for s in self.slide.shapes if s._element.tag != qn("p:cxnSp")]
        grounds = {id(s._element) for s in self.panels.values()}
        for one, other in combinations(shapes, 2):
            first, second = _box(one), _box(other)
            contains = (id(one._element) in grounds and _within(second, first)) or (
                id(other._element) in grounds and _within(first, second)
            )
            if _over(first, second) and not contains:
                yield f"{one.name} lies over {other.name}"
        for shape in self.slide.shapes:
            left, top, wide, tall = _box(shape)
            if min(left, top) < -0.1 or left + wide > self.width + 0.1 or top + tall > self.height + 0.1:
                yield f"{shape.name} leaves the slide"
            if shape.has_table and top + sum(row.height for row in shape.table.rows) / POINT > self.height:
                yield "a table runs off"
        for shape in self.texts:
            yield from self._tight(shape)
        yield from self._loose()
        yield from self._hidden()

    def _tight(self, shape: Any) -> Iterator[str]:
        frame = shape.text_frame
        size = next((run.font.size.pt for p in frame.paragraphs for run in p.runs), 10.0)
        weight = "-Bold" if frame.paragraphs[0].runs and frame.paragraphs[0].runs[0].font.bold else ""
        inside = (shape.width - frame.margin_left - frame.margin_right) / POINT
        room = inside * (1.16 if shape.is_placeholder else 1.07)  # Arial and Calibri are narrower than our reckoning
        lines = wrap_to(frame.text, room, size, weight)
        if size < 10:
            yield f"{frame.text}: {size} points"
        if len(lines) * size * 1.2 > shape.height / POINT + 0.5:
            yield f"“{frame.text}” is higher than its shape"
        if max(text_width(line, size, weight) for line in lines) > room + 0.5:
            yield f"“{frame.text}” is wider than its shape"

    def _loose(self) -> Iterator[str]:
        by_id = {s.shape_id: s for s in self.slide.shapes}
        for line in self.connectors:
            glue = [next(line._element.iter(qn(f"a:{end}"))) for end in ("stCxn", "endCxn")]
            for end, (x, y) in zip(glue, ((line.begin_x, line.begin_y), (line.end_x, line.end_y)), strict=True):
                left, top, wide, tall = _box(by_id[int(end.get("id"))])
                across, down = SITES[int(end.get("idx"))]
                if abs(x / POINT - left - across * wide) > 0.1 or abs(y / POINT - top - down * tall) > 0.1:
                    yield f"{line.name} is not glued"

    def _hidden(self) -> Iterator[str]:
        for line in self.connectors:
            ends = self.ends(line)
            start, stop = (line.begin_x / POINT, line.begin_y / POINT), (line.end_x / POINT, line.end_y / POINT)
            points = [[start[a] + (stop[a] - start[a]) * step / 200 for a in (0, 1)] for step in range(201)]
            for name, shape in {**self.boxes, **{s.shape_id: s for s in self.panels.values()}}.items():
                left, top, wide, tall = _box(shape)
                if name not in ends and any(left < x < left + wide and top < y < top + tall for x, y in points):
                    yield f"{line.name} runs under {shape.name}"


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], list[Seen]]:
    """The slides of a deck."""

    def seen(content: bytes) -> list[Seen]:
        opened = Presentation(io.BytesIO(content))
        size = opened.slide_width / POINT, opened.slide_height / POINT
        return [Seen(slide, *size) for slide in opened.slides]

    return seen


@pytest.fixture(scope="session")
def tied() -> Callable[..., Network]:
    """A function that makes a network of agencies from (source, target, kind, status)."""

    def make(*ties: tuple[str, str, str, str]) -> Network:
        network = new_network(Caption("A finding", "What it shows", "Source: a test"))
        for source, target, kind, status in ties:
            for name in (source, target):
                network.add_node(name, data=Node(name.partition("/")[2].upper(), name, "UnAgency"))
            _tie(network, source, target, kind, status)
        return network

    return make


@pytest.fixture(scope="session")
def overlap() -> Callable[..., Network]:
    """A function that makes the overlap of A and B: so many things only of A, of both with and without joint work, only of B."""

    def make(left: int, joint: int, apart: int, right: int, guessed: str = "") -> Network:
        network = new_network(Caption("A and B share much", "What two share", "Source: a test"), "layers")
        network.add_node("agency/a", data=Node("A", "Agency A", "UnAgency", layer=1))
        network.add_node("agency/b", data=Node("B", "Agency B", "Intergovernmental", layer=3))
        if joint:
            _tie(network, "agency/a", "agency/b", "collaboratesWith", "done")
        parts = (
            ("only-a", left, 0, f"Only A: {left}", ("agency/a",)),
            ("joint", joint, 2, f"Both, with joint work: {joint}", ("agency/a", "agency/b")),
            ("apart", apart, 2, f"Both, no joint work recorded: {apart}", ("agency/a", "agency/b")),
            ("only-b", right, 4, f"Only B: {right}", ("agency/b",)),
        )
        for word, count, layer, group, owners in parts:
            for n in range(count):
                name = f"theme/{word}-{n}"
                label = f"Governance of {word} {n}"
                network.add_node(name, data=Node(label, label, "Theme", layer=layer, group=group))
                for owner in owners:
                    _tie(network, owner, name, "worksOn", "inferred" if name == guessed else "")
        return network

    return make


@pytest.fixture(scope="session")
def flow() -> Callable[..., Network]:
    """A function that makes a flow of donors, projects and places; each project has one donor and so many places."""

    def make(donors: int, projects: int, places: int, each: int = 2, title: str = "A flow") -> Network:
        network = new_network(Caption(title, "Who pays for what", "Source: a test"), "layers")
        for n in range(donors):
            network.add_node(f"agency/d{n}", data=Node(f"Donor {n}", f"Donor {n}", "Government", layer=0))
        for n in range(places):
            network.add_node(f"country/c{n}", data=Node(f"Country {n}", f"Country {n}", "Theme", layer=2))
        for n in range(projects):
            label = f"Project {n} on the governance of labour migration in all its parts"
            network.add_node(f"project/p{n}", data=Node(label, label, "Project", layer=1))
            _tie(network, f"agency/d{n % donors}", f"project/p{n}", "funds", "")
            for place in range(each):
                _tie(network, f"project/p{n}", f"country/c{(n + place) % places}", "worksOn", "")
        return network

    return make


def _tie(network: Network, source: str, target: str, kind: str, status: str) -> None:
    said = (Source("eval2008", "Annex 6", "12-14", f"{source} and {target}", "stated"),)
    network.add_edge(source, target, key=kind, data=Tie(kind, status, (), said, 1))


@pytest.fixture(scope="session")
def made(landscape: Callable[..., Network], drawing: Drawing) -> bytes:
    """The deck of the sample landscape."""
    return deck(network_slides(landscape()), style=drawing)
