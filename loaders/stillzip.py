"""Archives and office files without a clock: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
DATES: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def still(content: bytes) -> bytes:
    """An XLSX, DOCX or PPTX with fixed times of entries and of the core properties, entries sorted, content types first."""
    with ZipFile(io.BytesIO(content)) as source:
        files = {name: source.read(name) for name in sorted(source.namelist(), key=lambda n: (n != TYPES, n))}
    if CORE in files:
        files[CORE] = DATES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", files[CORE])
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by name, in their order, all of one time."""
    result = io.BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name, content in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)
    return result.getvalue()
