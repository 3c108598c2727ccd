"""Answers for people and programs: a table, CSV, JSON, Markdown or a workbook, each with the places behind every row."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from migov.cli.command import COUNT, PATH
from migov.cli.writers.whole import write_whole
from migov.cli.writers.words import cell, place
from migov.ontology.errors import InputError
from migov.queries.answer import Answer

__all__ = [
    "Format",
    "cell",
    "format_of",
    "format_option",
    "limit_option",
    "output_option",
    "place",
    "write",
    "write_sections",
]


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"
    xlsx = "xlsx"


FILES = tuple(Format)[1:]
ENDINGS = ", ".join(f".{format_}" for format_ in FILES[:-1]) + f" or .{FILES[-1]}"

format_option: Final = click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(tuple(Format)),
    default=Format.table,
    show_default=True,
    help="table, csv, json, md or xlsx (with -o).",
)
output_option: Final = click.option(
    "--output", "-o", type=PATH, help=f"File to write; its ending decides the format: {ENDINGS}."
)
limit_option: Final = click.option("--limit", type=COUNT, help="How many rows at most.")


def format_of(format_: Format, file: Path | None) -> Format:
    """The format an answer will have. Raises `InputError` for a file of an unknown ending, or a workbook without a file."""
    if file is None or str(file) == "-":
        if format_ is Format.xlsx and file is None:
            raise InputError("a workbook needs a file", remedy="add -o answer.xlsx")
        return format_
    ending = file.suffix.casefold().removeprefix(".")
    if ending not in FILES:
        raise InputError("is no format for answers", file=file.name, remedy=f"end the name in {ENDINGS}")
    if format_ not in (Format.table, Format(ending)):
        raise InputError(f"does not end in .{format_}", file=file.name, remedy="leave out --format, or end the name so")
    return Format(ending)


def write(
    answer: Answer,
    format_: Format = Format.table,
    file: Path | None = None,
    *,
    limit: int | None = None,
    warnings: Sequence[str] = (),
    query: str = "",
) -> None:
    """Writes an answer to standard output, or to a file, whose ending decides the format.

    Only the first `limit` rows are written; that is said in the note. `warnings` come before the note. CSV has no note, so there both
    are said on standard error. A workbook also holds the `query`.
    """
    format_ = format_of(format_, file)
    if limit is not None and len(answer.rows) > limit:
        warnings = (f"The first {limit:,} of {len(answer.rows):,} rows; a higher --limit gives more.", *warnings)
        answer = replace(answer, rows=answer.rows[:limit])
    answer = replace(answer, note=" ".join([*warnings, answer.note]).strip())
    if format_ is Format.csv:
        for warning in warnings:
            print(warning, file=sys.stderr)
    if format_ is Format.table:
        _show(answer, limit)
    else:
        _put(_content(answer, format_, query), file, len(answer.rows))


def write_sections(answers: Sequence[Answer], format_: Format = Format.table, file: Path | None = None) -> None:
    """Writes several answers below each other, as tables or Markdown; a program or a workbook is given one flat answer by `write`."""
    format_ = format_of(format_, file)
    assert format_ in (Format.table, Format.md)
    if format_ is Format.md:
        content = b"\n".join(_content(answer, format_) for answer in answers)
        _put(content, file, sum(len(answer.rows) for answer in answers))
        return
    for number, answer in enumerate(answers):
        if number:
            print()
        _show(answer)


def _put(content: bytes, file: Path | None, rows: int) -> None:
    if file is None or str(file) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    write_whole(file, content)
    print(f"Wrote {rows:,} row{'s' * (rows != 1)} to {file}.", file=sys.stderr)


def _show(answer: Answer, limit: int | None = None) -> None:
    from migov.cli.writers.grid import show  # noqa: PLC0415 - only a table waits for rich

    show(answer, limit)


def _content(answer: Answer, format_: Format, query: str = "") -> bytes:
    if format_ is Format.xlsx:
        from migov.cli.writers.sheets import workbook  # noqa: PLC0415 - only a workbook waits for openpyxl

        return workbook(answer, query)
    from migov.cli.writers.plain import csv_text, json_text, md_text  # noqa: PLC0415 - a table needs none of them

    text = {Format.csv: csv_text, Format.json: json_text, Format.md: md_text}[format_]
    return text(answer).encode()
