"""The ontology's files: what they declare, and that they agree with each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from migov.loaders.declaration import declaration
from migov.ontology.concepts import vocabulary
from migov.ontology.countries import countries
from migov.ontology.drawing import drawing
from migov.ontology.errors import UnknownTerm
from migov.ontology.namespaces import ONTOLOGY, id_of, iri, key_of
from migov.ontology.terms import FOLDER, MIGOV

FILES = [FOLDER / "migov.ttl", FOLDER / "mappings.ttl", *sorted((FOLDER / "vocabulary").glob("*.ttl"))]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_no_file_has_blank_nodes(file: Path) -> None:
    """Every node of ontology and vocabularies has a name, so that sorted output is stable."""
    triples = list(parse(path=str(file), format=RdfFormat.TURTLE))
    assert triples
    assert not [t for t in triples if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_a_misspelt_term_fails_with_the_nearest() -> None:
    """A term the ontology does not declare raises and names the nearest one."""
    assert MIGOV.budget == NamedNode(ONTOLOGY + "budget")
    with pytest.raises(UnknownTerm) as fault:
        MIGOV["budgte"]
    assert fault.value.nearest == "budget"


def test_every_class_and_property_of_the_tables_is_declared() -> None:
    """The declaration of the tables uses only terms of the ontology."""
    for table in declaration().tables.values():
        assert table.cls in MIGOV
        assert table.claim_class in MIGOV
        for column in table.columns:
            assert column.property in MIGOV, column


def test_every_term_of_rules_and_shapes_is_declared() -> None:
    """Rules, shapes, views and questions use only terms of the ontology: a typo would match nothing and say nothing."""
    root = FOLDER.parent
    files = [*(FOLDER / "rules").glob("*.rq"), FOLDER / "shapes.ttl"]
    files += [*(root / "graph" / "views").glob("*.rq"), *(root / "queries" / "catalogue").glob("*.rq")]
    for file in files:
        text = re.sub(r'"[^"\n]*"|<[^>]*>|#.*', "", file.read_text(encoding="utf-8"))
        for name in re.findall(r"(?<![\w?]):([A-Za-z]\w*)", text):
            assert name in MIGOV, f"{file.name}: {name}"


def test_concepts_refer_to_concepts_of_their_scheme() -> None:
    """A broader concept exists in the same scheme, and no concept is above itself."""
    known = vocabulary()
    for scheme in known.schemes.values():
        for concept in scheme.values():
            assert set(concept.broader) <= scheme.keys(), concept
            assert concept.slug not in {b for c in concept.broader for b in scheme[c].broader}


def test_no_two_themes_share_a_label() -> None:
    """A phrase names one theme only, else a stated theme would be a guess."""
    seen: dict[str, str] = {}
    for concept in vocabulary().scheme("theme").values():
        for label in {concept.label.casefold(), *(a.casefold() for a in concept.alternatives)}:
            assert seen.setdefault(label, concept.slug) == concept.slug, label


def test_narrower_holds_the_theme_itself_and_all_below() -> None:
    """Narrower themes are found through all levels."""
    below = vocabulary().narrower("theme", "exploitation")
    assert {"exploitation", "trafficking", "child-trafficking"} <= below
    assert "remittances" not in below


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sweden", "SWE"),
        ("SWE", "SWE"),
        ("Lao PDR", "LAO"),
        ("Cote D'Ivoire", "CIV"),
        ("Chili", "CHL"),
        ("Kosovo", "XKX"),
    ],
)
def test_countries_are_found_by_the_names_documents_print(name: str, code: str) -> None:
    """Codes, ISO names and the documents' own spellings lead to one code."""
    assert countries().code(name) == code


def test_an_unknown_country_has_no_code() -> None:
    """A name that is no country is not guessed at."""
    assert countries().code("Atlantis") is None


def test_every_drawn_class_has_shape_and_colour_and_kinds_differ() -> None:
    """The main kinds of node differ by shape, not by colour alone."""
    style = drawing()
    shapes = [style.node(kind).shape for kind in ("UnAgency", "Project", "Theme", "Country", "Instrument")]
    assert len(set(shapes)) == len(shapes)
    assert style.edge("plannedWith").line == "dashed"
    assert style.edge("collaboratesWith").undirected


def test_ids_and_iris_are_each_others_way_back() -> None:
    """An id becomes an IRI and the IRI the same id, odd characters included."""
    for segment, key in [("agency", "iom"), ("lines", "a b/ü;c")]:
        assert id_of(iri(segment, key)) == f"{segment}/{key}"
        assert key_of(iri(segment, key)) == key
