"""The headers of questions are YAML, and are read as YAML reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from migov.ontology.errors import DeclarationError
from migov.queries.header import header
from migov.queries.questions import FOLDER


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.rq")), ids=lambda file: file.stem)
def test_each_header_of_the_catalogue_is_read_as_yaml_reads_it(file: Path) -> None:
    """All scalars as text."""
    text = file.read_text(encoding="utf-8")
    lines = [line.removeprefix("#+ ") for line in text.splitlines() if line.startswith("#+ ")]
    assert header(text, file.name) == yaml.load("\n".join(lines), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    "value",
    [
        "On what, with whom; and at 10:30 (C#)?",
        '"Who: with a mark # and, [brackets]"',
        '[one, two words, "with, comma", "", a:b]',
        '{a: 1, b-c: two words, d: "x: {y}"}',
        "[ spaced , out ]",
        "[]",
        "{}",
    ],
)
def test_texts_lists_and_mappings_are_read_as_yaml_reads_them(value: str) -> None:
    """With quotes, blanks and marks where YAML allows them."""
    assert header(f"#+ key: {value}", "x.rq") == yaml.load(f"key: {value}", Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    "line",
    [
        "key: a: b",
        "key: one # two",
        "key:",
        "- item",
        "key: 'single'",
        "key: [a, [b]]",
        "key: [a b",
        'key: ["a" b]',
        "key: {a: 1, b}",
        'key: "a" b',
        'key: "a\\nb"',
        "key: |",
        "key: *other",
    ],
)
def test_what_yaml_would_read_otherwise_is_refused(line: str) -> None:
    """With the file and the line, rather than misread."""
    with pytest.raises(DeclarationError, match=r"x\.rq: cannot read"):
        header(f"#+ {line}", "x.rq")
