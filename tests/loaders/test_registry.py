"""Documents told by their content."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migov.loaders import registry
from migov.loaders.registry import Known, fingerprint, known_fingerprints, known_sketches, recognise, similarity, sketch
from migov.ontology.errors import DeclarationError, DocumentError

SOURCES = Path(__file__).parents[2].parent / "shared" / "documents"
REAL = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the repository")
NAMES = ("eval2008", "eval2013", "note2013", "poa2008", "outcome7")

PAPER = "\n".join(f"Paragraph {n} speaks of matter number {n * n} and of nothing else." for n in range(400))
OTHER = "\n".join(f"Chapter {n} is about ships, harbours and the {n}th lighthouse." for n in range(400))
PAPERS = Known({fingerprint(PAPER): "paper"}, {"paper": sketch(PAPER), "other": sketch(OTHER)})


def altered(text: str, share: float) -> str:
    """A copy with a share of its lines, drawn with a fixed seed, worded otherwise."""
    lines = text.split("\n")
    for index in random.Random(7).sample(range(len(lines)), round(len(lines) * share)):
        lines[index] = f"line {index} was worded otherwise by a reader"
    return "\n".join(lines)


def saved(folder: Path, text: str, name: str = "download (3).txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    """An exact copy under any name is the document, unchanged, with its lines counted from 1."""
    text = recognise(saved(tmp_path, PAPER), PAPERS)
    assert text is not None
    assert (text.document, text.changed) == ("paper", False)
    assert text.passage(2, 3) == "\n".join(PAPER.split("\n")[1:3])
    assert text.passage(400, 900) == PAPER.split("\n")[-1]


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    """A copy saved on another system, with a byte order mark, CRLF and a last line end, is unchanged."""
    path = tmp_path / "copy.txt"
    path.write_bytes(("\ufeff" + PAPER.replace("\n", "\r\n") + "\r\n").encode())
    text = recognise(path, PAPERS)
    assert text is not None
    assert not text.changed
    assert text.lines == tuple(PAPER.split("\n"))


def test_a_changed_copy_is_recognised_as_changed(tmp_path: Path) -> None:
    """A copy with one line in twenty altered is the document, and said to be changed."""
    text = recognise(saved(tmp_path, altered(PAPER, 0.05)), PAPERS)
    assert text is not None
    assert (text.document, text.changed) == ("paper", True)


@pytest.mark.parametrize("text", ["", "A short note.\n", altered(PAPER, 1.0)], ids=["empty", "note", "foreign"])
def test_a_foreign_text_is_not_recognised(tmp_path: Path, text: str) -> None:
    """A text that shares no lines with any document is none of them."""
    assert recognise(saved(tmp_path, text), PAPERS) is None


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    """A file that is no UTF-8 text is no document, and a missing one is an error."""
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\xff\xfe")
    assert recognise(path, PAPERS) is None
    with pytest.raises(DocumentError):
        recognise(tmp_path / "absent.txt", PAPERS)


def test_the_unchanged_copy_is_preferred(tmp_path: Path) -> None:
    """Of several copies in a folder the unchanged one counts, and files of other kinds do not disturb."""
    saved(tmp_path, altered(PAPER, 0.05), "a.txt")
    best = saved(tmp_path, PAPER, "b.txt")
    saved(tmp_path, altered(OTHER, 0.05), "c.txt")
    saved(tmp_path, "Shopping list", "d.txt")
    (tmp_path / "folder").mkdir()
    found = registry.find(tmp_path, PAPERS)
    assert {name: text.path.name for name, text in found.items()} == {"other": "c.txt", "paper": best.name}
    with pytest.raises(DocumentError):
        registry.find(tmp_path / "absent", PAPERS)


def test_known_documents_are_read_from_tables(tmp_path: Path) -> None:
    """Fingerprints come from the table of documents, none when there is no table, and its columns are asked for."""
    path = tmp_path / "documents.csv"
    assert known_fingerprints(path) == {}
    path.write_bytes("\ufeffdocument,title,fingerprint\r\npaper,A Paper,ab12\r\nbook,A Book,\r\n".encode())
    assert known_fingerprints(path) == {"paper": "ab12"}
    path.write_text("document,title\npaper,A Paper\n", encoding="utf-8")
    with pytest.raises(DeclarationError, match="fingerprint"):
        known_fingerprints(path)


def test_sketches_come_back_as_written(tmp_path: Path) -> None:
    """Sketches written to a file are read back unchanged."""
    path = tmp_path / "sketches.csv"
    registry.write_sketches(path, {"paper": PAPER, "other": OTHER})
    assert known_sketches(path) == PAPERS.sketches


def test_sketches_of_all_documents_ship() -> None:
    """The program knows a sketch of each of the five documents."""
    assert set(known_sketches()) == set(NAMES)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=40))
def test_a_fingerprint_sees_no_line_ends(lines: list[str]) -> None:
    """The fingerprint is the same for LF, CRLF and CR."""
    text = "\n".join(lines).replace("\r", "")
    assert fingerprint(text) == fingerprint(text.replace("\n", "\r\n")) == fingerprint(text.replace("\n", "\r"))


@given(st.sets(st.integers(0, 500)), st.sets(st.integers(0, 500)))
def test_similarity_estimates_the_shared_lines(left: set[int], right: set[int]) -> None:
    """Likeness is symmetric, between 0 and 1, exact for short texts and close for long ones."""
    texts = ["\n".join(f"the line with the number {n:05}" for n in side) for side in (left, right)]
    one, two = sketch(texts[0]), sketch(texts[1])
    likeness = similarity(one, two)
    assert likeness == similarity(two, one)
    exact = len(left & right) / len(left | right) if left | right else 0.0
    assert likeness == pytest.approx(exact, abs=1e-9 if len(left | right) <= registry.SIZE else 0.35)


@REAL
def test_the_real_documents_are_told_apart(tmp_path: Path) -> None:
    """Each document with one line in twenty altered is recognised as itself, changed, by the sketches that ship."""
    known = Known({}, known_sketches())
    for name, path in zip(NAMES, sorted(SOURCES.glob("*.txt")), strict=True):
        text = recognise(saved(tmp_path, altered(path.read_text(encoding="utf-8"), 0.05)), known)
        assert text is not None
        assert (text.document, text.changed) == (name, True)


@REAL
@pytest.mark.skipif(not known_fingerprints(), reason="the landscape has no table of documents yet")
def test_the_real_documents_are_unchanged() -> None:
    """The fingerprints that ship are those of the documents beside the repository."""
    found = registry.find(SOURCES)
    assert {name: text.changed for name, text in found.items()} == dict.fromkeys(NAMES, False)
