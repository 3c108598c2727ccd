"""Writes docs/tables.md from the declaration of the tables; a test compares the two."""

from __future__ import annotations

from pathlib import Path

from migov.loaders.declaration import TYPES, Column, Declaration, Table, declaration

TARGET = Path(__file__).parent / "tables.md"


def text(tables: Declaration) -> str:
    """The page: what holds for all tables, then one section a table."""
    head = [
        "# The tables",
        "",
        "Made from `loaders/tables.csv` by `docs/make_tables.py`. UTF-8 CSV files named after the table, or sheets of one workbook.",
        "Several values in a cell are separated by a semicolon; an empty cell means not stated. Names may stand for ids",
        "(IOM for `iom`, Sweden for `SWE`). Columns in bold say what a row is about: rows that agree in them speak of one thing.",
        "",
        "Every table ends with the evidence columns:",
        "",
        *_rows([c for c in tables.tables["projects"].columns if c.role == "evidence"]),
    ]
    return "\n".join([*head, *(line for table in tables.tables.values() for line in _section(table)), ""])


def _section(table: Table) -> list[str]:
    own = [c for c in table.columns if c.table == table.name]
    judged = " The editors say it: a reason is asked for, a place is not." if table.judged else ""
    return ["", f"## {table.name}", "", f"{table.help}{judged}", "", *_rows(own)]


def _rows(columns: list[Column]) -> list[str]:
    lines = ["| column | how to write it | what it says |", "|---|---|---|"]
    for column in columns:
        name = f"**{column.name}**" if column.role == "key" else column.name
        many = "; several" if column.many else ""
        lines.append(f"| {name} | {TYPES[column.type]}{many} | {column.help} |")
    return lines


if __name__ == "__main__":
    TARGET.write_text(text(declaration()), encoding="utf-8")
