"""Same data, same picture: two processes write the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from migov.viz.formats import FORMATS


def test_a_second_process_writes_the_same_bytes(
    view: str, file: Callable[[str], bytes], again: Callable[[], dict[str, str]]
) -> None:
    """Neither another seed of hashes, another clock, another order of work nor a store on disk changes a byte."""
    ours = {f"{view}{ending}": sha256(file(ending)).hexdigest() for ending in FORMATS}
    assert {name: again()[name] for name in ours} == ours
