"""What was read from a store before: labels and places are asked for again and again, and change only when the store does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")


class Recall:
    """Values by what they are (`labels`) and by id, the misses included. A store that is added to forgets them."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}

    def clear(self) -> None:
        """Forgets everything."""
        self._known.clear()

    def of(
        self, what: str, ids: Iterable[str], find: Callable[[list[str]], Mapping[str, Value]]
    ) -> Mapping[str, Value | None]:
        """The value of each id, None where there is none; `find` is asked for those that are not known yet, in order."""
        known = self._known.setdefault(what, {})
        wanted = dict.fromkeys(ids)
        missing = sorted(wanted.keys() - known.keys())
        if missing:
            found = find(missing)
            known.update((name, found.get(name)) for name in missing)
        return {name: known[name] for name in wanted}
