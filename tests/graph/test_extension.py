"""New columns and new tables are a change of data files alone: declaration, ontology, shape, vocabulary."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from migov.graph.assemble import assemble
from migov.graph.export import export_rows
from migov.graph.model import Model, model
from migov.loaders.declaration import FILE
from migov.loaders.rows import Row
from migov.loaders.tables import read_tables, write_tables
from migov.ontology.errors import RuleBroken
from migov.ontology.terms import FOLDER

COLUMNS = """\
projects,beneficiaries,integer,,value,beneficiaries,,,"how many people it is meant for"
projects,modality,concept,,value,modality,modality,,"how it is delivered"
hotlines,,Hotline,,table,ReadClaim,hotline,,"A telephone line for migrants."
hotlines,id,id,,key,identifier,,,"id"
hotlines,operator,entity,,value,operator,agency,,"who runs it"
hotlines,calls,integer,,value,calls,,,"calls a year"
"""
TERMS = """
:beneficiaries a owl:DatatypeProperty ; rdfs:domain :Project ; rdfs:range xsd:integer .
:modality a owl:ObjectProperty ; rdfs:domain :Project ; rdfs:range skos:Concept .
:Hotline a owl:Class ; rdfs:subClassOf :Record .
:HotlineClaim a owl:Class ; rdfs:subClassOf :ReadClaim .
:operator a owl:ObjectProperty ; rdfs:domain :Hotline ; rdfs:range :Party .
:calls a owl:DatatypeProperty ; rdfs:domain :Hotline ; rdfs:range xsd:integer .
"""
CONCEPTS = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/migov/id/modality/grant> a skos:Concept ; skos:notation "grant" ; skos:prefLabel "Grant"@en ;
    skos:inScheme <https://w3id.org/migov/id/scheme/modality> .
"""
SHAPE = """
shape:beneficiaries a sh:NodeShape ; sh:targetSubjectsOf stated:beneficiaries ;
    sh:property [ sh:path stated:beneficiaries ; sh:minInclusive 1 ; sh:message "helps nobody" ; :remedy "count again" ] .
"""


@pytest.fixture
def wider(tmp_path: Path) -> Model:
    """The shipped model with two columns and one table more, by files alone."""
    folder = tmp_path / "ontology"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    tables = tmp_path / "tables.csv"
    tables.write_text(FILE.read_text(encoding="utf-8") + COLUMNS, encoding="utf-8")
    for name, more in (("migov.ttl", TERMS), ("shapes.ttl", SHAPE)):
        (folder / name).write_text((folder / name).read_text(encoding="utf-8") + more, encoding="utf-8")
    (folder / "vocabulary" / "modality.ttl").write_text(CONCEPTS, encoding="utf-8")
    return model(folder, tables)


def test_new_columns_and_tables_are_read_stated_checked_and_written(
    wider: Model, few: list[Row], make: Callable[..., Row], tmp_path: Path
) -> None:
    """A new column of two kinds and a new table go from workbook to graph and back."""
    rows = [
        *few,
        make("projects", project="p9", title="t", beneficiaries="70", modality="grant", lines="40"),
        make("hotlines", id="h1", operator="IOM", calls="12", lines="41"),
    ]
    write_tables(tmp_path / "all.xlsx", rows, wider.tables)
    store = assemble(read_tables(tmp_path / "all.xlsx", wider.tables), wider).store
    found = store.select("SELECT ?n ?c ?o { ?p :beneficiaries ?n . ?h a :Hotline ; :calls ?c ; :operator ?o }").rows
    assert [str(term) for term in found[0]] == [
        '"70"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"12"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "<https://w3id.org/migov/id/agency/iom>",
    ]
    exported = {row.table: row for row in export_rows(store, wider)}
    assert exported["hotlines"]["calls"] == "12"


@pytest.mark.parametrize(
    ("cells", "says"),
    [({"beneficiaries": "0"}, "helps nobody"), ({"modality": "gift"}, "is no modality of the vocabulary")],
)
def test_their_rules_are_kept(
    wider: Model, few: list[Row], make: Callable[..., Row], cells: dict[str, str], says: str
) -> None:
    """The new vocabulary and the new shape refuse what breaks them."""
    with pytest.raises(RuleBroken, match="1 rows") as broken:
        assemble([*few, make("projects", project="p9", title="t", **cells)], wider)
    assert says in broken.value.violations[0].fault
