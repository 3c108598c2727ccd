"""The views: one a `.rq` file in `views/`, with a header that says what it shows, what it takes and how it is laid out.

The query selects `?edge ?source ?property ?target`; `?edge` is an edge, or a record that ties the two itself. Keys of the
header (YAML after `#+ `): `summary` (what the picture shows), `description` (what it is for, and what is left out), `takes`
(parameters: the kinds each may be), `open` (parameters that may be left out), `example`, `layout` (`network.LAYOUTS`),
`layers` (column of each kind, by id segment), `most` (nodes a first view holds), `strongest` (where it must be cut, so many
ties of each source, or in rings of each outer thing: those that rest on most records), `finding` (`captions.FINDINGS`).
A parameter is a line that begins with `VALUES ?name { UNDEF }`. A view without a query is given its ties (`path`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from migov.graph.labels import terms
from migov.graph.network import LAYOUTS
from migov.ontology.errors import DeclarationError, QueryError

FOLDER: Final = Path(__file__).parent / "views"
MOST: Final = 140
"""Nodes that a first view may hold and still be read, where its file does not say fewer."""


@dataclass(frozen=True)
class View:
    """One view; `takes` gives the kinds each parameter may be, in the order in which they are named on the command line."""

    name: str
    summary: str
    description: str
    query: str
    takes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    layout: str = LAYOUTS[0]
    layers: Mapping[str, int] = field(default_factory=dict)
    most: int = MOST
    strongest: int = 0
    finding: str = "holders"

    @property
    def needs(self) -> int:
        """How many entities must be named."""
        return len(self.takes) - len(self.open)

    @property
    def usage(self) -> str:
        """How it is asked for, as in `migov draw overlap ILO IOM`."""
        return " ".join(("migov draw", self.name, *self.example))

    def bind(self, entities: Sequence[str]) -> str:
        """The query for these ids, one for each parameter; of the last parameter there may be several.

        Raises `QueryError` for too few or too many.
        """
        self.check(entities)
        query = self.query
        for place, name in enumerate(self.takes):
            last = place == len(self.takes) - 1
            given = entities[place:] if last else entities[place : place + 1]
            line = re.compile(rf"^ *VALUES \?{name} {{ UNDEF }}(.*)\n", re.MULTILINE)
            query = line.sub(rf"  VALUES ?{name} {{ {terms(given)} }}\1\n" if given else "", query)
        return query

    def check(self, entities: Sequence[str]) -> None:
        """Raises `QueryError` unless as many entities are named as the view needs."""
        if len(entities) < self.needs or (entities and not self.takes):
            wants = f"needs {_counted(self.needs)}" if self.takes else "takes no names"
            raise QueryError(f"the view “{self.name}” {wants}, as in {self.usage}")


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, View]:
    """All views by name."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.rq"))}


def view(name: str) -> View:
    """The view of this name. Raises `QueryError`, with the names there are."""
    found = catalogue().get(name)
    if found is None:
        raise QueryError(f"there is no view “{name}”; the views are {', '.join(catalogue())}")
    return found


def read(path: Path) -> View:
    """Reads one file. Raises `DeclarationError` for a header that lacks its summary or names an unknown layout."""
    text = path.read_text(encoding="utf-8")
    header = yaml.safe_load("\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ "))) or {}
    if not header.get("summary"):
        raise DeclarationError(f"{path.name}: the header lacks #+ summary")
    if header.get("layout", LAYOUTS[0]) not in LAYOUTS:
        raise DeclarationError(f"{path.name}: there is no layout “{header['layout']}”; there are {', '.join(LAYOUTS)}")
    return View(
        path.stem,
        header["summary"],
        header.get("description") or "",
        text if "SELECT" in text else "",
        takes={name: tuple(kinds) for name, kinds in (header.get("takes") or {}).items()},
        open=tuple(header.get("open") or ()),
        example=tuple(header.get("example") or ()),
        layout=header.get("layout") or LAYOUTS[0],
        layers=dict(header.get("layers") or {}),
        most=header.get("most") or MOST,
        strongest=header.get("strongest") or 0,
        finding=header.get("finding") or "holders",
    )


def _counted(number: int) -> str:
    return {1: "one name", 2: "two names"}.get(number, f"{number} names")
