"""Titles and subtitles: a finding that is true of what is recorded, names what is drawn, and says how it was narrowed."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from migov.graph.arranging import APART, TOGETHER, Place
from migov.graph.assemble import Landscape
from migov.graph.captions import LONGEST, title
from migov.graph.findings import Found, counted
from migov.graph.network import Caption, Network, Node
from migov.graph.project import Narrowing, project
from migov.graph.traits import Traits
from migov.graph.viewing import catalogue
from migov.graph.whole import Bond
from migov.viz.views import network as view_of

PAIR = ("agency/ilo", "agency/iom")
ENDS = {
    "overlap": PAIR,
    "neighbourhood": PAIR[1:],
    "path": ("agency/unhcr", "agency/sadc"),
}
NARROWED = {
    "all": Narrowing(),
    "theme": Narrowing(themes=("trafficking",)),
    "themes": Narrowing(themes=("trafficking", "remittances", "statistics")),
    "country": Narrowing(countries=("MDA",)),
    "time": Narrowing(since="2005", until="2009"),
    "min": Narrowing(least=2),
    "top": Narrowing(top=14),
    "focus": Narrowing(focus=("agency/iom",)),
    "several": Narrowing(themes=("trafficking",), countries=("MDA",), since="2005", least=2),
}
SAYS = {
    "theme": "trafficking in persons",
    "themes": "On 3 themes",
    "country": "In Moldova",
    "time": "From 2005 to 2009",
    "min": "with 2 records or more",
    "focus": "IOM",
}


@pytest.mark.parametrize("how", NARROWED)
@pytest.mark.parametrize("name", catalogue())
def test_a_title_is_short_and_says_how_the_view_was_narrowed(shipped: Landscape, name: str, how: str) -> None:
    """Two lines of a slide at most, the theme, country, years, records or thing in it, and no advice for a command line."""
    network = view_of(shipped.store, name, ENDS.get(name, ()), NARROWED[how])
    caption = _caption(network)
    assert len(caption.title) <= LONGEST
    assert not caption.title.endswith(".")
    assert caption.title[0].isupper() or caption.title[0].isdigit()
    assert "--" not in caption.title + caption.subtitle
    assert not re.search(r"\b1 (\w+s|bodies|countries)\b", caption.title)
    if SAYS.get(how, "") and not (name == "path" and how == "min"):
        assert SAYS[how] in caption.title, caption.title
    if not len(network):
        assert "recorded" in caption.title


@pytest.mark.parametrize("how", NARROWED)
@pytest.mark.parametrize("name", ["landscape", "collaboration", "agency-theme", "funding", "framework"])
def test_a_title_names_only_what_is_drawn(shipped: Landscape, name: str, how: str) -> None:
    """Whoever is named before the verb is a node of the picture, however far it was cut."""
    network = project(shipped.store, name, ENDS.get(name, ()), NARROWED[how])
    said = _caption(network).title
    match = re.match(r"(?:(?:On|In|From) [^,]*, )?(.*?) (?:are in|is in|pay for|pays for|draw|draws) ", said)
    if match:
        labels = [node.label.casefold() for node in _nodes(network).values()]
        assert all(any(part in label for label in labels) for part in re.split(r", | and ", match[1].casefold())), said


@pytest.mark.parametrize(
    ("shared", "apart", "said"),
    [
        (1, 0, "share 1 theme, with recorded joint work"),
        (1, 1, "share 1 theme, without recorded joint work"),
        (2, 0, "share 2 themes, both with recorded joint work"),
        (2, 1, "share 2 themes, 1 of them without recorded joint work"),
        (2, 2, "share 2 themes, both without recorded joint work"),
        (5, 0, "share 5 themes, all with recorded joint work"),
        (5, 3, "share 5 themes, 3 of them without recorded joint work"),
        (5, 5, "share 5 themes, all without recorded joint work"),
        (0, 0, "share no recorded theme or country: a none and b none"),
    ],
)
def test_an_overlap_counts_what_joint_work_is_not_recorded_on(shared: int, apart: int, said: str) -> None:
    """One, two, all, none and some of what is shared each have their words."""
    placed = {f"theme/{n}": Place(2, APART if n < apart else TOGETHER) for n in range(shared)}
    ends = ("agency/a", "agency/b")
    tie = Bond(ends[0], "collaboratesWith", ends[1], "edge/x", frozenset({"record/x"}))
    found = Found([tie], Traits(), {}, placed | {ends[0]: Place(1), ends[1]: Place(3)}, ends, drawn=frozenset(placed))
    assert title(found, "overlap") == f"A and b {said}"


def test_many_kinds_are_counted_together() -> None:
    """After the three most frequent kinds the rest are other things."""
    names = [*(f"theme/{n}" for n in range(4)), *(f"agency/{n}" for n in range(3)), *(f"project/{n}" for n in range(2))]
    assert counted([*names, "country/A", "region/b"]) == "4 themes, 3 bodies, 2 projects and 2 other things"


def test_records_asked_for_do_not_make_shared_things_lonely(shipped: Landscape) -> None:
    """What both have stays shared when one has few records of it: with fewer ties drawn, nothing moves to `Only ILO`."""
    whole = _groups(project(shipped.store, "overlap", PAIR, most=10_000))
    firm = _groups(project(shipped.store, "overlap", PAIR, Narrowing(least=4), most=10_000))
    assert 10 < len(firm) < len(whole)
    assert {name: whole[name] for name in firm} == firm


def test_an_overlap_on_a_theme_is_a_picture_of_both(shipped: Landscape) -> None:
    """Where one has scores of countries alone, no more than a dozen of them are shown, and the heading gives the number."""
    network = project(shipped.store, "overlap", PAIR, Narrowing(themes=("trafficking",)))
    alone = [node.group for node in _nodes(network).values() if node.layer == 0]
    assert len(alone) == 12
    assert re.fullmatch(r"Only ILO: \d{2,}, shown 12", alone[0])
    assert "share 2 themes, both with recorded joint work" in _caption(network).title


def test_a_view_that_is_hardly_too_large_is_shown_whole(shipped: Landscape) -> None:
    """Three or four nodes are not left out for the sake of a number."""
    network = project(shipped.store, "neighbourhood", ("agency/unhcr",))
    assert len(network) > catalogue()["neighbourhood"].most
    assert not _caption(network).whole


def test_each_kind_has_its_share_of_a_ring(shipped: Landscape) -> None:
    """Around a body linked to hundreds stand bodies, countries, themes and projects alike."""
    kinds = Counter(name.partition("/")[0] for name in project(shipped.store, "neighbourhood", PAIR[:1]))
    assert min(kinds[kind] for kind in ("agency", "country", "theme", "project")) >= 6


def test_two_that_share_nothing_are_both_drawn(shipped: Landscape) -> None:
    """Even one of which nothing is recorded here; the title says that nothing is shared."""
    network = project(shipped.store, "overlap", ("agency/unhcr", "agency/usdol"), Narrowing(themes=("refugees",)))
    assert {"agency/unhcr", "agency/usdol"} <= set(network)
    assert "share no recorded theme or country" in _caption(network).title


def test_a_principle_has_its_number(shipped: Landscape) -> None:
    """Principles are spoken of by number, so it stands before the label; the Framework's headings have none."""
    labels = [node.label for name, node in _nodes(project(shipped.store, "framework")).items() if "principle/" in name]
    assert [label for label in labels if re.match(r"\d+\. ", label)]
    case = project(shipped.store, "framework", ("principle/11",))
    assert "behind principle 11, action against abuse and trafficking" in _caption(case).title


