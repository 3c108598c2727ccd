"""XML elements as a file."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring


def document(root: Element) -> bytes:
    """The file: UTF-8, an element a line. Text must be clean (`values.clean`)."""
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()
