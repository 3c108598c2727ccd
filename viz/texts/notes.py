"""Footnotes of a brief: each piece of a sentence with places gets a number and one line that says where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from migov.graph.evidence import Source


class Notes:
    """Numbers footnotes as they come; the first that cites a document gives its title, the later ones its short name."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.lines: list[str] = []
        self._titles = titles
        self._cited: set[str] = set()

    def add(self, sources: Sequence[Source], shown: int) -> int:
        """The number of the footnote that gives the first `shown` places and counts the others."""
        places = list(dict.fromkeys((s.document, s.locator, s.lines, s.certainty) for s in sources))
        said = [self._place(*place) for place in places[:shown]]
        more = len(places) - len(said)
        self.lines.append("; ".join(said) + (f"; {more} more" if more else "") + ".")
        return len(self.lines)

    def _place(self, document: str, locator: str, lines: str, certainty: str) -> str:
        if not document:
            return "judged by the editors"
        title = self._titles.get(document, document)
        name = document if document in self._cited else f"{title} ({document})"
        self._cited.add(document)
        where = f"line{'s' if '-' in lines else ''} {lines}"
        doubt = "" if certainty in ("", "stated") else f" ({certainty})"
        return ", ".join(part for part in (name, locator, where) if part) + doubt