def test_a_path_goes_through_what_is_left(shipped: Landscape) -> None:
    """With records asked for, every link of the path has them; without any path there is a clear sentence."""
    firm = view_of(shipped.store, "path", ENDS["path"], Narrowing(least=2))
    assert len(firm)
    assert all(data["data"].records >= 2 for *_, data in firm.edges(data=True))
    none = view_of(shipped.store, "path", ENDS["path"], Narrowing(themes=("trafficking",)))
    assert (len(none), _caption(none).title) == (
        0,
        "On trafficking in persons, no path between UNHCR and SADC is recorded in the documents",
    )


@pytest.mark.parametrize(
    "centre", ["country/MDA", "theme/trafficking", "instrument/C143", "case-study/5", "component/1"]
)
def test_anything_can_stand_in_the_middle(shipped: Landscape, centre: str) -> None:
    """Countries, themes, instruments, case studies and components have surroundings too."""
    network = project(shipped.store, "neighbourhood", (centre,))
    assert all(centre in ends for ends in network.edges())
    assert " is linked to " in _caption(network).title


def test_the_links_of_the_editors_hold_where_something_hangs_on_them(shipped: Landscape) -> None:
    """In a country the principles of the themes of its case studies are shown, and no other."""
    network = project(shipped.store, "framework", narrowing=Narrowing(countries=("MDA",)))
    themes = {source for source, target in network.edges() if target.startswith("case-study/")}
    assert themes
    assert {target for source, target in network.edges() if source.startswith("principle/")} <= themes


def _groups(network: Network) -> dict[str, str]:
    return {name: node.group.partition(":")[0] for name, node in _nodes(network).items()}


def _nodes(network: Network) -> dict[str, Node]:
    return {name: data["data"] for name, data in network.nodes(data=True)}


def _caption(network: Network) -> Caption:
    caption: Caption = network.graph["caption"]
    return caption
