"""Figures of every view: all of the network is in the picture, its text is text, its lines are lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image

from migov.graph.network import Caption, Network
from migov.viz.figures.marks import mark_id
from migov.viz.formats import FORMATS, SIZES, Options
from migov.viz.inks import LOOKS
from migov.viz.style import marks

File = Callable[[str], bytes]
Places = Mapping[str, tuple[float, float]]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def svg(file: File) -> Element:
    """The figure as XML."""
    return fromstring(file(".svg"))


def _named(svg: Element, kind: str) -> dict[str, Element]:
    """The marks of a kind by id; that ids stand once is checked here."""
    found = [mark for mark in svg.iter(f"{SVG}g") if mark.get("id", "").startswith(f"{kind}-")]
    named = {mark.get("id", ""): mark for mark in found}
    assert len(named) == len(found)
    return named


def _texts(svg: Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def _bare(text: str) -> str:
    """Text without blanks, which a PDF may set otherwise."""
    return re.sub(r"\s", "", text)


def test_the_svg_has_every_node_and_every_edge_once(network: Network, svg: Element) -> None:
    """As many marks as the projection has nodes and edges, each with an outline, and none beside them."""
    nodes, edges = _named(svg, "node"), _named(svg, "edge")
    assert nodes.keys() == {mark_id("node", name) for name in network}
    assert edges.keys() == {mark_id("edge", source, key, target) for source, target, key in network.edges(keys=True)}
    assert len(nodes) + len(edges) == len(network) + network.number_of_edges() > 4
    for mark in (*nodes.values(), *edges.values()):
        assert [path.get("d") for path in mark.iter(f"{SVG}path")] != []


def test_the_svg_asks_for_nothing_from_elsewhere(svg: Element) -> None:
    """No image, no script, no style sheet, no link out of the file."""
    assert not [e for tag in ("image", "script", "foreignObject") for e in svg.iter(f"{SVG}{tag}")]
    links = [said for e in svg.iter() for name, said in e.attrib.items() if name.endswith("href")]
    assert all(said.startswith("#") for said in links)


def test_every_label_on_a_slide_is_drawn_in_whole(network: Network, svg: Element) -> None:
    """At the size of a slide no label is left out, and each has all its lines."""
    labels = {name: "".join(mark.itertext()).strip() for name, mark in _named(svg, "label").items()}
    expected = {
        f"{mark_id('label', node)}-{place}": line
        for node, mark in marks(network).items()
        for place, line in enumerate(mark.lines)
    }
    assert labels == expected


@pytest.mark.parametrize("size", ["slide", "a4", "half"])
def test_labels_left_out_are_counted(network: Network, places: Places, size: str) -> None:
    """Where there is not room for all, the source line says how many are missing, and at least half of them are there."""
    svg = fromstring(FORMATS[".svg"].write(network, Options(places, SIZES[size])))
    there = {name.rpartition("-")[0] for name in _named(svg, "label")}
    told = re.search(r"(\d+) of (\d+) labels left out", " ".join(_texts(svg)))
    left_out, of = (int(told[1]), int(told[2])) if told else (0, len(network))
    assert (left_out, of) == (len(network) - len(there), len(network))
    assert left_out <= len(network) / 2


def test_all_text_of_the_pdf_can_be_searched(
    network: Network, file: File, svg: Element, engine: Callable[..., str]
) -> None:
    """Every label, heading, legend entry, the title, the subtitle and the source line are found in the text of the PDF."""
    found = _bare(engine("pdftotext", "-raw", "-", "-", input=file(".pdf")))
    texts = _texts(svg)
    assert len(texts) > len(network)
    assert [text for text in texts if _bare(text) not in found] == []
    caption: Caption = network.graph["caption"]
    drawn = _bare("".join(texts))
    assert all(_bare(said) in drawn for said in (caption.title, caption.subtitle, caption.source.rstrip(".")))


def test_the_pdf_is_vectors_with_its_fonts_inside(file: File, engine: Callable[..., str]) -> None:
    """Fonts are embedded and map to Unicode; nothing is an image of dots; there is one page of the size of a slide."""
    fonts = engine("pdffonts", "-", input=file(".pdf")).splitlines()[2:]
    assert fonts
    assert all(font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts)
    assert engine("pdfimages", "-list", "-", input=file(".pdf")).splitlines()[2:] == []
    told = dict(line.split(":", 1) for line in engine("pdfinfo", "-", input=file(".pdf")).splitlines())
    width, height = map(float, re.findall(r"[\d.]+", told["Page size"])[:2])
    assert (told["Pages"].strip(), width, height) == ("1", pytest.approx(960, abs=1), pytest.approx(540, abs=1))


@pytest.mark.parametrize(("size", "dpi", "look"), [("slide", 200, "light"), ("a4", 60, "print"), ("half", 90, "dark")])
def test_the_png_has_the_size_and_dots_that_were_asked_for(
    network: Network, places: Places, file: File, size: str, dpi: int, look: str
) -> None:
    """Width and height in dots, dots per inch in the file, ink on the paper of the look, and none at its edges."""
    as_it_comes = (size, dpi, look) == ("slide", 200, "light")
    made = file(".png") if as_it_comes else FORMATS[".png"].write(network, Options(places, SIZES[size], dpi, look))
    with Image.open(BytesIO(made)) as image:
        assert image.format == "PNG"
        assert image.size == pytest.approx([side / 2.54 * dpi for side in SIZES[size]], abs=1)
        assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
        drawn = image.convert("RGB")
    paper = tuple(bytes.fromhex(LOOKS[look].paper[1:]))
    counts = {colour: count for count, colour in drawn.getcolors(1 << 24)}
    edge = round(0.01 * drawn.width)
    sides = [(0, 0, edge, drawn.height), (drawn.width - edge, 0, drawn.width, drawn.height), (0, 0, drawn.width, edge)]
    assert all(drawn.crop(side).getcolors() == [((side[2] - side[0]) * (side[3] - side[1]), paper)] for side in sides)
    assert 0.5 < counts[paper] / (drawn.width * drawn.height) < 0.98
    if look == "print":
        assert all(max(colour) - min(colour) <= 2 for colour in counts)
