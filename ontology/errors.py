"""Every error migov raises on purpose.

Library code raises these and words nothing for people beyond the facts they carry;
`migov.cli` and the explorer turn them into one sentence with a remedy and an exit code.
"""

from __future__ import annotations

from dataclasses import dataclass


class MigovError(Exception):
    """Base of all errors migov raises on purpose."""


class UnknownTerm(MigovError):
    """A name that the ontology does not declare."""

    def __init__(self, name: str, nearest: str | None = None) -> None:
        super().__init__(f"the ontology has no term “{name}”" + (f"; did you mean “{nearest}”?" if nearest else ""))
        self.name = name
        self.nearest = nearest


class DeclarationError(MigovError):
    """The declaration of the tables contradicts itself or the ontology."""


class InputError(MigovError):
    """A reader's file cannot be read as the tables say.

    `file` and `row` (1-based, the header is row 1) say where, `remedy` what to do about it.
    """

    def __init__(self, fault: str, *, file: str = "", row: int | None = None, remedy: str = "") -> None:
        where = ", ".join(part for part in (file, f"row {row}" if row else "") if part)
        super().__init__((f"{where}: " if where else "") + fault + (f" - {remedy}" if remedy else ""))
        self.fault = fault
        self.file = file
        self.row = row
        self.remedy = remedy


class DocumentError(MigovError):
    """A source document is missing, changed or not laid out as expected."""


class IdentityError(MigovError):
    """Judgements contradict each other: two ids are both the same and different."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule of the data, with the place in the reader's table."""

    file: str
    row: int
    column: str
    value: str
    fault: str
    remedy: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, f"row {self.row}" if self.row else "", self.column) if part)
        said = f"“{self.value}” " if self.value else ""
        return (f"{where}: " if where else "") + said + self.fault + (f" - {self.remedy}" if self.remedy else "")


class RuleBroken(MigovError):
    """The data breaks rules of the shapes; nothing was written."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        super().__init__(f"{len(violations)} rows break a rule")
        self.violations = violations


class StoreError(MigovError):
    """The store is missing, locked or of another kind."""


class EngineUnreachable(MigovError):
    """A remote endpoint or an external program cannot be reached."""


class QueryError(MigovError):
    """A question that cannot be run: bad syntax, unknown term, missing or unknown parameter."""


class QueryUnparsed(QueryError):
    """Text that is no SPARQL query; `fault` is what the parser says, with its place."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"the query does not parse: {fault}")
        self.fault = fault


class QueryTimeout(QueryError):
    """A query that was stopped because it took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the query had no answer within {seconds:g} second{'s' * (seconds != 1)} and was stopped")
        self.seconds = seconds


class NothingFound(MigovError):
    """A name that the graph does not hold."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(f"“{name}” is not recorded in the documents")
        self.name = name
        self.nearest = nearest
