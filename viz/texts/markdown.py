"""A brief as Markdown, with footnotes."""

from __future__ import annotations

from migov.queries.comparison.brief import Brief, Part
from migov.viz.texts.notes import Notes


def markdown(brief: Brief) -> str:
    """The brief as Markdown with `[^1]` footnotes, as GitHub, pandoc and most editors read them."""
    notes = Notes(brief.documents)
    lines = [f"# {brief.title}", "", f"*{brief.voice}*", ""]
    lines += [_row(brief.columns), _row(["---", *["--:"] * (len(brief.columns) - 1)]), *map(_row, brief.counts), ""]
    for section in brief.sections:
        lines += [f"## {section.heading}", ""]
        for said in section.statements:
            lead = f"**{said.lead}** " if said.lead else ""
            mark = "- " if len(section.statements) > 1 else ""
            lines.append(f"{mark}{lead}{''.join(_part(part, notes) for part in said.parts)}")
        lines.append("")
    lines += ["## How to read this", "", *(f"- {sentence}" for sentence in brief.reading), ""]
    lines += [f"[^{number}]: {_plain(line)}" for number, line in enumerate(notes.lines, start=1)]
    return "\n".join(lines) + "\n"


def _part(part: Part, notes: Notes) -> str:
    return _plain(part.text) + (f"[^{notes.add(part.sources, part.shown)}]" if part.sources else "")


def _plain(text: str) -> str:
    """Text that Markdown would take for marks, escaped."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("|", "\\|").replace("<", "\\<")


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
