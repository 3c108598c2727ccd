"""An answer as text for programs and reports: CSV, JSON, Markdown."""

from __future__ import annotations

import csv
import io
import json

from migov.cli.writers.words import PLACES, cell, every_place, places, years
from migov.graph.evidence import Source
from migov.queries.answer import Answer, Cell, Thing


def csv_text(answer: Answer) -> str:
    """One line a row, all its places in the last column."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*answer.columns, PLACES])
    for row in answer.rows:
        writer.writerow([*("; ".join(map(str, c)) for c in row.cells), " | ".join(every_place(row.sources))])
    return text.getvalue()


def json_text(answer: Answer) -> str:
    """Question, columns, rows and note; each row with its evidence."""
    rows = [
        {
            **{column: _plain(values) for column, values in zip(answer.columns, row.cells, strict=True)},
            "evidence": [_source(source) for source in row.sources],
        }
        for row in answer.rows
    ]
    said = {"question": answer.question, "columns": list(answer.columns), "rows": rows, "note": answer.note}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def md_text(answer: Answer) -> str:
    """A table that can be pasted into a report; the first places of each row."""
    lines = [f"**{answer.question}**", ""]
    if answer.rows:
        placed = any(row.sources for row in answer.rows)
        columns = [*answer.columns, *([PLACES] if placed else [])]
        plain = years(answer.columns, answer.rows)
        lines += [_row(columns), _row(["---"] * len(columns))]
        for row in answer.rows:
            values = [cell(c, year) for c, year in zip(row.cells, plain, strict=True)]
            lines.append(_row([*values, *([places(row.sources)] if placed else [])]))
        lines.append("")
    return "\n".join([*lines, f"*{answer.note}*"]) + "\n" if answer.note else "\n".join(lines)


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


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(c.replace("|", "\\|").replace("\n", "<br>") for c in cells) + " |"
