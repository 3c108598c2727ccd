"""A query of one's own: every name in it exists, it only asks, and what is wrong is said by name and place."""

from __future__ import annotations

import pytest

from migov.graph.assemble import Landscape
from migov.graph.limits import Limits
from migov.ontology.errors import MigovError, QueryError, UnknownTerm
from migov.queries.sparql.own import own
from migov.queries.sparql.tokens import tokens
from migov.queries.sparql.vetting import vet


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * { ?x migov:budgett ?y }", "the ontology has no term “budgett”; did you mean “budget”?"),
        ("SELECT * { ?x :budgett ?y }", "“budgett”"),
        ("SELECT * { ?x <https://w3id.org/migov/ontology#budgett> ?y }", "“budgett”"),
        ("PREFIX m: <https://w3id.org/migov/ontology#> SELECT * { ?x m:budgett ?y }", "“budgett”"),
        ("SELECT * { ?x a migov:party }", "did you mean “Party”"),
        ("SELECT * { ?x ^migov:about/migov:budgett ?y }", "“budgett”"),
        ("SELECT * { ?x stated:budgett ?y }", "no term “stated:budgett”; did you mean “stated:budget”?"),
        ("SELECT * { ?x stated:about ?y }", "no term “stated:about”"),
        ("SELECT * { ?x ?p id:agency\\/iomm }", "the graph has no thing “agency/iomm”; did you mean “agency/iom”?"),
        ("SELECT * { ?x ?p id:agency/iomm }", "the graph has no thing “agency/iomm”; did you mean “agency/iom”?"),
        ("SELECT * { ?x ?p id:agency\\/IOM }", "did you mean “agency/iom”?"),
        ("SELECT * { ?x ?p <https://w3id.org/migov/id/agency/iomm> }", "“agency/iomm”"),
        ("BASE <https://w3id.org/migov/id/> SELECT * { ?x ?p <agency/iomm> }", "“agency/iomm”"),
        ("PREFIX a: <https://w3id.org/migov/id/agency/> SELECT * { ?x ?p a:iomm }", "“agency/iomm”"),
        ("SELECT * { ?x ?p id:agenci\\/iom }", "no kind of thing “agenci”; did you mean “agency”?"),
        ("SELECT * { ?x ?p id:agency/iom }", "write id:agency\\/iom"),
        ("SELECT * { ?x foaf:name ?y }", "the prefix foaf: is not declared; known are migov:, stated:, id:"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(small: Landscape, query: str, says: str) -> None:
    """Terms of the ontology, of the claims, ids and prefixes, however they are written."""
    with pytest.raises(MigovError) as refused:
        vet(small.store, query)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?x rdfs:label 'migov:budgett' }",
        'SELECT * { ?x rdfs:label "it\'s \\" migov:budgett" }',
        "SELECT * { ?x rdfs:label '''a 'migov:budgett'\n id:agency/iomm''' }",
        "SELECT * { ?x rdfs:label ?y # migov:budgett and <https://w3id.org/migov/id/agency/iomm>\n }",
        "SELECT * { ?x migov:budget ?y FILTER(?y<5&&?y>1) }",
        "SELECT * { ?x ?p ?y FILTER(STRSTARTS(STR(?p), STR(stated:)) && STRSTARTS(STR(?x), STR(id:agency\\/))) }",
        "SELECT * { GRAPH id:graph\\/derived { ?x a migov:Edge } }",
        "SELECT * { ?x (migov:funds|^migov:about)+/a* ?y ; rdfs:label 'x'@en-gb , '5'^^xsd:integer . _:b ?p ?x.}",
        "PREFIX migov: <http://elsewhere.org/> SELECT ?y { BIND('migov:' AS ?y) }",
        "prefix ex: <https://w3id.org/migov/id/agency/>\nselect * { ex:iom a migov:Party . }",
        "SELECT * { id:agency\\/iom ?p ?o ; :acronym ?a }",
    ],
)
def test_what_only_looks_like_a_name_is_none(small: Landscape, query: str) -> None:
    """Strings, comments, comparisons, namespaces, paths and graphs pass without a word."""
    assert vet(small.store, query).warnings == ()
    own(small.store, query, Limits(rows=5))


def test_names_of_other_vocabularies_that_find_nothing_are_warned_of(small: Landscape) -> None:
    """They may be right and the graph silent, so the query still runs."""
    said = vet(small.store, "SELECT * { ?x skos:prefLabell ?y ; skos:prefLabel ?z ; a <http://a.org/b> }")
    assert said.warnings == (
        "<http://a.org/b> stands nowhere in the graph.",
        "skos:prefLabell stands nowhere in the graph.",
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("INSERT DATA { :a a :b }", "INSERT changes a graph"),
        (
            "PREFIX x: <http://x.org/> WITH <http://x.org/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "WITH changes a graph",
        ),
        ("drop all", "DROP changes a graph"),
        ("SELECT * { SERVICE <http://x.org/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("", "this is no query"),
        ("what is there", "this is no query"),
        ("SELECT * { ?x rdfs:label 'open }", "line 1, column 26 is not closed"),
    ],
)
def test_only_questions_are_taken(small: Landscape, query: str, says: str) -> None:
    """Updates, other servers and what is no query are refused before anything runs."""
    with pytest.raises(QueryError, match=says):
        vet(small.store, query)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x {\n ?x migov:budget ?y ;\n    budget ?z }", "line 3, column 5: SPARQL has no word “budget”"),
        ("SELECT ?x WHERE ?x a ?y", "line 1, column 17, before “?x a ?y”; expected there: {"),
        ("SELECT ?x {\n ?x a ?y\n", "line 3, column 1, at its end, after “?x a ?y”"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }", "the SELECT contains a variable that is unbound"),
        ("SELECT * { ?x ?p <a b> }", "does not parse at line 1"),
    ],
)
def test_a_slip_of_syntax_is_one_sentence_with_its_place(small: Landscape, query: str, says: str) -> None:
    """Line, column, what stands there; not the parser's list of every character."""
    with pytest.raises(QueryError) as refused:
        own(small.store, query, Limits())
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "u{" not in str(refused.value)
    assert len(str(refused.value)) < 200


def test_forms_are_told_apart(small: Landscape) -> None:
    """The first word after the prologue decides, in whatever case."""
    assert vet(small.store, "PREFIX select: <http://x.org/> ask { ?x a ?y }").form == "ASK"
    assert vet(small.store, "SELECT * { { SELECT * { ?x a ?y } } }").form == "SELECT"


def test_words_know_where_they_end() -> None:
    """A dot that ends a statement belongs to no name; one within does."""
    assert [t.text for t in tokens("?x a migov:Party. ex:a.b :c .")] == [
        "?x",
        "a",
        "migov:Party",
        ".",
        "ex:a.b",
        ":c",
        ".",
    ]


def test_terms_are_those_the_store_declares(small: Landscape) -> None:
    """An unknown term names itself for whoever catches it."""
    with pytest.raises(UnknownTerm) as refused:
        vet(small.store, "ASK { ?x migov:acronymm ?y }")
    assert (refused.value.name, refused.value.nearest) == ("acronymm", "acronym")
