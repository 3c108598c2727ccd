"""What slides say, before anyone knows how large they are: pictures of networks and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from migov.graph.evidence import Source
from migov.graph.network import Caption, Network
from migov.queries.answer import Answer, AnswerRow, Cell
from migov.viz.slides.notes import place
from migov.viz.slides.paper import Paper

SOURCE_LINE: Final = (
    "Source: migov, from documents of the ILO; what they do not say is not recorded, and silence is not absence."
)
ROWS: Final = 14
"""Rows that a slide holds at most."""
MOST_ROWS: Final = 3 * ROWS
"""Rows of an answer that are shown: three slides, which is as much as a meeting reads."""
VALUES: Final = 4
"""Values of one cell that are shown."""
WHERE: Final = "Said in"


@dataclass(frozen=True, slots=True)
class Picture:
    """A network: one slide with the nodes that are recorded best, and tables with all others.

    A `brief` one leaves out the table of the joint work of two that are compared, which stands elsewhere in its deck.
    """

    network: Network
    brief: bool = False

    @property
    def title(self) -> str:
        caption: Caption = self.network.graph["caption"]
        return caption.title


@dataclass(frozen=True, slots=True)
class TableRow:
    """The texts of a row and the claims behind it."""

    cells: tuple[str, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, on as many slides as its rows need; the title is a finding.

    One that `follows` stands on the slide of the table before it where both have room. A cell holds `lines` at most.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[TableRow]
    subtitle: str = ""
    source: str = SOURCE_LINE
    follows: bool = False
    lines: int = 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """A slide that another draws, such as a chart; the function returns tables of what has no room on it."""

    title: str
    draw: Callable[[Paper], Sequence[Table]]
    sources: tuple[Source, ...] = ()


Slide: TypeAlias = Picture | Table | Drawn


def network_slides(network: Network) -> list[Slide]:
    """A network as a picture that is followed by tables of all it cannot hold."""
    return [Picture(network)]


def table_slides(
    answer: Answer, title: str = "", subtitle: str = "", most: int = MOST_ROWS, where: bool = True
) -> list[Table]:
    """An answer as a table of at most `most` rows; the subtitle counts the others.

    A column that says the same in every row goes to the subtitle, an empty one falls away; `where` adds one with the places.
    """
    rows = list(answer.rows[:most])
    same = _same(answer.rows, len(answer.columns))
    kept = [n for n in range(len(answer.columns)) if n not in same]
    said = [f"{answer.columns[n]}: {text}" for n, text in same.items() if text]
    count = len(answer.rows)
    if not count:
        said.append(answer.note)
    elif count > most:
        said.append(f"Shown: the first {most} of {count} rows")
    columns = tuple(answer.columns[n] for n in kept)
    where = where and any(row.sources for row in rows)
    made = [
        TableRow((*(shown(row.cells[n]) for n in kept), *((place(row.sources),) if where else ())), row.sources)
        for row in rows
    ]
    return [
        Table(
            title or answer.question,
            (*columns, WHERE) if where else columns,
            made,
            ". ".join(part for part in (subtitle, *said) if part),
            _source(answer.note) if count else SOURCE_LINE,
        )
    ]


def _source(note: str) -> str:
    return (
        note if "silence" in note else " ".join(part for part in (note and f"{note.rstrip('.')}.", SOURCE_LINE) if part)
    )


def shown(cell: Cell, most: int = VALUES) -> str:
    """The values of a cell as one text; large numbers are whole and grouped by threes."""
    said = [
        f"{value:,.0f}" if isinstance(value, int | float) and abs(value) >= 10_000 else str(value) for value in cell
    ]
    more = len(said) - most
    return ", ".join(said[:most]) + (f" and {more} more" if more > 0 else "")


def _same(rows: Sequence[AnswerRow], columns: int) -> dict[int, str]:
    """Columns that tell no two rows apart, with what they say; of a single row only those that say nothing."""
    found = {}
    for n in range(columns):
        said = {row.cells[n] for row in rows}
        if len(said) == 1 and (len(rows) > 2 or said == {()}):
            found[n] = shown(said.pop())
    return found
