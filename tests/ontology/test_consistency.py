"""HermiT: what is consistent passes, a planted contradiction is found."""

from __future__ import annotations

import pytest

from migov.cli.check_command import asserted_ntriples
from migov.graph.assemble import Landscape
from migov.ontology.consistency import available, check
from migov.ontology.errors import EngineUnreachable

pytestmark = pytest.mark.skipif(not available(), reason="HermiT needs Java")


def test_a_sound_landscape_is_consistent(small: Landscape) -> None:
    """Ontology and data that say nothing impossible are found consistent."""
    assert check(asserted_ntriples(small.store.quads())).consistent


def test_a_party_that_is_a_country_is_a_contradiction(small: Landscape) -> None:
    """A thing in two disjoint classes is found."""
    planted = (
        b"<https://w3id.org/migov/id/agency/iom> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        b"<https://w3id.org/migov/ontology#Country> .\n"
    )
    assert not check(asserted_ntriples(small.store.quads()) + planted).consistent


def test_without_java_the_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java the check says what it needs instead of passing."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineUnreachable, match="Java"):
        check(b"")
