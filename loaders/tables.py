"""Reading and writing whole sets of tables: a folder of CSV files, or one workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from migov.loaders.csvfile import read_csv, write_csv
from migov.loaders.declaration import Declaration, declaration
from migov.loaders.rows import Row
from migov.loaders.workbook import read_workbook, write_workbook
from migov.ontology.errors import InputError

SHIPPED: Final = Path(__file__).parent / "landscape"


def read_tables(path: Path, tables: Declaration | None = None) -> list[Row]:
    """Rows of a folder of `<table>.csv` files, of one such file, or of a workbook.

    Raises `InputError` when there is nothing to read or a file is no table.
    """
    tables = tables or declaration()
    if path.is_dir():
        files = sorted(path.glob("*.csv"))
        if not files:
            raise InputError("holds no table", file=str(path), remedy="put files such as projects.csv there")
        return [row for file in files for row in _read_one(file, tables)]
    if not path.exists():
        raise InputError("is not there", file=str(path), remedy="check the path")
    if path.suffix.casefold() == ".xlsx":
        return list(read_workbook(path, tables))
    return list(_read_one(path, tables))


def _read_one(path: Path, tables: Declaration) -> Iterable[Row]:
    if path.suffix.casefold() != ".csv":
        raise InputError(
            "is no table file", file=path.name, remedy="save it as .xlsx, or as .csv named after its table"
        )
    table = tables.tables.get(path.stem)
    if table is None:
        raise InputError("is no table", file=path.name, remedy=f"name it after a table: {', '.join(tables.tables)}")
    return read_csv(path, table)


def write_tables(path: Path, rows: Iterable[Row], tables: Declaration | None = None) -> None:
    """Writes a workbook when the name ends in .xlsx, else a folder of CSV files; tables without rows are left out."""
    tables = tables or declaration()
    if path.suffix and path.suffix.casefold() != ".xlsx":
        raise InputError(
            "is no place for tables", file=str(path), remedy="name a folder, or a workbook that ends in .xlsx"
        )
    by_table: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_table[row.table].append(row)
    if path.suffix.casefold() == ".xlsx":
        write_workbook(path, tables, by_table)
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, found in by_table.items():
        write_csv(path / f"{name}.csv", tables.tables[name], found)
