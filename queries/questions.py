"""The catalogue: one question a `.rq` file, valid SPARQL as it stands, with a comment header.

The header is grlc's (`#+ summary`, `#+ description`, `#+ tags`, `#+ defaults`) and keys of ours: `#+ params` gives the
type of each parameter, `#+ columns` the title of each column, `#+ note` what is said under each answer. A parameter
`theme` is a line of the query that begins with `VALUES ?theme { UNDEF }`: values take the place of UNDEF, and the whole
line falls away when the parameter is not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from migov.ontology.errors import DeclarationError, QueryError
from migov.ontology.namespaces import iri

FOLDER: Final = Path(__file__).parent / "catalogue"
EVIDENCE: Final = "evidence"


@dataclass(frozen=True)
class Question:
    """One question: its name, the words a person would use, parameters with their types, and the query."""

    name: str
    summary: str
    description: str
    query: str
    tags: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    def bind(self, values: Mapping[str, Iterable[str]]) -> str:
        """The query for these values (ids such as `iom` by parameter); a parameter that is not given is left open.

        Raises `QueryError` for a parameter the question does not have.
        """
        unknown = set(values) - set(self.params)
        if unknown:
            known = ", ".join(self.params) or "none"
            raise QueryError(f"“{self.name}” has no parameter “{min(unknown)}”; it has {known}")
        query = self.query
        for name, type_ in self.params.items():
            terms = " ".join(str(iri(type_, value)) for value in values.get(name, ()))
            line = re.compile(rf"^ *VALUES \?{name} {{ UNDEF }}(.*)\n", re.MULTILINE)
            query = line.sub(rf"  VALUES ?{name} {{ {terms} }}\1\n" if terms else "", query)
        return query


def read(path: Path) -> Question:
    """Reads one file. Raises `DeclarationError` for a header that is missing, or a parameter that has no VALUES line."""
    text = path.read_text(encoding="utf-8")
    lines = [line[3:] for line in text.splitlines() if line.startswith("#+ ")]
    header = yaml.load("\n".join(lines), Loader=yaml.BaseLoader) or {}  # all scalars as text: “On” is a heading
    for needed in ("summary", "description"):
        if not header.get(needed):
            raise DeclarationError(f"{path.name}: the header lacks #+ {needed}")
    params = dict(header.get("params") or {})
    for name in params:
        if not re.search(rf"^ *VALUES \?{name} {{ UNDEF }}", text, re.MULTILINE):
            raise DeclarationError(f"{path.name}: parameter “{name}” has no line VALUES ?{name} {{ UNDEF }}")
    defaults = {name: tuple(value.split()) for name, value in (header.get("defaults") or {}).items()}
    return Question(
        path.stem,
        header["summary"],
        header["description"],
        text,
        tuple(header.get("tags") or ()),
        params,
        defaults,
        dict(header.get("columns") or {}),
        header.get("note") or "",
    )


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, Question]:
    """All questions by name."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.rq"))}


def question(name: str) -> Question:
    """One question. Raises `QueryError`, with the names there are, for any other."""
    found = catalogue().get(name)
    if found is None:
        raise QueryError(f"there is no question “{name}”; the questions are {', '.join(catalogue())}")
    return found
