"""Slides as an office program draws them: each word of a box stands within it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.graph.network import Network
from migov.ontology.drawing import Drawing
from migov.viz.slides import deck, network_slides

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler"
)


def test_libreoffice_draws_every_label_inside_its_box(
    landscape: Callable[..., Network],
    overlap: Callable[..., Network],
    flow: Callable[..., Network],
    drawing: Drawing,
    tmp_path: Path,
    read: Callable,
) -> None:
    """Converted by LibreOffice, each slide is one page, and the words of each box stand within it."""
    networks = (landscape(), overlap(20, 9, 5, 3), flow(5, 8, 7))
    content = deck([slide for network in networks for slide in network_slides(network)], style=drawing)
    (tmp_path / "deck.pptx").write_bytes(content)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    command = ["pdftotext", "-bbox", "deck.pdf", "words.html"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    pages = (tmp_path / "words.html").read_text("utf-8").split("<page ")[1:]
    slides = read(content)
    assert len(pages) == len(slides)
    for page, seen in zip(pages, slides, strict=True):
        found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page)
        words = [(tuple(map(float, corners)), text) for *corners, text in found]
        for shape in seen.boxes.values():
            left, top = shape.left / 12_700, shape.top / 12_700
            right, bottom = left + shape.width / 12_700, top + shape.height / 12_700
            inside = [
                text
                for (x0, y0, x1, y1), text in words
                if x0 >= left and x1 <= right and y0 >= top - 2 and y1 <= bottom + 2
            ]
            assert " ".join(inside).replace("&apos;", "’").split() == shape.text_frame.text.split()
