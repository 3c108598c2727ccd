"""Answers for people and programs: a table, CSV, JSON or Markdown, each with the places behind every row."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Final

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from migov.graph.evidence import Source
from migov.queries.answer import Answer, AnswerRow, Cell, Thing

PIPE_WIDTH: Final = 180
COLUMN_WIDTH: Final = 22
"""A window that gives each column fewer characters than this gets one block a row instead of a grid."""
ROWS_SHOWN: Final = 60
"""Rows a terminal shows of a longer answer; other formats give all."""
PLACES_SHOWN: Final = 3
PLACES: Final = "Where it says so"


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="table, csv, json or md.")]


def place(source: Source) -> str:
    """A place in words: the locator first, since a reader of the PDF has no lines."""
    if not source.document:
        return f"judged by the editors: {source.what}"
    certainty = "" if source.certainty in ("", "stated") else f", {source.certainty}"
    where = f"{source.locator} " if source.locator else ""
    return f"{source.document} {where}(line{'s' if '-' in source.lines else ''} {source.lines}{certainty})"


def cell(values: Cell) -> str:
    """Values of a cell as text, several separated by a semicolon."""
    return "; ".join(f"{v:,}" if isinstance(v, int | float) else str(v) for v in values)


def write(answer: Answer, format_: Format) -> None:
    """Writes an answer to standard output."""
    WRITERS[format_](answer)


def _table(answer: Answer) -> None:
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else PIPE_WIDTH, highlight=False)
    console.print(answer.question, style="bold", markup=False)
    shown = answer.rows[:ROWS_SHOWN]
    if shown and console.width < COLUMN_WIDTH * (len(answer.columns) + 1):
        _records(console, answer, shown)
    elif shown:
        _grid(console, answer, shown)
    if len(answer.rows) > len(shown):
        console.print(f"Shown: {len(shown)} of {len(answer.rows)} rows; --format csv, md or json gives all.")
    console.print(answer.note, style="italic", markup=False)


def _grid(console: Console, answer: Answer, rows: Sequence[AnswerRow]) -> None:
    placed = any(row.sources for row in rows)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for number, column in enumerate(answer.columns):
        numeric = all(_number(row.cells[number]) for row in rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold", no_wrap=numeric)
    if placed:
        table.add_column(PLACES, overflow="fold", min_width=COLUMN_WIDTH)
    for row in rows:
        places = [_escaped(_places(row.sources))] if placed else []
        table.add_row(*(_escaped(cell(c)) for c in row.cells), *places)
    console.print(table)


def _records(console: Console, answer: Answer, rows: Sequence[AnswerRow]) -> None:
    """One block a row, for windows too narrow for the columns."""
    for number, row in enumerate(rows, start=1):
        said = [(column, cell(c)) for column, c in zip(answer.columns, row.cells, strict=True) if c]
        block = Table(box=None, show_header=False, padding=(0, 1), title=f"{number}", title_justify="left")
        block.add_column(style="dim", overflow="fold", max_width=COLUMN_WIDTH)
        block.add_column(overflow="fold")
        for column, text in [*said, *([(PLACES, _places(row.sources))] if row.sources else [])]:
            block.add_row(column, _escaped(text))
        console.print(block)


def _number(values: Cell) -> bool:
    return len(values) == 1 and isinstance(values[0], int | float)


def _escaped(text: str) -> str:
    return text.replace("[", r"\[")


def _places(sources: tuple[Source, ...]) -> str:
    said = list(dict.fromkeys(place(source) for source in sources))
    more = len(said) - PLACES_SHOWN
    return "\n".join([*said[:PLACES_SHOWN], *([f"and {more} more place{'s' if more > 1 else ''}"] if more > 0 else [])])


def _csv(answer: Answer) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*answer.columns, PLACES])
    for row in answer.rows:
        values = ["; ".join(map(str, c)) for c in row.cells]
        writer.writerow([*values, " | ".join(dict.fromkeys(place(source) for source in row.sources))])
    print(text.getvalue(), end="")


def _json(answer: Answer) -> None:
    rows = [
        {
            **{column: _plain(values) for column, values in zip(answer.columns, row.cells, strict=True)},
            "evidence": [_source(source) for source in row.sources],
        }
        for row in answer.rows
    ]
    said = {"question": answer.question, "columns": list(answer.columns), "rows": rows, "note": answer.note}
    print(json.dumps(said, ensure_ascii=False, indent=1))


def _plain(values: Cell) -> object:
    plain = [_thing(v) if isinstance(v, Thing) else v for v in values]
    return plain[0] if len(plain) == 1 else plain or None


def _thing(thing: Thing) -> dict[str, object]:
    return {"id": thing.id, "label": thing.label, **({"inferred": True} if thing.inferred else {})}


def _source(source: Source) -> dict[str, str]:
    return {
        "document": source.document,
        "locator": source.locator,
        "lines": source.lines,
        "says": source.what,
        "certainty": source.certainty,
    }


def _md(answer: Answer) -> None:
    lines = [f"**{answer.question}**", ""]
    if answer.rows:
        columns = [*answer.columns, PLACES]
        lines += [_md_row(columns), _md_row(["---"] * len(columns))]
        lines += [_md_row([*(cell(c) for c in row.cells), _places(row.sources)]) for row in answer.rows]
        lines.append("")
    print("\n".join([*lines, f"*{answer.note}*"]))


def _md_row(cells: list[str]) -> str:
    return "| " + " | ".join(c.replace("|", "\\|").replace("\n", "<br>") for c in cells) + " |"


WRITERS: Final[Mapping[Format, Callable[[Answer], None]]] = {
    Format.table: _table,
    Format.csv: _csv,
    Format.json: _json,
    Format.md: _md,
}
