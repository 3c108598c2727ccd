"""Paths: the shortest chains of recorded ties between two things, each hop with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

import networkx as nx

from migov.graph.evidence import Source, in_order, sources
from migov.graph.labels import labels
from migov.graph.store import Store
from migov.graph.whole import Bond, Whole, bonds, joined, parts, whole
from migov.ontology.errors import QueryError
from migov.queries.answer import Answer, AnswerRow, Thing
from migov.queries.ask import SILENCE, VOICE
from migov.queries.structure.hops import words

COLUMNS: Final = ("Path", "Hop", "From", "How", "To")
NEAR: Final = ("country", "region", "theme")
"""Kinds that tie everything to everything: not passed through unless asked for."""
PRESENCE: Final = {"activeIn": "country", "concerns": "theme", "worksOn": "theme"}
"""Properties that reach only this kind: not read while it is neither an end nor passed through."""
OPEN: Final = ("plannedWith", "inTension")
"""What is not done: no part of a path unless asked for."""
DETOUR: Final = 2
"""Paths longer than the shortest by more hops than this are not looked for."""
MOST: Final = 10_000
"""Paths of one length that are compared; of more, the first in the order of their ids."""
PLURAL: Final = {"agency": "agencies", "country": "countries"}

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What a path may pass through: kinds it may not, bodies left out with all their parts, planned ties and tensions or not."""

    avoid: tuple[str, ...] = NEAR
    without: tuple[str, ...] = ()
    planned: bool = False

    def through(self, graph: Whole, ends: Sequence[str]) -> Whole:
        """The part of the graph a path may use.

        An end's own country may be passed, since a government ratifies as its country; that others are active in it joins nobody.
        """
        own = {bond.target for end in ends for bond in bonds(graph, end, ("country",)) if bond.source == end}
        out = parts(graph, self.without)
        shut = {*self.skip(ends), *(() if self.planned else OPEN)}
        kept: Whole = nx.Graph()
        for one, other, ties in joined(graph):
            left = tuple(tie for tie in ties if tie.kind not in shut)
            if left and all(self._open(name, out) or name in ends or name in own for name in (one, other)):
                kept.add_edge(one, other, ties=left)
        return kept

    def skip(self, ends: Sequence[str]) -> tuple[str, ...]:
        """Properties that no path between these ends can use."""
        kinds = {end.partition("/")[0] for end in ends}
        return tuple(kind for kind, reached in PRESENCE.items() if reached in self.avoid and reached not in kinds)

    def _open(self, name: str, out: Set[str]) -> bool:
        return name not in out and name.partition("/")[0] not in self.avoid


def paths(store: Store, start: str, end: str, k: int = 3, way: Way | None = None) -> Answer:
    """The `k` shortest paths between two ids, a row for each hop; of equal length the best evidenced come first.

    Raises `QueryError` for a path that cannot be: from a thing to itself, or without one of its own ends.
    """
    way = way or Way()
    if start == end:
        raise QueryError(f"both names mean {start}; a path needs two things")
    if found := {start, end} & set(way.without):
        raise QueryError(f"{min(found)} is an end of the path and cannot be left out of it")
    ends = (start, end)
    open_ = way.through(whole(store, way.skip(ends)), ends)
    chosen, counts = shortest(open_, start, end, k)
    names = labels(store, {start, end, *way.without, *(name for path in chosen for name in path)})
    title = f"{_name(start, names)} and {_name(end, names)}: "
    if not chosen:
        title += "no path is recorded"
        return Answer(title, COLUMNS, [], f"{SILENCE}. {_elsewhere(store, ends, way)} {VOICE}")
    title += "the shortest path" if len(chosen) == 1 else f"the {len(chosen)} shortest paths"
    rows = list(_rows(store, open_, chosen, _distinct(names)))
    return Answer(title, COLUMNS, rows, " ".join((_counted(chosen, counts), _told(way, names), READING, VOICE)))


READING: Final = "A path is a chain of separate ties, not one joint act."


def shortest(graph: Whole, start: str, end: str, k: int) -> tuple[list[Path], Mapping[int, int]]:
    """The `k` shortest paths without loops, and how many there are of each length looked at.

    Of equal length come first those whose weakest hop rests on most records, then those with most records in all,
    then in the order of ids. Only paths up to `DETOUR` hops longer than the shortest are looked for.
    """
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return [], {}
    least = int(nx.shortest_path_length(graph, start, end))
    found: list[Path] = []
    counts: dict[int, int] = {}
    for length in range(least, least + DETOUR + 1):
        if len(found) == k:
            break
        equal = list(islice(_walk(graph, (start,), end, length), MOST))
        counts[length] = len(equal)
        found += sorted(equal, key=lambda path: (*_weakness(graph, path), path))[: k - len(found)]
    return found, counts


