"""The thing whose own key a name is: found by one small query, without reading all names."""

from __future__ import annotations

from migov.graph.labels import labels
from migov.graph.store import Store


def exact(store: Store, kind: str, name: str) -> str | None:
    """The key that the name itself is, in any case (`iom`, `IOM`), or None. It means what `names.NameIndex.key` means by it."""
    spelled = dict.fromkeys((name, name.casefold()))
    found = labels(store, [f"{kind}/{key}" for key in spelled])
    return next((key for key in spelled if f"{kind}/{key}" in found), None)
