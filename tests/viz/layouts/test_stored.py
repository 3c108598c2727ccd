"""Layouts kept beside a store: the next picture shows things where they were."""

from __future__ import annotations

from pathlib import Path

from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.viz.layouts.positions import positions
from migov.viz.layouts.stored import forget, placed


def _columns(*last: str) -> Network:
    """One body and a dozen themes in two columns; those named stand in the last."""
    network = new_network(Caption("t"), "layers")
    network.add_node("agency/a", data=Node("A", "", "UnAgency", layer=0))
    for number in range(12):
        name = f"theme/{number}"
        network.add_node(name, data=Node(name, "", "Theme", layer=2 if name in last else 1, group="Themes: 12"))
        network.add_edge("agency/a", name, key="worksOn", data=Tie("worksOn"))
    return network


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """A store that is no folder gives the layout as it is."""
    assert placed(_columns(), None, "v", ()) == positions(_columns())
    assert not list(tmp_path.iterdir())


def test_each_view_and_its_options_have_a_layout_of_their_own(tmp_path: Path) -> None:
    """Two options, two files; the same options, one."""
    for options in (("--theme a",), ("--theme b",), ("--theme a",)):
        placed(_columns(), tmp_path, "v", options)
    assert len(list((tmp_path / "layouts").iterdir())) == 2


def test_what_now_stands_in_another_column_moves_there(tmp_path: Path) -> None:
    """A kept place counts only while its node has the same column and heading."""
    before = placed(_columns("theme/10", "theme/11"), tmp_path, "v", ())
    after = placed(_columns("theme/9", "theme/10", "theme/11"), tmp_path, "v", ())
    assert after["theme/9"][0] == after["theme/11"][0] > before["theme/9"][0]
    assert after["theme/3"] == before["theme/3"]


def test_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    """What cannot be read is laid out anew and kept again."""
    first = placed(_columns(), tmp_path, "v", ())
    file = next((tmp_path / "layouts").iterdir())
    for text in ("", "[1]", '{"agency/a": 3}', "{"):
        file.write_text(text, encoding="utf-8")
        assert placed(_columns(), tmp_path, "v", ()) == first


def test_a_forgotten_layout_is_gone(tmp_path: Path) -> None:
    """Forgetting removes the file; forgetting twice does no harm."""
    placed(_columns(), tmp_path, "v", ())
    forget(tmp_path, "v", ())
    forget(tmp_path, "v", ())
    assert not list((tmp_path / "layouts").iterdir())
