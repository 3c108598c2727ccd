"""The catalogue: one question a `.rq` file, valid SPARQL as it stands, with a comment header.

The header is grlc's (`#+ summary`, `#+ description`, `#+ tags`, `#+ defaults`) and keys of ours: `#+ params` gives the
type of each parameter, `#+ needs` those that must be given, `#+ columns` the title of each column, `#+ view` the picture
that suits the answer, `#+ chart` what stands where in it, `#+ note` what is said under it, `#+ words` further words
people use for it. A parameter `theme` is a line of the query that begins with `VALUES ?theme { UNDEF }`: values take the
place of UNDEF, and the whole line falls away when the parameter is not given. `# in scope: ?act` adds the parameters of `scope.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Final

from pyoxigraph import Literal

from migov.ontology.errors import DeclarationError, QueryError
from migov.ontology.namespaces import iri
from migov.queries import scope
from migov.queries.header import header

FOLDER: Final = Path(__file__).parent / "catalogue"
EVIDENCE: Final = "evidence"
VIEWS: Final = ("table", "matrix", "network", "timeline", "bars")
NAME: Final = re.compile(r"[a-z0-9-]{1,60}")
NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
LITERALS: Final = frozenset({"text", "number", "year", "date"})
"""Types of parameters that are no ids."""
SLOT: Final = re.compile(r"^ *VALUES \?(\w+) { UNDEF }", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """One question: its name, the words a person would use, parameters with their types, and the query."""

    name: str
    summary: str
    description: str
    query: str
    tags: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    view: str = "table"
    chart: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    words: tuple[str, ...] = ()

    @property
    def scoped(self) -> bool:
        """Whether it can be narrowed to a document, a section or a slice of time."""
        return scope.scoped(self.query)

    @property
    def takes(self) -> Mapping[str, str]:
        """Type of each parameter, those of the scope included."""
        return {**(scope.PARAMS if self.scoped else {}), **self.params}

    def bind(self, values: Mapping[str, Iterable[str]]) -> str:
        """The query for these values (ids such as `iom`, or texts, by parameter); what is not given is left open.

        Raises `QueryError` for a parameter the question does not have, one it needs and lacks, and a value of another type.
        """
        unknown = set(values) - set(self.takes)
        if unknown:
            known = ", ".join(self.takes) or "none"
            raise QueryError(f"“{self.name}” has no parameter “{min(unknown)}”; it has {known}")
        missing = [name for name in self.needs if not values.get(name)]
        if missing:
            raise QueryError(f"“{self.name}” needs {' and '.join(f'{name}=...' for name in missing)}")
        given = {name: tuple(found) for name, found in values.items() if found}
        query = scope.narrow(self.query, {name: found for name, found in given.items() if name not in self.params})
        for name, type_ in self.params.items():
            terms = " ".join(term(type_, value) for value in given.get(name, ()))
            line = re.compile(rf"^ *VALUES \?{name} {{ UNDEF }}(.*)\n", re.MULTILINE)
            query = line.sub(partial(_filled, name, terms), query)
        return query


def _filled(name: str, terms: str, line: re.Match[str]) -> str:
    return f"  VALUES ?{name} {{ {terms} }}{line[1]}\n" if terms else ""


def term(type_: str, value: str) -> str:
    """A value as it stands in a query. Raises `QueryError` for a number or year that is none."""
    if type_ not in LITERALS:
        return str(iri(type_, value))
    if type_ in ("number", "year"):
        if not NUMBER.fullmatch(value):
            raise QueryError(f"“{value}” is no {type_}")
        return value
    return str(Literal(value))


def read(path: Path) -> Question:
    """Reads one file.

    Raises `DeclarationError` for a header that is missing, a parameter that has no VALUES line, or an unknown view.
    """
    text = path.read_text(encoding="utf-8")
    said = header(text, path.name)
    slots = SLOT.findall(text)
    for needed in ("summary", "description"):
        if not said.get(needed):
            raise DeclarationError(f"{path.name}: the header lacks #+ {needed}")
    params = dict(said.get("params") or {})
    for name in params:
        if name not in slots:
            raise DeclarationError(f"{path.name}: parameter “{name}” has no line VALUES ?{name} {{ UNDEF }}")
    if text.count("{ UNDEF }") != len(slots):
        raise DeclarationError(f"{path.name}: a VALUES ... {{ UNDEF }} does not begin its line, so it cannot be filled")
    if said.get("view") not in (None, *VIEWS):
        raise DeclarationError(f"{path.name}: there is no view “{said['view']}”; the views are {', '.join(VIEWS)}")
    literal = {name for name, type_ in params.items() if type_ in LITERALS} | {"section"}
    defaults = {
        name: (value,) if name in literal else tuple(value.split())
        for name, value in (said.get("defaults") or {}).items()
    }
    return Question(
        path.stem,
        said["summary"],
        said["description"],
        text,
        tags=tuple(said.get("tags") or ()),
        params=params,
        needs=tuple(said.get("needs") or ()),
        defaults=defaults,
        columns=dict(said.get("columns") or {}),
        view=said.get("view") or VIEWS[0],
        chart=dict(said.get("chart") or {}),
        note=said.get("note") or "",
        words=tuple(said.get("words") or ()),
    )


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, Question]:
    """All questions by name."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.rq"))}


def is_question(name: str) -> bool:
    """Whether the catalogue has a question of this name."""
    return NAME.fullmatch(name) is not None and (FOLDER / f"{name}.rq").is_file()


def question(name: str) -> Question:
    """One question. Raises `QueryError`, with the names there are, for any other."""
    if not is_question(name):
        raise QueryError(f"there is no question “{name}”; the questions are {', '.join(catalogue())}")
    return read(FOLDER / f"{name}.rq")
