"""Overlap of two bodies, and of every pair: what is shared, what is joint, what is neither, and the numbers behind it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape, assemble
from migov.loaders.rows import Row
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer, AnswerRow
from migov.queries.comparison.coefficients import Counts, Ratio
from migov.queries.comparison.compare import Overlap, compare
from migov.queries.comparison.overlap import JOINT, SHARED, TENSIONS, UNJOINED, overlap, sections
from migov.queries.comparison.pairs import pairs, pairs_answer

Make = Callable[..., Row]


@pytest.fixture(scope="module")
def more(few: list[Row], make: Make) -> Landscape:
    """`few`, and a theme both work on apart from each other, a plan, a group, an instrument and a second donor's project."""
    return assemble(
        [
            *few,
            make("roles", agency="ilo", role="field-of-work", themes="remittances", what="money home", lines="40"),
            make("roles", agency="iom", role="field-of-work", themes="remittances", what="money sent", lines="41"),
            make("roles", agency="ilo", role="field-of-work", themes="exploitation", what="exploitation", lines="42"),
            make("roles", agency="iom", role="field-of-work", themes="exploitation", what="exploitation", lines="43"),
            make("collaborations", id="c4", agencies="ilo;iom", relation="joint-project", status="planned",
                 themes="remittances", what="a plan", lines="44"),
            make("agencies", agency="gmg", acronym="GMG", kind="forum"),
            make("memberships", group="gmg", member="ilo", role="member", lines="45"),
            make("memberships", group="gmg", member="iom", role="member", lines="46"),
            make("instruments", code="C097", title="Migration for Employment", kind="convention", adopted_by="ilo",
                 lines="47"),
        ]
    )  # fmt: skip


@pytest.fixture(scope="module")
def pair(more: Landscape) -> Overlap:
    """ILO and IOM in `more`."""
    return compare(more.store, "ilo", "iom")


def _labels(found: Overlap, kind: str, shared: bool) -> set[str]:
    return {item.thing.label for item in found.of(kind, shared)}


def test_every_kind_of_thing_is_compared(pair: Overlap) -> None:
    """Themes, countries, donors, projects, instruments, groups and years stand side by side, with what one has alone."""
    assert {item.thing.id for item in pair.of("theme", shared=True)} == {
        f"theme/{name}" for name in ("health-workers", "trafficking", "remittances", "exploitation")
    }
    assert _labels(pair, "theme", False) == {"Discrimination"}
    assert _labels(pair, "country", True) == {"Kenya", "Moldova", "Ukraine"}
    assert _labels(pair, "donor", True) == {"EC"}
    assert _labels(pair, "project", True) == {"Against trafficking"}
    assert _labels(pair, "group", True) == {"GMG"}
    assert _labels(pair, "instrument", False) == {"C097"}


def test_a_body_is_no_partner_donor_or_group_of_its_own_overlap(pair: Overlap) -> None:
    """ILO and IOM are not listed as partners of each other, and units of the ILO are the ILO."""
    assert not {item.thing.id for item in pair.items} & {"agency/ilo", "agency/iom", "agency/migrant"}


def test_joint_work_is_told_by_how_it_stands(pair: Overlap) -> None:
    """Ongoing acts, acts of no stated status and plans are told apart, and a tension is no joint work."""
    assert [(act.status, act.what) for act in pair.joint] == [
        ("ongoing", "joint programming"),
        ("not stated", "Against trafficking"),
        ("planned", "a plan"),
    ]
    assert [act.what for act in pair.tensions] == ["who trains"]


def test_a_plan_is_no_joint_work(pair: Overlap) -> None:
    """A shared theme with nothing but a plan has no joint work, and the plan is mentioned."""
    assert [(item.thing.label, item.standing) for item in pair.unjoined] == [("Remittances", ("planned",))]


def test_a_wider_theme_has_the_joint_work_of_narrower_ones(pair: Overlap) -> None:
    """Both work on exploitation; their project on trafficking is joint work on it."""
    (wide,) = (item for item in pair.items if item.thing.id == "theme/exploitation")
    assert wide.joined
    assert wide.apart


def test_joint_work_outside_is_judged_without_the_joint_acts(pair: Overlap) -> None:
    """A joint act puts both on its theme: whether they are on it otherwise is asked of their other records."""
    found = {out.thing.label: [body.label for body in out.otherwise] for out in pair.outside}
    assert found == {"Health workers": ["IOM"], "Kenya": [], "Moldova": [], "Ukraine": []}
    (health,) = (item for item in pair.items if item.thing.label == "Health workers")
    assert health.shared
    assert not health.apart


def test_each_side_says_whether_a_theme_is_stated_and_by_how_many_records(more: Landscape) -> None:
    """The theme that no cited line names is inferred, for each of the two."""
    answer = overlap(more.store, "ilo", "iom", kind="theme")
    (row,) = (row for row in _rows(answer, SHARED) if str(row.cells[_at(answer, "Item")][0]).startswith("Health"))
    assert row.cells[_at(answer, "Records of ILO")] == ("1, inferred",)
    assert row.cells[_at(answer, "Records of IOM")] == ("2, inferred",)


def test_every_listed_row_has_its_places(pair: Overlap) -> None:
    """Each row below the counts says where it stands."""
    assert all(row.sources for part in sections(pair, alone=True)[1:] for row in part.rows)


