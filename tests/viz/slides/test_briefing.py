"""The briefing: its parts in order, findings as titles, its scope, and the last slide on sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from migov.graph.assemble import Landscape
from migov.graph.project import project
from migov.ontology.errors import QueryError
from migov.viz.slides import briefing, deck


@pytest.fixture(scope="module")
def pair(shipped: Landscape) -> bytes:
    """The deck on ILO and IOM."""
    return deck(briefing(shipped.store, ("ilo", "iom")))


def test_a_briefing_on_two_has_all_parts(pair: bytes, read: Callable) -> None:
    """In brief, overlap, figures, joint work, fields without it, tensions, profiles, money, disagreements, sources."""
    titles = [seen.title for seen in read(pair)]
    parts = (
        "ILO and IOM: ",
        "share 36",
        "that either has",
        "joint acts",
        "no joint work",
        "tension",
        "ILO: ",
        "most money",
    )
    at = [next(n for n, title in enumerate(titles) if part in title and n >= place) for place, part in enumerate(parts)]
    assert at == sorted(at)
    assert any(title.startswith("IOM: ") for title in titles)
    assert any("disagree" in title for title in titles)
    assert "silence is not absence" in titles[-1]


def test_the_first_slide_says_what_the_others_find(pair: bytes, read: Callable) -> None:
    """Each finding of the first slide is the title of a later one."""
    first, *others = read(pair)
    titles = [title for seen in others for title in (seen.title, *seen.named("Heading"))]
    for _, said in first.table[1:]:
        assert any(said.removesuffix(" …") in title or title.startswith(said[:40]) for title in titles), said


def test_a_briefing_has_no_fault(pair: bytes, read: Callable) -> None:
    """Nothing overlaps, leaves the slide or its shape, and no connector of the overlap is hidden."""
    for seen in read(pair):
        assert not [fault for fault in seen.faults() if "Chart" not in fault]


def test_the_last_slide_counts_the_places_used(pair: bytes, read: Callable) -> None:
    """Each document stands with its short name and how many of its places the slides rest on."""
    table = read(pair)[-1].table
    assert {"eval2008", "eval2013", "note2013", "outcome7", "poa2008"} == {row[0] for row in table[1:]}
    assert sum(int(row[-1].replace(",", "")) for row in table[1:]) > 100


def test_two_runs_give_the_same_bytes(small: Landscape) -> None:
    """The chart's workbook has no clock either."""
    assert deck(briefing(small.store, ("ilo", "iom"))) == deck(briefing(small.store, ("ilo", "iom")))


@pytest.mark.parametrize("agencies", [("unhcr",), ("iom", "osce"), ("osce",)])
def test_a_briefing_on_any_is_drawn(agencies: tuple[str, ...], shipped: Landscape, read: Callable) -> None:
    """Agencies of which little is recorded make a deck without a fault too, and say what is not recorded."""
    slides = read(deck(briefing(shipped.store, agencies)))
    assert len(slides) >= 4
    for seen in slides:
        assert not [fault for fault in seen.faults() if "runs under" not in fault]


def test_no_slide_says_only_that_there_is_nothing(shipped: Landscape, read: Callable) -> None:
    """Where no disagreement names an agency, one line under another table says so."""
    slides = read(deck(briefing(shipped.store, ("eurostat",))))
    assert not [seen.title for seen in slides if seen.title.startswith("No disagreement")]
    assert "No disagreement of the sources names EUROSTAT" in [
        word for seen in slides for word in seen.named("Heading")
    ]


def test_what_the_picture_of_one_does_not_hold_stands_in_a_table(shipped: Landscape, read: Callable) -> None:
    """A briefing on one agency names all that it is linked to; what more places tell of is drawn."""
    slides = read(deck(briefing(shipped.store, ("iom",))))
    whole = project(shipped.store, "neighbourhood", ("agency/iom",), most=1000)
    places = {other: len(whole.edges[edge]["data"].sources) for edge in whole.edges for other in edge[:2]}
    drawn = {box.name for box in slides[1].boxes.values()}
    named = ", ".join(row[-1] for seen in slides[2:] if "has no room" in seen.title for row in seen.table[1:])
    labels = {name: whole.nodes[name]["data"].label for name in whole}
    assert all(label in drawn or label in named for label in labels.values())
    assert {"ILO", "WHO", "OSCE"} <= drawn
    left = [name for name in whole if labels[name] not in drawn]
    assert max(places[name] for name in left) <= min(
        places[name] for name in whole if name in ("agency/who", "agency/osce")
    )


def test_a_briefing_is_narrowed_to_a_theme(shipped: Landscape, read: Callable) -> None:
    """The title names the theme, the profile counts fewer entries, and the disagreements say that they are not narrowed."""
    slides = read(deck(briefing(shipped.store, ("ilo", "iom"), theme="trafficking")))
    assert "(on Trafficking in persons)" in slides[0].title
    whole = next(seen for seen in read(deck(briefing(shipped.store, ("ilo",)))) if "entries" in seen.title)
    narrow = next(seen for seen in slides if seen.title.startswith("ILO: ") and "entries" in seen.title)
    assert _entries(narrow.title) < _entries(whole.title)
    disputes = next(seen for seen in slides if "disagree" in seen.title)
    assert disputes.named("Subtitle")[0].startswith("On all themes and times")


def _entries(title: str) -> int:
    return int(title.split(": ", 1)[1].split(maxsplit=1)[0].replace(",", ""))


def test_another_number_of_agencies_is_refused(small: Landscape) -> None:
    """None or three are told what to write."""
    for agencies in ((), ("ilo", "iom", "osce")):
        with pytest.raises(QueryError, match="one agency or two"):
            briefing(small.store, agencies)
