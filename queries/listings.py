"""Lists of what there is to ask for: the things of one kind, and the questions, all or those that hold some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from migov.graph.evidence import sources, text
from migov.graph.labels import labels
from migov.graph.store import Store
from migov.ontology.concepts import vocabulary
from migov.ontology.namespaces import ID, id_of
from migov.queries.answer import Answer, AnswerRow, Cell, Thing, Value
from migov.queries.questions import LITERALS, Question
from migov.queries.words.lexicon import stems

FORMS: Final = "rdfs:label :acronym :name :alias :title skos:prefLabel skos:altLabel"
"""All that a thing may be looked for by."""
PROPERTIES: Final = """
SELECT DISTINCT ?thing ?of ?value WHERE {
  ?thing a :%s . %s
  VALUES (?property ?of) { %s }
  ?thing ?property ?value .
}"""
WHERE: Final = "migov evidence NAME says where."


Again = Callable[..., str]
"""Makes a command of words (`ask`, `partners`, `agency=iom`)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of things: its class, its heading, the property of each further column, which of them (a pattern on ?thing).

    `keyed`: a column gives the id to write where the name is long.
    """

    of: str
    heading: str
    columns: Mapping[str, str]
    which: str = ""
    keyed: bool = True


LISTINGS: Final[Mapping[str, Listing]] = {
    "agencies": Listing("Party", "Agency", {"Name": ":name", "Kind": ":kind", "Part of": ":partOf"}, keyed=False),
    "countries": Listing("Country", "Country", {}, "FILTER EXISTS { ?record :country|:member ?thing }"),
    "documents": Listing("Document", "Document", {"Title": ":title", "Published": ":issued"}),
    "instruments": Listing(
        "Instrument", "Instrument", {"Title": ":title", "Year": ":year", "Group": ":instrumentGroup"}, keyed=False
    ),
    "principles": Listing("Principle", "Principle", {"It asks": "skos:definition", "Part of": "skos:broader"}),
    "projects": Listing(
        "Project", "Project", {"Donors": ":donor", "Run by": ":unit", "Begins": ":start", "Ends": ":end"}
    ),
    "regions": Listing("Region", "Region", {"Part of": "skos:broader"}, "FILTER EXISTS { ?record :region ?thing }"),
}


def things(store: Store, kind: str, words: Sequence[str] = (), *, placed: bool = True) -> Answer:
    """The things of a kind of `LISTINGS`, or those with a name that holds all the words; where they are named if `placed`."""
    asked = LISTINGS[kind]
    values = " ".join(f'({path} "{name}")' for name, path in asked.columns.items())
    forms = " ".join(f'({path} "")' for path in FORMS.split())
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    linked: set[str] = set()
    for thing, column, value in store.select(PROPERTIES % (asked.of, asked.which, f"{values} {forms}")).rows:
        assert isinstance(thing, NamedNode)
        if isinstance(value, NamedNode) and value.value.startswith(ID):
            linked.add(id_of(value))
            said[id_of(thing)][text(column)].add(id_of(value))
        else:
            said[id_of(thing)][text(column)].add(text(value))
    for name, of in said.items():
        of[""].add(name.partition("/")[2])
    kept = {name: of for name, of in said.items() if _holds(of[""], words)}
    names = labels(store, {*kept, *(v for of in kept.values() for c in asked.columns for v in of[c] & linked)})
    places = sources(store, kept) if placed else {}
    rows = []
    for name, of in sorted(kept.items(), key=lambda item: (names.get(item[0], item[0]).casefold(), item[0])):
        key = name.partition("/")[2]
        cells: list[Cell] = [(Thing(name, names.get(name, key)),), *([(key,)] if asked.keyed else [])]
        rows.append(AnswerRow((*cells, *(_cell(of[c], names) for c in asked.columns)), places.get(name, ())))
    columns = (asked.heading, *(["Id"] if asked.keyed else []), *asked.columns)
    return Answer(_title(kind, len(rows), len(said), words), columns, rows, WHERE if rows else "")


def _cell(values: Iterable[str], names: Mapping[str, str]) -> Cell:
    found: list[Value] = [Thing(v, names[v]) if v in names else v for v in sorted(values)]
    return tuple(sorted(found, key=str))


def themes(words: Sequence[str] = ()) -> Answer:
    """The themes with the word to write for each, or those with a name that holds all the words."""
    known = vocabulary()
    concepts = known.scheme("theme").values()
    kept = [c for c in concepts if _holds((c.slug, c.label, *c.alternatives), words)]
    rows = [
        AnswerRow(((c.slug,), (c.label,), tuple(known.label("theme", wider) for wider in c.broader)))
        for c in sorted(kept, key=lambda c: c.label)
    ]
    return Answer(_title("themes", len(rows), len(concepts), words), ("Write", "Theme", "Part of"), rows)


def questions(asked: Iterable[Question], words: tuple[str, ...], again: Again) -> Answer:
    """The questions by family, or those with all the words in name, title, description or words, with what they give.

    `again` makes the command of an example. Where none has the words the answer is empty: `taking` finds those that take
    what the words name.
    """
    every = sorted(asked, key=lambda question: (_family(question), question.name))
    named = [question for question in every if words == (question.name,)]
    kept = named or [q for q in every if _holds((_text(q),), words)]
    title = _title("questions", len(kept), len(every), words)
    if not words:
        rows = [AnswerRow(((_family(q),), (q.name,), (q.summary,), tuple(q.params))) for q in kept]
        return Answer(title, ("Family", "Name", "Question", "Parameters"), rows)
    rows = [
        AnswerRow(((q.name,), (q.summary,), (q.description,), _takes(q), (_call(again, q, q.defaults),))) for q in kept
    ]
    return Answer(title, ("Name", "Question", "What it gives", "Parameters", "Example"), rows)


def taking(asked: Iterable[Question], kind: str, value: str, words: Sequence[str], again: Again) -> Answer:
    """The questions that take a value of this kind, with the command that asks each of it."""
    rows = []
    for question in sorted(asked, key=lambda question: (_family(question), question.name)):
        names = [name for name, type_ in question.params.items() if type_ == kind]
        if names:
            given = {name: found for name, found in question.defaults.items() if name in question.needs}
            call = _call(again, question, {**given, names[0]: (value,)})
            rows.append(AnswerRow(((_family(question),), (question.summary,), (call,))))
    title = f"No question has “{' '.join(words)}” in its words; {len(rows)} can be asked of this {kind}"
    return Answer(title, ("Family", "Question", "Command"), rows)


def _call(again: Again, question: Question, values: Mapping[str, Iterable[str]]) -> str:
    return again("ask", question.name, *(f"{name}={';'.join(found)}" for name, found in values.items()))


def _takes(question: Question) -> tuple[str, ...]:
    scope = ["document, section, --from, --to, --as-of"] if question.scoped else []
    return (*(f"{name}{' (needed)' * (name in question.needs)}" for name in question.params), *scope)


def kinds(asked: Iterable[Question]) -> frozenset[str]:
    """The kinds of things that some question takes."""
    return frozenset(type_ for question in asked for type_ in question.params.values()) - LITERALS


def _text(question: Question) -> str:
    return " ".join((question.name, question.summary, question.description, *question.words, *question.tags))


def _family(question: Question) -> str:
    return question.tags[0] if question.tags else ""


def _holds(forms: Iterable[str], words: Sequence[str]) -> bool:
    """Whether one of the texts has, for each word, a word that begins with it, endings apart."""
    wanted = [stem for word in words for stem in stems(word)]
    return not wanted or any(
        all(any(there.startswith(stem) for there in held) for stem in wanted) for held in map(stems, forms)
    )


def _title(kind: str, kept: int, whole: int, words: Sequence[str]) -> str:
    if not words:
        return f"{whole} {kind}"
    return f"{kept or 'None'} of {whole} {kind} with “{' '.join(words)}”"
