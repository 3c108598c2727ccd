"""The last slide: on which documents a deck rests, whose voice they are, and how to read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from migov.graph.evidence import Source
from migov.graph.store import Store
from migov.queries.answer import Thing
from migov.queries.ask import ask
from migov.queries.questions import catalogue
from migov.viz.slides.content import SOURCE_LINE, Picture, Slide, Table, TableRow, shown
from migov.viz.style import ties_of

DOCUMENTS: Final = "documents"
TITLE: Final = "All documents are the ILO’s own: silence is not absence"
READING: Final = "How to read these slides"
TERMS: Final = (
    ("Recorded", "A place in one of these documents says so; the notes under each slide list the places."),
    ("Inferred", "Read so by the editors: no cited line names the theme."),
    ("Joint work", "What two bodies did or do together, or without a stated status; planned and explored acts stand apart."),
    ("A body", "The body with its units and offices."),
    ("Disagreement", "Two places say different things about the same point; both are kept."),
)  # fmt: skip


def method(store: Store, slides: Sequence[Slide]) -> list[Slide]:
    """The documents, with how many places of each the slides rest on, and the words that need explaining."""
    cited: dict[str, set[str]] = defaultdict(set)
    for source in _sources(slides):
        if source.document:
            cited[source.document].add(source.lines)
    found = ask(store, catalogue()[DOCUMENTS], {})
    at = {column: n for n, column in enumerate(found.columns)}
    rows = []
    for row in found.rows:
        thing = row.cells[at["Document"]][0]
        key = thing.id.partition("/")[2] if isinstance(thing, Thing) else str(thing)
        cells = (key, str(thing), shown(row.cells[at["Dated"]]), f"{len(cited[key]):,}")
        rows.append(TableRow(cells, row.sources))
    columns = ("Cited as", "Document", "Dated", "Places used")
    terms = [TableRow(pair) for pair in TERMS]
    said = "What they do not say is not recorded here, whatever other bodies’ documents may say."
    said += " Places used: those that these slides rest on"
    return [
        Table(TITLE, columns, rows, said, SOURCE_LINE),
        Table(READING, ("Word", "What it means"), terms, "", SOURCE_LINE, follows=True),
    ]


def _sources(slides: Iterable[Slide]) -> Iterable[Source]:
    for slide in slides:
        if isinstance(slide, Picture):
            for *_, tie in ties_of(slide.network):
                yield from tie.sources
        elif isinstance(slide, Table):
            for row in slide.rows:
                yield from row.sources
        else:
            yield from slide.sources
