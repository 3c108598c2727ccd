"""Items told in words: the parser finds them, the readings say what they mean."""

import pytest

from migov.loaders.layouts import eval2008_annex6 as annex6
from migov.loaders.layouts import eval2008_annex8 as annex8
from migov.loaders.layouts.cells import Part
from migov.ontology.errors import DocumentError

ANNEX6 = (
    ("iom field 1", "iom", "field-of-work", "", "boats", ""),
    ("iom field 2", "iom", "field-of-work", "", "rowing", ""),
    ("iom field 3", "iom", "field-of-work", "", "sailing", ""),
    ("iom advantage 1", "iom", "comparative-advantage", "", "speed", ""),
    ("iom advantage 2", "iom", "comparative-advantage", "", "strength", ""),
    ("iom collaboration 1", "ilo;iom", "", "meeting", "race", ""),
    ("iom collaboration 1", "ilo;iom", "", "tension", "harbour", ""),
    ("iom collaboration 2", "", "", "", "", "told in the row before"),
    ("world-bank field 1", "world-bank", "field-of-work", "", "coins", ""),
)


def test_items() -> None:
    """Lists, semicolons and sentences end an item; words that lead in a list, and tags alone, are none."""
    cell = (Part(1, "<p>Boats; in two areas:</p> <ul> <li>- Rowing</li></ul> Long oars. More wind e.g. Gales"),)
    assert [item.text for item in annex6.items(cell)] == ["Boats", "- Rowing", "Long oars.", "More wind e.g. Gales"]


def test_item_over_a_page_break() -> None:
    """An item that breaks off at a word that calls for another goes on; a full one does not."""
    found = annex6.items((Part(1, "Row in the"), Part(3, "harbour; Sail")))
    assert [(i.text, i.first, i.last) for i in found] == [("Row in the harbour", 1, 3), ("Sail", 3, 3)]
    assert [i.text for i in annex6.items((Part(1, "Row"), Part(3, "Sail")))] == ["Row", "Sail"]


def test_annex6(lines, readings) -> None:
    """Every reading is a row on its item's own lines; several acts of one item are told apart by a letter."""
    rows = list(annex6.rows(lines("annex6"), readings(*ANNEX6)))
    roles = [(r["agency"], r["role"], r["what"], r["lines"]) for r in rows if r.table == "roles"]
    assert roles[0] == ("iom", "field-of-work", "boats", "4")
    assert roles[-1] == ("world-bank", "field-of-work", "coins", "7")
    acts = [(r["id"], r["relation"], r["lines"]) for r in rows if r.table == "collaborations"]
    assert acts == [("mini-iom-1a", "meeting", "4-6"), ("mini-iom-1b", "tension", "4-6")]


def test_item_without_reading(lines, readings) -> None:
    """An item that nobody has read is an error that names its place."""
    with pytest.raises(DocumentError, match="world-bank field 1"):
        list(annex6.rows(lines("annex6"), readings(*ANNEX6[:-1])))


def test_reading_without_item(lines, readings) -> None:
    """A reading whose item is gone is an error."""
    extra = ("iom field 4", "iom", "field-of-work", "", "kites", "")
    with pytest.raises(DocumentError, match="iom field 4"):
        list(annex6.rows(lines("annex6"), readings(*ANNEX6, extra)))


def test_annex8(lines, readings) -> None:
    """Items are counted anew in every section, bullets and paragraphs alike."""
    given = readings(
        ("i 1", "iom", "field-of-work", "", "small past", ""),
        ("ii 1", "iom", "strength", "", "boats", ""),
        ("ii 2", "ilo;iom", "", "joint-project", "oars", ""),
    )
    rows = list(annex8.rows(lines("annex8"), given))
    assert [(r["what"], r["lines"], r["id"]) for r in rows] == [
        ("small past", "5", ""),
        ("boats", "9", ""),
        ("oars", "10", "mini-ii-2"),
    ]


@pytest.mark.parametrize(("role", "relation", "note"), [("", "", ""), ("tool", "meeting", "")])
def test_unclear_reading(lines, readings, role: str, relation: str, note: str) -> None:
    """A reading is a role, an act, or a reason for neither."""
    with pytest.raises(DocumentError, match="i 1"):
        list(annex8.rows(lines("annex8"), readings(("i 1", "iom", role, relation, "x", note))))
