"""An answer for a terminal: a grid, or one block a row where the window is too narrow for the columns."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from migov.cli.writers.words import PLACES, cell, numeric, places, years
from migov.queries.answer import Answer, AnswerRow

PIPE_WIDTH: Final = 180
COLUMN_WIDTH: Final = 22
"""A window that gives each column fewer characters than this gets one block a row instead of a grid."""
ROWS_SHOWN: Final = 60
"""Rows a terminal shows of a longer answer; other formats give all."""


def show(answer: Answer, limit: int | None = None) -> None:
    """Prints an answer: its first `limit` rows, or those that one reads."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else PIPE_WIDTH, highlight=False, markup=False, emoji=False)
    console.print(answer.question, style="bold")
    shown = answer.rows[: limit or ROWS_SHOWN]
    if shown and console.width < COLUMN_WIDTH * (len(answer.columns) + 1):
        _blocks(console, answer, shown)
    elif shown:
        _grid(console, answer, shown)
    if len(answer.rows) > len(shown):
        console.print(f"Shown: {len(shown)} of {len(answer.rows):,} rows; --format csv, md or json gives all.")
    if answer.note:
        console.print(answer.note, style="italic")


def _grid(console: Console, answer: Answer, rows: Sequence[AnswerRow]) -> None:
    placed = any(row.sources for row in rows)
    plain = years(answer.columns, rows)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for number, column in enumerate(answer.columns):
        right = all(numeric(row.cells[number]) for row in rows)
        table.add_column(column, justify="right" if right else "left", overflow="fold", no_wrap=right)
    if placed:
        table.add_column(PLACES, overflow="fold", min_width=COLUMN_WIDTH)
    for row in rows:
        behind = [places(row.sources)] if placed else []
        table.add_row(*(cell(c, year) for c, year in zip(row.cells, plain, strict=True)), *behind)
    console.print(table)


def _blocks(console: Console, answer: Answer, rows: Sequence[AnswerRow]) -> None:
    plain = years(answer.columns, rows)
    for number, row in enumerate(rows, start=1):
        said = [(column, cell(c, year)) for column, c, year in zip(answer.columns, row.cells, plain, strict=True) if c]
        block = Table(box=None, show_header=False, padding=(0, 1), title=f"{number}", title_justify="left")
        block.add_column(style="dim", overflow="fold", max_width=COLUMN_WIDTH)
        block.add_column(overflow="fold")
        for column, text in [*said, *([(PLACES, places(row.sources))] if row.sources else [])]:
            block.add_row(column, text)
        console.print(block)
