"""An answer for a terminal: a grid, or one block a row where the window is too narrow for what stands in the columns."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from migov.cli.writers.widths import fitted
from migov.cli.writers.words import PLACES, cell, numeric, places, years
from migov.queries.answer import Answer, AnswerRow

PIPE_WIDTH: Final = 180
HEADING: Final = 22
"""Characters of a heading beside its cell, in a block."""
BETWEEN: Final = 3
"""Characters between two columns of a grid, and around all of them."""
ROWS_SHOWN: Final = 60
"""Rows a terminal shows of a longer answer; other formats give all."""


def show(answer: Answer, limit: int | None = None) -> None:
    """Prints an answer: its first `limit` rows, or those that one reads."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else PIPE_WIDTH, highlight=False, markup=False, emoji=False)
    console.print(answer.question, style="bold")
    shown = answer.rows[: limit or ROWS_SHOWN]
    if shown:
        _table(console, answer, shown)
    if len(answer.rows) > len(shown):
        console.print(f"Shown: {len(shown)} of {len(answer.rows):,} rows; --format csv, md or json gives all.")
    if answer.note:
        console.print(answer.note, style="italic")


def _table(console: Console, answer: Answer, rows: Sequence[AnswerRow]) -> None:
    plain = years(answer.columns, rows)
    placed = any(row.sources for row in rows)
    headings = [*answer.columns, *([PLACES] if placed else [])]
    texts = [
        [
            *(cell(c, year) for c, year in zip(row.cells, plain, strict=True)),
            *([places(row.sources)] if placed else []),
        ]
        for row in rows
    ]
    widths = fitted([headings, *texts], console.width - BETWEEN * len(headings) - 1)
    if widths is None:
        _blocks(console, headings, texts)
        return
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        filled = [row.cells[number] for row in rows if row.cells[number]] if number < len(answer.columns) else []
        right = bool(filled) and all(map(numeric, filled))
        table.add_column(heading, justify="right" if right else "left", overflow="fold", width=width)
    for text in texts:
        table.add_row(*text)
    console.print(table)


def _blocks(console: Console, headings: Sequence[str], texts: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(texts, start=1):
        block = Table(box=None, show_header=False, padding=(0, 1), title=f"{number}", title_justify="left")
        block.add_column(style="dim", overflow="fold", max_width=HEADING)
        block.add_column(overflow="fold")
        for heading, text in zip(headings, row, strict=True):
            if text:
                block.add_row(heading, text)
        console.print(block)
