"""Projection: the ties that a view asks for, as a networkx network with labels, kinds, themes and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.arranging import FULL, arranged, chosen, outward, strongest
from migov.graph.captions import SOURCE_LINE, subtitle, title
from migov.graph.evidence import in_order, sources, text
from migov.graph.findings import Found
from migov.graph.labels import labels, terms, titles
from migov.graph.narrowing import Narrowing, narrow, weights
from migov.graph.network import Caption, Network, Node, Tie, new_network
from migov.graph.store import Store
from migov.graph.traits import JUDGED, Traits, bonds, traits
from migov.graph.viewing import MOST, View, catalogue, view
from migov.graph.whole import Bond
from migov.ontology.concepts import Vocabulary, vocabulary
from migov.ontology.drawing import Drawing, drawing
from migov.ontology.namespaces import ONTOLOGY, id_of

__all__ = ["ALL", "MOST", "Narrowing", "project", "views"]

ALL: Final = 1_000_000
"""As many nodes as there are."""
EVERYWHERE: Final = ("country", "region", "theme")
"""What makes everything near: a second hop does not lead through it."""
STATUSES: Final = ("ongoing", "done", "planned", "explored")
FEWEST: Final = 4
"""Nodes below which a narrower picture is not worth offering."""
OFFERED: Final = 2
SPARE: Final = 1.25
"""A view that holds but a quarter more than is best is shown whole."""


def views() -> tuple[str, ...]:
    """Names of the views that show the whole graph and need no name of a thing."""
    return tuple(name for name, found in catalogue().items() if not found.needs)


def project(
    store: Store,
    name: str,
    entities: Sequence[str] = (),
    narrowing: Narrowing | None = None,
    *,
    hops: int = 1,
    ties: Sequence[Bond] | None = None,
    style: Drawing | None = None,
    known: Vocabulary | None = None,
    most: int = 0,
) -> Network:
    """The network of a view around these ids, with at most `most` nodes (else as many as the view says can be read).

    `ties` are those of a view that has no query of its own. Raises `QueryError` for a view that does not exist, and for too
    few or too many ids.
    """
    shown, narrowing, known = view(name), narrowing or Narrowing(), known or vocabulary()
    shown.check(entities)
    read = ties if ties is not None else _read(store, shown, entities, hops)
    ends = {end for tie in read for end in (tie.source, tie.target)}
    # Of a country and its government, both asked for by one name, only what the view knows is spoken of.
    if there := tuple(name for name in narrowing.focus if name in ends):
        narrowing = replace(narrowing, focus=there)
    said = traits(store, read)
    flow, rings, fields = shown.layout == "layers", shown.layout == "rings", shown.finding == "overlap"
    cut = partial(narrow, read, said, known=known, ends=entities, flow=flow, fields=fields)
    left = cut(narrowing)
    names = labels(store, {*(end for tie in left for end in (tie.source, tie.target)), *entities, *narrowing.ids})
    names |= {f"theme/{slug}": known.label("theme", slug) for slug in known.scheme("theme")}
    placed = arranged(shown, left, said, entities, names, known)
    left = outward(left, placed) if rings else left
    most = most or narrowing.top or (len(placed) if len(placed) <= SPARE * shown.most else shown.most)
    full = 0 if narrowing.top else FULL
    kept = chosen(left, placed, most, {*entities, *narrowing.focus}, shown, full=full)
    kept |= set(entities) & placed.keys()
    each = shown.strongest if len(kept) < len(placed) else 0
    drawn = [tie for tie in left if {tie.source, tie.target} <= kept]
    drawn = strongest(drawn, placed, each, shown.layout) if each else drawn
    found = Found(left, said, names, placed, entities, narrowing, frozenset(kept))
    large = len(kept) < len(placed) and not narrowing.top
    offers = _narrower(left, said, narrowing, cut, entities, most) if large else ()
    most_of = "records" if flow or rings else "links"
    told, top = narrowing.told(names), bool(narrowing.top)
    under = subtitle(shown.summary, told, found, len(kept), most=most_of, strongest=each, top=top)
    finding = title(found, shown.finding, whole=not (flow or rings))
    caption = Caption(finding, under, SOURCE_LINE, len(placed) if large else 0, offers)
    return _network(store, replace(found, ties=drawn), shown, caption, style)


def _read(store: Store, shown: View, entities: Sequence[str], hops: int) -> tuple[Bond, ...]:
    """The ties of a view; with more hops also those of what it ties, but not of what makes everything near."""
    found = bonds(store, store.select(shown.bind(entities)))
    done = set(entities)
    for _ in range(hops - 1 if shown.layout == "rings" else 0):
        near = {end for tie in found for end in (tie.source, tie.target)} - done
        through = sorted(name for name in near if name.partition("/")[0] not in EVERYWHERE)
        more = bonds(store, store.select(shown.bind(through))) if through else ()
        found, done = tuple(sorted({*found, *more})), done | near
    return found


def _span(days: Iterable[str]) -> tuple[str, str]:
    """The first and the last of some days, both empty where there is none."""
    printed = sorted(days)
    return (printed[0], printed[-1]) if printed else ("", "")


def _network(store: Store, found: Found, shown: View, caption: Caption, style: Drawing | None) -> Network:
    """The network of the ties that are shown."""
    nodes = sorted(found.drawn)
    full, kinds = _full_names(store, nodes), _kinds(store, nodes, style or drawing())
    places = sources(store, {record for tie in found.ties for record in tie.records})
    ties = {
        (tie.source, tie.target, tie.kind): Tie(
            tie.kind,
            status(tie, found.said),
            tuple(sorted({slug for record in tie.records for slug in found.said.themes.get(record, ())})),
            tuple(sorted({place for record in tie.records for place in places.get(record, ())}, key=in_order)),
            len(tie.records),
            *_span(day for record in tie.records for day in found.said.printed.get(record, ())),
        )
        for tie in found.ties
    }
    whole, part = Counter(found.placed.values()), Counter(found.placed[name] for name in nodes)
    about: dict[str, set[str]] = defaultdict(set)
    for (source, target, _), tie in ties.items():
        about[source].update(tie.themes)
        about[target].update(tie.themes)
    network = new_network(caption, shown.layout)
    network.graph["documents"] = titles(store, {place.document for tie in ties.values() for place in tie.sources})
    for name in nodes:
        place, label = found.placed[name], _label(found, name)
        slugs = tuple(sorted(about[name]))
        facts = (("Standing", place.group),) if place.group else ()
        kind, heading = kinds.get(name, "Record"), _heading(place.group, part[place], whole[place])
        network.add_node(name, data=Node(label, full.get(name, label), kind, slugs, facts, place.layer, heading))
    for (source, target, key), tie in sorted(ties.items()):
        network.add_edge(source, target, key=key, data=tie)
    return network


def _label(found: Found, name: str) -> str:
    """The label; a principle's with its number, by which it is spoken of."""
    kind, _, key = name.partition("/")
    label = found.names.get(name, name)
    return f"{key}. {label}" if kind == "principle" and key.isdigit() else label


