"""A chart as frozen values: what stands in it, not where. Three kinds: bars, a matrix, a timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from migov.graph.evidence import Source
from migov.queries.answer import Answer

Kind: TypeAlias = Literal["bars", "matrix", "timeline"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One label with a value for each series; None is not recorded, which is not 0.

    `doubtful` is the part of the value that is not sure, `missing` how many records have no value to add.
    """

    label: str
    values: tuple[float | None, ...]
    doubtful: float = 0.0
    missing: int = 0
    note: str = ""
    planned: bool = False
    part: bool = False
    """Whether it is a part of what another bar holds, as a region is of the world."""

    @property
    def silent(self) -> bool:
        """Whether it has no value at all."""
        return all(value is None for value in self.values)


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that may be compared with each other: those of one currency.

    `whole` is how many there are, if not all stand here, `silent` how many of them have no value, and `parts` how many are
    parts of another.
    """

    name: str
    bars: tuple[Bar, ...]
    whole: int
    silent: int = 0
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """Panels of bars; `upright` ones stand on years. `doubt` and `missing` are the words for
    what is hatched and what is added, `note` for the number in brackets behind a value, `things` for what a bar is.
    `lacking` is how many records have no value in the whole answer (None where one may stand in several bars), `unsaid`
    how many rows have none and no bar."""

    series: tuple[str, ...]
    panels: tuple[Panel, ...]
    unit: str = ""
    upright: bool = False
    doubt: str = ""
    missing: str = ""
    planned: str = ""
    note: str = ""
    things: str = "bars"
    lacking: int | None = None
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of a matrix: its text, its weight for the shade (None: no more than that it is there).

    `marked` is whether the question's mark is recorded for it, `inferred` whether the editors put it there.
    """

    text: str
    weight: float | None = None
    marked: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against columns; a pair that has no square is not recorded. `scale` says what the shade means, `marked` what the dot does.

    `extent` are the lightest and the heaviest weight of the whole, so that a weight has the same shade in every size;
    `names` are longer names of columns that stand there by a code.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    squares: Mapping[tuple[str, str], Square]
    row_things: str
    column_things: str
    scale: str = ""
    ends: tuple[str, str] = ("", "")
    marked: str = ""
    whole: tuple[int, int] = (0, 0)
    extent: tuple[float, float] = (0.0, 0.0)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time with a label: first and last day that the printed dates allow.

    `opened` and `ended` say whether a beginning and an end are printed; without a first and a last day it is undated.
    """

    label: str
    first: date | None = None
    last: date | None = None
    opened: bool = True
    ended: bool = True
    kind: str = ""
    note: str = ""
    planned: bool = False

    @property
    def dated(self) -> bool:
        """Whether any date is printed."""
        return self.first is not None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Spans in the order of the answer; `planned` is the word for those not yet done.

    `whole` and `undated` are how many spans there are, and how many of them have no date, if not all stand here;
    `longest` whether the longest stand here then, and not the first. `peak` is the year in which most of all are at once, if
    the title speaks of it; `heads` are the words for a label and for a note.
    """

    spans: tuple[Span, ...]
    things: str
    kinds: tuple[str, ...] = ()
    planned: str = ""
    whole: int = 0
    undated: int = 0
    longest: bool = False
    peak: int = 0
    heads: tuple[str, str] = ("What", "Note")


Body: TypeAlias = Bars | Matrix | Timeline


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its words: a finding as title, what it shows, where it comes from; and the answer it is made of.

    `behind` are the claims behind each label: of a bar, a row of a matrix or a span. `command` lists all of the answer.
    """

    title: str
    subtitle: str
    source: str
    body: Body
    answer: Answer
    behind: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    command: str = ""
