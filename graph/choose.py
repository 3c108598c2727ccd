"""One value among several claims: the rules, in order, and the record of each choice that had to be made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from migov.graph.bounds import bounds
from migov.graph.claims import Claim
from migov.graph.model import Model
from migov.graph.terms import term_of
from migov.loaders.declaration import Column
from migov.ontology.namespaces import RDF_TYPE, graph, hashed, id_of, iri

CERTAINTY: Final = ("stated", "implied", "inferred")
CHOSEN: Final = graph("chosen")


def chosen(claims: Iterable[Claim], model: Model) -> Iterator[Quad]:
    """The values that each subject carries, and a `Choice` wherever its claims differ."""
    by_subject: dict[NamedNode, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject].append(claim)
    for subject, about in by_subject.items():
        table = about[0].table
        values = {}
        for column in table.stated:
            stating = [claim for claim in about if claim.values.get(column.name)]
            if stating:
                values[column.name], rule = _chosen(column, stating)
                if rule:
                    yield from _choice(subject, column, rule, model)
        for column in table.stated:
            for value in values.get(column.name, ()):
                yield Quad(subject, model.terms[column.property], term_of(column, value), CHOSEN)
        yield from bounds(subject, table, values, model, CHOSEN)
        named = table.keys[0]
        if named.type == "id":
            yield Quad(subject, model.terms[named.property], Literal(about[0].one(named.name)), CHOSEN)


def _chosen(column: Column, stating: Sequence[Claim]) -> tuple[tuple[str, ...], str]:
    """The values of a subject, and the rule that chose them; no rule where all claims say the same."""
    stated = {claim.values[column.name] for claim in stating}
    if len(stated) == 1:
        return stated.pop(), ""
    if column.many:
        return tuple(sorted(set().union(*stated))), "union"
    value, rule = choose(column, stating)
    return (value,), rule


def _choice(subject: NamedNode, column: Column, rule: str, model: Model) -> Iterator[Quad]:
    node = iri("choice", hashed(id_of(subject), column.name))
    yield Quad(node, RDF_TYPE, model.terms["Choice"], CHOSEN)
    yield Quad(node, model.terms["choiceOf"], subject, CHOSEN)
    yield Quad(node, model.terms["choiceProperty"], Literal(column.property), CHOSEN)
    yield Quad(node, model.terms["chosenBy"], iri("rule", rule), CHOSEN)


def choose(column: Column, stating: Sequence[Claim]) -> tuple[str, str]:
    """The value of a column that holds one, and the rule that chose it.

    Rules in order, each narrowing the claims: the most certain; what most of them say; of dates that agree as far as
    they go, the most exact; the claim that states most; the first in the order of documents and lines.
    """
    left = list(stating)
    certainty = min(_rank(claim) for claim in left)
    narrowed = [claim for claim in left if _rank(claim) == certainty]
    if found := _agreed(column, narrowed):
        return found, "certainty" if len(narrowed) < len(left) else "agreed"
    left = narrowed
    counts = Counter(claim.one(column.name) for claim in left)
    most = max(counts.values())
    left = [claim for claim in left if counts[claim.one(column.name)] == most]
    if found := _agreed(column, left):
        return found, "majority"
    if column.type in ("date", "from", "to"):
        exact = max((claim.one(column.name) for claim in left), key=lambda v: (len(v), v))
        if all(exact.startswith(claim.one(column.name)) for claim in left):
            return exact, "precision"
    fullest = max(len(claim.values) for claim in left)
    left = [claim for claim in left if len(claim.values) == fullest]
    if found := _agreed(column, left):
        return found, "fullest"
    return min(left, key=_position).one(column.name), "first"


def _agreed(column: Column, claims: Sequence[Claim]) -> str | None:
    values = {claim.one(column.name) for claim in claims}
    return values.pop() if len(values) == 1 else None


def _rank(claim: Claim) -> int:
    said = claim.one("certainty")
    return CERTAINTY.index(said) if said in CERTAINTY else 0


def _position(claim: Claim) -> tuple[str, tuple[int, int], str]:
    first = claim.places[0] if claim.places else None
    return (first.document, first.range, claim.node.value) if first else ("", (0, 0), claim.node.value)