def _heading(group: str, shown: int, there: int) -> str:
    """The heading with its number, as in `Only ILO: 162, shown 24`."""
    return f"{group}: {there}" + (f", shown {shown}" if shown < there else "") if group else ""


def status(tie: Bond, said: Traits) -> str:
    """How a tie stands: what its records state, the firmest first; `inferred` when no cited line names its theme, or when it
    rests on the editors' links alone; else empty."""
    segment, _, key = tie.target.partition("/")
    judged = all(record.startswith(JUDGED) for record in tie.records)
    if judged or (segment == "theme" and not any(key in said.stated.get(record, ()) for record in tie.records)):
        return "inferred"
    stated = {word for record in tie.records for word in said.statuses.get(record, ())}
    return next((word for word in STATUSES if word in stated), "") if segment == "agency" else ""


def _narrower(
    left: Sequence[Bond],
    said: Traits,
    narrowing: Narrowing,
    cut: Callable[[Narrowing], Sequence[Bond]],
    ends: Sequence[str],
    most: int,
) -> tuple[str, ...]:
    """Options that show a part small enough to be read whole: a theme, the surroundings of the best tied thing, or the ties
    that rest on most records."""
    weight = weights(left)

    def fits(other: Narrowing) -> bool:
        return FEWEST <= len(weights(cut(other))) <= most

    held: dict[str, int] = defaultdict(int)
    for tie in left:
        for slug in {slug for record in tie.records for slug in said.themes.get(record, ())}:
            held[slug] += 1
    themes = sorted(held, key=lambda slug: (-held[slug], slug)) if not narrowing.themes else []
    ranked = sorted(weight, key=lambda name: (not name.startswith("agency/"), -weight[name][0], name))
    least = sorted({len(tie.records) for tie in left} - {1})
    tried: Iterable[Iterable[Narrowing]] = (
        (replace(narrowing, focus=(name,)) for name in ranked if not (narrowing.focus or ends)),
        (replace(narrowing, themes=(slug,)) for slug in themes),
        (replace(narrowing, least=number) for number in least),
    )
    offers = (next((other for other in others if fits(other)), None) for others in tried)
    new = [set(other.options) - set(narrowing.options) for other in offers if other]
    return tuple(option for options in new for option in sorted(options))[:OFFERED]


def _full_names(store: Store, names: list[str]) -> dict[str, str]:
    """The full name of each thing that has one beside its label; of several the first in the alphabet."""
    if not names:
        return {}
    found = store.select(
        f"SELECT DISTINCT ?thing ?name WHERE {{ VALUES ?thing {{ {terms(names)} }} ?thing :name ?name }}"
    )
    pairs = [(id_of(thing), text(name)) for thing, name in found.rows if isinstance(thing, NamedNode)]
    return dict(sorted(pairs, reverse=True))


def _kinds(store: Store, names: list[str], style: Drawing) -> Mapping[str, str]:
    """The narrowest drawn class of each thing; the alphabet decides between equals."""
    if not names:
        return {}
    found = store.select(
        f"SELECT DISTINCT ?thing ?class WHERE {{ VALUES ?thing {{ {terms(names)} }} ?thing a ?class }}"
    )
    classes: dict[str, set[str]] = defaultdict(set)
    for thing, cls in found.rows:
        if isinstance(thing, NamedNode) and isinstance(cls, NamedNode):
            classes[id_of(thing)].add(cls.value.removeprefix(ONTOLOGY))
    return {
        name: min(drawn, key=lambda c: (-style.depths[c], c))
        for name, all_ in classes.items()
        if (drawn := all_ & style.depths.keys())
    }
