"""The names of a store, kept beside its build."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.cli.known import known
from migov.cli.stores import opened
from migov.graph.build import build
from migov.graph.builds import current
from migov.loaders.rows import Row
from migov.queries.keys import exact
from migov.queries.names import names


@pytest.fixture
def folder(few: list[Row], tmp_path: Path) -> Path:
    """A folder with a build of the small landscape."""
    build(few, tmp_path)
    return tmp_path


def _file(folder: Path) -> Path:
    build = current(folder)
    assert build is not None
    return build.with_name("names.json")


def test_names_are_kept_beside_the_build_and_read_from_there(folder: Path) -> None:
    """The first use writes them; the second reads what is written, and both say what the graph says."""
    graph = opened(str(folder))
    first = known(str(folder), graph)
    assert first.to_json() == names(graph).to_json() == _file(folder).read_text(encoding="utf-8")
    _file(folder).write_text(first.to_json().replace("IOM", "IOM!"), encoding="utf-8")
    assert known(str(folder), graph).label("agency", "iom") == "IOM!"


def test_a_new_build_has_names_of_its_own(folder: Path, few: list[Row], make: Callable[..., Row]) -> None:
    """What was kept for an earlier build is not read."""
    known(str(folder), opened(str(folder)))
    build([*few, make("agencies", agency="who", acronym="WHO", kind="intergovernmental")], folder)
    assert known(str(folder), opened(str(folder))).key("agency", "WHO") == "who"


@pytest.mark.parametrize("spoilt", ["", "{}", "nonsense"])
def test_names_that_cannot_be_read_are_made_anew(folder: Path, spoilt: str) -> None:
    """A spoilt file is replaced."""
    _file(folder).write_text(spoilt, encoding="utf-8")
    assert known(str(folder), opened(str(folder))).key("agency", "IOM") == "iom"
    assert len(_file(folder).read_text(encoding="utf-8")) > 100


def test_names_older_than_what_makes_them_are_made_anew(folder: Path) -> None:
    """Aliases that came with a newer migov count."""
    _file(folder).write_text('[{}, {}, {}, ""]', encoding="utf-8")
    os.utime(_file(folder), (1, 1))
    assert known(str(folder), opened(str(folder))).key("agency", "IOM") == "iom"


def test_a_store_in_memory_keeps_nothing(folder: Path) -> None:
    """Its names are read from the graph."""
    graph = opened(str(folder))
    assert known("memory:", graph).to_json() == names(graph).to_json()
    assert not _file(folder).exists()


def test_an_exact_key_means_what_all_names_say_it_means(folder: Path) -> None:
    """In any case; what is no key is left to the names."""
    graph = opened(str(folder))
    index = names(graph)
    for kind, held in index.forms.items():
        for key in {key for keys in held.values() for key in keys}:
            found = exact(graph, kind, key)
            assert found is None or found == index.key(kind, key) == key
    assert exact(graph, "agency", "IOM") == "iom"
    assert exact(graph, "agency", "Org. for Migration") is None
    assert exact(graph, "agency", "") is None
