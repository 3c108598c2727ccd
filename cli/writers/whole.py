"""Files that are never half-written: the new content replaces the old when it is whole."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from migov.ontology.errors import InputError


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file beside its name and swaps it in. Raises `InputError` when it cannot be written; what was there stays then."""
    made = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        made.write_bytes(content)
        made.replace(file)
    except OSError as fault:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        remedy = "write to a folder that exists" if not file.parent.is_dir() else "write to another place"
        raise InputError(f"cannot be written: {fault.strerror}", file=str(file), remedy=remedy) from fault
