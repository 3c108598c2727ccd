"""Evidence: every claim about a thing, or that names it, with all it states and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from migov.graph.evidence import sources, text
from migov.graph.store import Store
from migov.loaders.declaration import Declaration, declaration
from migov.ontology.errors import QueryError
from migov.ontology.namespaces import STATED, id_of, iri
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import SILENCE, VOICE
from migov.queries.described import described
from migov.queries.spelling import near
from migov.queries.words.lexicon import stem

COLUMNS = ("About", "States", "How sure")
CLAIMS = """
SELECT DISTINCT ?claim ?about ?label ?property ?value ?name ?certainty WHERE {
  { ?claim :about %(thing)s } UNION { ?claim ?any %(thing)s . FILTER(STRSTARTS(STR(?any), STR(stated:))) }
  ?claim :about ?about ; ?property ?value .
  FILTER(STRSTARTS(STR(?property), STR(stated:)))
  OPTIONAL { ?about rdfs:label|:what ?label }
  OPTIONAL { ?value rdfs:label ?name }
  OPTIONAL { ?claim :certainty/skos:prefLabel ?certainty }
}"""


def evidence(store: Store, name: str, column: str = "", tables: Declaration | None = None) -> Answer:
    """The claims about a thing (`agency/iom`), or that name it; with a `column` only those that state something there.

    A row is one claim: what it is about, `column: value` for each thing it states, how sure it is, and its places.
    `donor` means the column `donors`. Raises `QueryError`, with the columns that the claims do state, for one that no table has.
    """
    stated = _columns(tables or declaration())
    about: dict[str, str] = {}
    sure: dict[str, str] = {}
    says: dict[str, set[tuple[str, str]]] = defaultdict(set)
    own, nameless = set[str](), dict[str, str]()
    for claim, thing, label, property_, value, shown, certainty in store.select(
        CLAIMS % {"thing": str(iri(*name.split("/", 1)))}
    ).rows:
        assert isinstance(claim, NamedNode)
        assert isinstance(thing, NamedNode)
        assert isinstance(property_, NamedNode)
        key = id_of(claim)
        about[key] = text(label) or id_of(thing)
        nameless.update({key: id_of(thing)} if label is None else {})
        sure[key] = text(certainty)
        columns = stated.get(property_.value.removeprefix(STATED), property_.value.removeprefix(STATED))
        says[key].add((columns, text(shown) or text(value)))
        if id_of(thing) == name:
            own.add(columns)
    column = column and _meant(column, set(stated.values()), sorted(own), name)
    wanted = [key for key, said in says.items() if not column or any(c == column for c, _ in said)]
    names = described(store, nameless.values(), tables)
    about |= {key: names[thing] for key, thing in nameless.items() if thing in names}
    places = sources(store, wanted)
    rows = [
        AnswerRow(
            (
                (about[key],),
                tuple(f"{c}: {value}" for c, value in sorted(says[key]) if not column or c == column),
                (sure[key],) if sure[key] else (),
            ),
            places.get(key, ()),
        )
        for key in wanted
    ]
    rows.sort(key=lambda row: ([(s.document, int(s.lines.partition("-")[0] or 0)) for s in row.sources], row.cells))
    lacking = f"{SILENCE}; the claims about it state {', '.join(sorted(own))}" if own else SILENCE
    title = f"What is claimed of {name}" + (f", {column}" if column else "")
    return Answer(title, COLUMNS, rows, VOICE if rows else lacking)


def _meant(column: str, known: Iterable[str], own: Iterable[str], name: str) -> str:
    """The column of this name, in singular or plural."""
    found = {other for other in known if stem(other) == stem(column.casefold())}
    if len(found) == 1 or column in found:
        return column if column in found else found.pop()
    likely = near(column.casefold(), known)
    hint = f" - did you mean {' or '.join(likely)}?" if likely else ""
    raise QueryError(f"there is no column “{column}”; the claims about {name} state {', '.join(own) or 'none'}{hint}")


def _columns(tables: Declaration) -> Mapping[str, str]:
    """Column names by property; where tables name one property differently the first name stands."""
    names: dict[str, str] = {}
    for table in tables.tables.values():
        for column in table.stated:
            names.setdefault(column.property, column.name)
    return names
