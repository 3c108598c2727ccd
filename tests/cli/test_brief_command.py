"""`migov brief`: Markdown and Word, two pages, the same bytes each time."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from migov.cli import brief_command
from migov.graph.assemble import Landscape
from migov.ontology.errors import InputError
from migov.queries.comparison.brief import brief
from migov.viz.texts.document import document

SUITE = shutil.which("soffice")
COUNT = shutil.which("pdfinfo")


@pytest.fixture(scope="module")
def made(shipped: Landscape) -> bytes:
    """The Word document on ILO and IOM."""
    return document(brief(shipped.store, "ilo", "iom"))


def test_the_document_has_real_footnotes(made: bytes) -> None:
    """As many notes as marks, each with a place, in the part where Word looks for them."""
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        notes, text = parts.read("word/footnotes.xml").decode(), parts.read("word/document.xml").decode()
    marks = text.count("<w:footnoteReference ")
    assert marks > 20
    assert notes.count("<w:footnoteRef/>") == marks
    assert "line " in notes


def test_the_document_opens_with_headings_and_a_table(made: bytes) -> None:
    """The title, the counts and the sections stand in the styles that Word navigates by."""
    opened = docx.Document(io.BytesIO(made))
    assert opened.paragraphs[0].style.name == "Title"
    assert [cell.text for cell in opened.tables[0].rows[0].cells][:3] == ["", "Shared", "Only ILO"]
    assert "Tensions the documents name" in [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]


def test_the_same_brief_gives_the_same_bytes(made: bytes, shipped: Landscape) -> None:
    """There is no clock in the file."""
    assert document(brief(shipped.store, "ilo", "iom")) == made
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(not SUITE or not COUNT, reason="LibreOffice or poppler is not installed")
def test_the_document_has_two_pages(made: bytes, tmp_path: Path) -> None:
    """What LibreOffice prints of it fits on two pages of A4."""
    (tmp_path / "brief.docx").write_bytes(made)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SUITE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=180)
    said = subprocess.run([str(COUNT), str(tmp_path / "brief.pdf")], check=True, capture_output=True, text=True).stdout
    pages = {key: value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}
    assert int(pages["Pages"]) <= 2
    assert "A4" in pages["Page size"]


def test_the_command_writes_what_the_ending_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both formats by default, named for the two agencies; `-` is the text on standard output."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert run(brief_command.run, ["ILO", "IOM", "--store", "memory:"]).exit_code == 0
    assert {file.name for file in tmp_path.iterdir()} == {"ILO-IOM.md", "ILO-IOM.docx"}
    shown = run(brief_command.run, ["ILO", "IOM", "--theme", "trafficking", "-o", "-", "--store", "memory:"])
    assert shown.stdout.startswith("# ILO and IOM")


def test_another_ending_is_refused_before_any_work(tmp_path: Path) -> None:
    """A PDF is not written, and nothing is left behind."""
    result = CliRunner().invoke(
        brief_command.run, ["ILO", "IOM", "-o", str(tmp_path / "brief.pdf"), "--store", str(tmp_path / "no")]
    )
    assert isinstance(result.exception, InputError)
    assert ".docx" in str(result.exception)
    assert not list(tmp_path.iterdir())