def _walk(graph: Whole, path: Path, end: str, hops: int) -> Iterator[Path]:
    """Paths that go on from this one to the end in exactly so many hops, in the order of their ids."""
    here = path[-1]
    if hops == 1:
        if end in graph[here]:
            yield (*path, end)
        return
    near = _near(graph, end, path, hops - 1)
    for step in sorted(near.intersection(graph[here]) - {end}):
        yield from _walk(graph, (*path, step), end, hops - 1)


def _near(graph: Whole, end: str, path: Path, hops: int) -> set[str]:
    """Nodes from which the end is reached in so many hops or fewer, off the path walked so far."""
    seen = {end}
    ring = seen
    for _ in range(hops):
        ring = {name for reached in ring for name in graph[reached]}.difference(seen, path)
        seen = seen | ring
    return seen


def _weakness(graph: Whole, path: Path) -> tuple[int, int]:
    held = [len(_records(graph[one][other]["ties"])) for one, other in pairwise(path)]
    return -min(held), -sum(held)


def _records(ties: Iterable[Bond]) -> set[str]:
    return {record for tie in ties for record in tie.records}


def _rows(store: Store, graph: Whole, chosen: Sequence[Path], names: Mapping[str, str]) -> Iterator[AnswerRow]:
    hops = {hop for path in chosen for hop in pairwise(path)}
    said = sources(store, {tie.evidence for one, other in hops for tie in graph[one][other]["ties"]})
    for number, path in enumerate(chosen, start=1):
        for hop, (one, other) in enumerate(pairwise(path), start=1):
            ties = graph[one][other]["ties"]
            how = tuple(dict.fromkeys(words(tie.kind, back=tie.target == one) for tie in ties))
            behind: set[Source] = {source for tie in ties for source in said.get(tie.evidence, ())}
            ends = [(Thing(name, _name(name, names)),) for name in (one, other)]
            yield AnswerRow(((number,), (hop,), ends[0], how, ends[1]), tuple(sorted(behind, key=in_order)))


def _distinct(names: Mapping[str, str]) -> Mapping[str, str]:
    """Labels, with the kind behind those that two things share (Sweden, the government and the country)."""
    shared = list(names.values())
    return {
        id_: f"{label} ({id_.partition('/')[0]})" if shared.count(label) > 1 else label for id_, label in names.items()
    }


def _name(id_: str, names: Mapping[str, str]) -> str:
    return names.get(id_, id_.partition("/")[2])


def _counted(chosen: Sequence[Path], counts: Mapping[int, int]) -> str:
    said = [f"{'at least ' if n == MOST else ''}{n:,} of {_hops(length)}" for length, n in sorted(counts.items()) if n]
    more = sum(counts.values()) > len(chosen)
    order = "; of equal length those come first whose weakest hop is said most often." if more else "."
    return f"Paths recorded: {', '.join(said)}{order}"


def _hops(length: int) -> str:
    return f"{length} hop" if length == 1 else f"{length} hops"


def _told(way: Way, names: Mapping[str, str]) -> str:
    kinds = _listed(PLURAL.get(kind, f"{kind}s") for kind in way.avoid)
    told = [f"{kinds} are not passed through, since they make everything near" if kinds else ""]
    told.append(f"left out: {_listed(_name(id_, names) for id_ in way.without)}, with all parts" if way.without else "")
    told.append("planned ties and tensions count as hops" if way.planned else "planned ties and tensions are no hops")
    text = "; ".join(part for part in told if part)
    return f"{text[0].upper()}{text[1:]}."


def _listed(words_: Iterable[str]) -> str:
    *most, last = [*words_] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _elsewhere(store: Store, ends: tuple[str, str], way: Way) -> str:
    """What would join two things, were the way wider: one sentence, with the shortest chain for each kind left out."""
    wider = {
        f"through {PLURAL.get(kind, f'{kind}s')}": Way(
            tuple(k for k in way.avoid if k != kind), way.without, way.planned
        )
        for kind in way.avoid
    }
    if not way.planned:
        wider["by planned ties or tensions"] = Way(way.avoid, way.without, True)
    if way.without:
        wider["through what is left out"] = Way(way.avoid, (), way.planned)
    graph = whole(store)
    found = {name: shortest(other.through(graph, ends), *ends, 1)[0] for name, other in wider.items()}
    names = labels(store, {node for chains in found.values() for path in chains for node in path})
    said = [
        f"{name} in {_hops(len(path) - 1)} ({' - '.join(_name(node, names) for node in path)})"
        for name, chains in found.items()
        for path in chains
    ]
    if not said:
        return "Nothing that is left out would join them either."
    return f"They would be joined {'; '.join(said)}."