def test_the_flat_table_holds_the_sections(more: Landscape) -> None:
    """Programs get one table with a column for the section, as many cells a row as columns."""
    answer = overlap(more.store, "ilo", "iom")
    assert {str(row.cells[0][0]) for row in answer.rows} >= {JOINT, UNJOINED, TENSIONS, SHARED, "Only ILO"}
    assert all(len(row.cells) == len(answer.columns) for row in answer.rows)


def test_what_each_has_alone_is_listed_when_asked_for(pair: Overlap) -> None:
    """The short form counts what one has alone and does not list it."""
    assert "Only ILO" not in {part.question for part in sections(pair)}
    assert "Only ILO" in {part.question for part in sections(pair, alone=True)}


def test_a_theme_narrows_everything(more: Landscape) -> None:
    """On exploitation and what is narrower, the project on trafficking is left and the health workers are not."""
    found = compare(more.store, "ilo", "iom", {"theme": ("exploitation",)})
    assert [act.what for act in found.joint] == ["Against trafficking"]
    assert {item.thing.id for item in found.of("theme")} == {"theme/exploitation", "theme/trafficking"}
    assert _labels(found, "country", True) == {"Moldova", "Ukraine"}


def test_one_body_has_no_overlap_with_itself_or_its_part(more: Landscape) -> None:
    """The same body twice, and a body with its unit, are refused."""
    for other in ("ilo", "migrant"):
        with pytest.raises(QueryError, match="two bodies"):
            compare(more.store, "ilo", other)


def test_coefficients_come_with_their_numbers() -> None:
    """Jaccard and overlap coefficient are those of the definition, and say what was divided by what."""
    counts = Counts.of({1, 2, 3, 4}, {4, 5})
    assert (counts.shared, counts.left_only, counts.right_only) == (1, 3, 1)
    assert str(counts.jaccard) == "0.20 = 1 of 5"
    assert str(counts.overlap) == "0.50 = 1 of 2"
    assert (str(counts.share_of_left), str(counts.share_of_right)) == ("0.25 = 1 of 4", "0.50 = 1 of 2")
    assert str(Ratio(0, 0)) == "-"
    assert Ratio(0, 0).value is None


def test_years_are_compared_by_first_and_last(more: Landscape, few: list[Row], make: Make) -> None:
    """Years run from the first to the last dated act of each; without dates of both they are left out."""
    assert "year" not in compare(more.store, "ilo", "iom").counts
    dated = make(
        "projects", project="p3", title="Dated", units="ilo", partners="iom", start="2007", end="2009", lines="48"
    )
    found = compare(assemble([*few, dated]).store, "ilo", "iom")
    assert [str(span) for span in found.spans] == ["2005-2009", "2007-2009"]
    assert str(found.counts["year"].jaccard) == "0.60 = 3 of 5"


def test_every_pair_counts_units_for_their_body(more: Landscape) -> None:
    """Pairs are those of whole bodies, the one with most joint acts first, with the numbers of the pair's own overlap."""
    found = pairs(more.store)
    first = found[0]
    assert (first.left, first.right) == ("agency/ilo", "agency/iom")
    assert (first.firm, len(first.acts["planned"]), len(first.acts["tension"])) == (2, 1, 1)
    assert "agency/migrant" not in {body for pair in found for body in (pair.left, pair.right)}
    own = compare(more.store, "ilo", "iom").counts
    assert first.counts == {kind: own[kind] for kind in first.counts}


def test_a_theme_narrows_every_pair_as_it_narrows_one(more: Landscape) -> None:
    """The numbers of a pair on a theme are those of its own overlap on that theme."""
    values = {"theme": ("trafficking",)}
    own = compare(more.store, "ilo", "iom", values).counts
    (pair,) = (
        pair for pair in pairs(more.store, values=values) if pair.right == "agency/iom" and pair.left == "agency/ilo"
    )
    assert pair.counts == {kind: own[kind] for kind in pair.counts}


def test_every_pair_of_the_shipped_landscape_takes_seconds(shipped: Landscape) -> None:
    """One query serves all pairs, and each pair's numbers are those of its own page."""
    began = time.monotonic()
    found = {(pair.left, pair.right): pair for pair in pairs(shipped.store)}
    assert time.monotonic() - began < 20
    for left, right in (("ilo", "iom"), ("iom", "unhcr"), ("ilo", "sadc")):
        counts = compare(shipped.store, left, right).counts
        pair = found[f"agency/{left}", f"agency/{right}"]
        assert pair.counts == {kind: counts[kind] for kind in pair.counts}


def test_pairs_as_a_table_narrow_or_wide(more: Landscape) -> None:
    """A column a number for programs, fewer for people, and one kind of thing when asked for."""
    for answer in (pairs_answer(more.store), pairs_answer(more.store, wide=False), pairs_answer(more.store, "theme")):
        assert answer.rows
        assert all(len(row.cells) == len(answer.columns) for row in answer.rows)
    assert "Planned" in pairs_answer(more.store).columns


def _rows(answer: Answer, section: str) -> list[AnswerRow]:
    return [row for row in answer.rows if row.cells[0] == (section,)]


def _at(answer: Answer, column: str) -> int:
    return answer.columns.index(column)
