"""Office files without a clock: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
DATES: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def still(content: bytes) -> bytes:
    """An XLSX, DOCX or PPTX with fixed times of entries and of the core properties, entries sorted, content types first."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = DATES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", data)
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)
    return result.getvalue()
