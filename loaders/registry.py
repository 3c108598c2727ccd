"""Which document a file is, told by its content: readers name and save their copies as they like."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from migov.ontology.errors import DeclarationError, DocumentError

DOCUMENTS: Final = Path(__file__).parent / "landscape" / "documents.csv"
SKETCHES: Final = Path(__file__).parent / "sketches.csv"

SIZE: Final = 64
"""How many hashes a sketch keeps; the estimate of the shared share of lines is then off by about 0.06."""
SHORTEST: Final = 20
"""Shorter lines (page numbers, acronyms, table cells) stand in many documents and say nothing."""
ALIKE: Final = 0.5
"""From this share of common lines on, a file is a changed copy and not another text."""
LARGEST: Final = 8_000_000
"""Bytes above which a file is no text edition of a document; the longest has 0.3 million."""

Sketch = frozenset[int]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A reader's copy of a known document; `changed` when it is not the edition the line numbers speak of."""

    document: str
    path: Path
    lines: tuple[str, ...]
    changed: bool

    def passage(self, first: int, last: int) -> str:
        """Lines `first` to `last`, counted from 1; what lies beyond the end of a shortened copy is left out."""
        return "\n".join(self.lines[max(first, 1) - 1 : max(last, 0)])


@dataclass(frozen=True, slots=True)
class Known:
    """The documents the program knows: the document of each fingerprint, the sketch of each document."""

    fingerprints: Mapping[str, str]
    sketches: Mapping[str, Sketch]


def recognise(path: Path, known: Known | None = None) -> SourceText | None:
    """The document a file holds, or `None` for a foreign text; raises `DocumentError` when it cannot be read."""
    known = known or shipped()
    try:
        if path.stat().st_size > LARGEST:
            return None
        text = _plain(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return None
    except OSError as fault:
        raise DocumentError(f"“{path}” cannot be read") from fault
    document = known.fingerprints.get(fingerprint(text))
    changed = document is None
    if document is None:
        document = _nearest(sketch(text), known.sketches)
    return SourceText(document, path, tuple(text.split("\n")), changed) if document else None


def find(folder: Path, known: Known | None = None) -> dict[str, SourceText]:
    """The known documents among the files of a folder; of two copies the unchanged one, else the first by name."""
    known = known or shipped()
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as fault:
        raise DocumentError(f"“{folder}” is no folder that can be read") from fault
    texts = [text for path in files if (text := recognise(path, known))]
    found: dict[str, SourceText] = {}
    for text in sorted(texts, key=lambda text: (text.document, text.changed)):
        found.setdefault(text.document, text)
    return found


def fingerprint(text: str) -> str:
    """SHA-256 of the text, whatever its line ends, byte order mark and empty lines at the end."""
    return hashlib.sha256(_plain(text).encode()).hexdigest()


def sketch(text: str) -> Sketch:
    """The smallest hashes of the text's longer lines, spaces aside: enough to tell a changed copy from another text."""
    lines = {" ".join(line.split()) for line in _plain(text).split("\n")}
    return frozenset(sorted(_hash(line) for line in lines if len(line) >= SHORTEST)[:SIZE])


def similarity(left: Sketch, right: Sketch) -> float:
    """The estimated share of lines two texts have in common (Jaccard), read from the smallest hashes of both."""
    smallest = sorted(left | right)[:SIZE]
    return len(left & right & set(smallest)) / len(smallest) if smallest else 0.0


@cache
def shipped() -> Known:
    """The documents that ship with the program."""
    return Known({value: document for document, value in known_fingerprints().items()}, known_sketches())


def known_fingerprints(path: Path = DOCUMENTS) -> dict[str, str]:
    """The fingerprint of each document in a table with the columns `document` and `fingerprint`; none without it."""
    if not path.exists():
        return {}
    return {row["document"]: row["fingerprint"] for row in _rows(path, "fingerprint") if row["fingerprint"]}


def known_sketches(path: Path = SKETCHES) -> dict[str, Sketch]:
    """The sketch of each document, as `write_sketches` wrote them."""
    return {
        row["document"]: frozenset(int(part, 16) for part in row["sketch"].split()) for row in _rows(path, "sketch")
    }


def write_sketches(path: Path, texts: Mapping[str, str]) -> None:
    """Writes the sketches of known documents: hashes only, no word of the text can be read from them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["document", "sketch"])
        for document, text in sorted(texts.items()):
            writer.writerow([document, " ".join(f"{value:016x}" for value in sorted(sketch(text)))])


def _nearest(probe: Sketch, sketches: Mapping[str, Sketch]) -> str | None:
    likeness, document = max(((similarity(probe, s), d) for d, s in sketches.items()), default=(0.0, ""))
    return document if likeness >= ALIKE else None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def _hash(line: str) -> int:
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=8).digest())


def _rows(path: Path, column: str) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"document", column} - set(reader.fieldnames or ())
        if missing:
            raise DeclarationError(f"{path.name} has no column “{min(missing)}”")
        return list(reader)
