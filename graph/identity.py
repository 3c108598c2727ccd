"""Which ids name one and the same: a log of judgements, applied when the graph is built; merged rows are never edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from migov.loaders.rows import Row
from migov.ontology.errors import IdentityError


@dataclass(frozen=True, slots=True)
class Identity:
    """Ids that give way to another, with the id that stays."""

    canonical: Mapping[str, str]

    def of(self, name: str) -> str:
        """The id that stays for `segment/key`."""
        return self.canonical.get(name, name)


def identity(rows: Iterable[Row]) -> Identity:
    """Joins the ids that `judgements` rows call the same.

    The id that stays is one that no judgement puts on the right; where a ring leaves none, the first in the alphabet.
    Raises `IdentityError` when ids joined in one chain are judged different elsewhere.
    """
    judged = [row for row in rows if row.table == "judgements"]
    same = [(row["left"], row["right"]) for row in judged if row["judgement"] == "same"]
    group: dict[str, set[str]] = {}
    for left, right in same:
        joined = group.get(left, {left}) | group.get(right, {right})
        for name in joined:
            group[name] = joined
    given_up = {right for _, right in same}
    canonical = {}
    for name, joined in group.items():
        stays = min(joined - given_up or joined)
        if name != stays:
            canonical[name] = stays
    for row in judged:
        if row["judgement"] == "different" and row["right"] in group.get(row["left"], set()):
            where = f"{row.origin.file}, row {row.origin.row}: " if row.origin.file else ""
            raise IdentityError(
                f"{where}“{row['left']}” and “{row['right']}” are judged different here and the same elsewhere"
            )
    return Identity(canonical)
