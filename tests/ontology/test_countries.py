"""Countries: codes, and the regions that they lie in."""

from __future__ import annotations

import csv

import pytest

from migov.ontology.concepts import vocabulary
from migov.ontology.countries import countries
from migov.ontology.terms import FOLDER

ALONE = {"ATA"}
"""Antarctica, which M49 puts in no region."""


def test_every_country_lies_in_a_region_of_the_vocabulary() -> None:
    """No code is missing, none unknown, and each region is one that can be asked for."""
    known = countries()
    assert set(known.names) - ALONE == set(known.regions)
    assert {region for found in known.regions.values() for region in found} <= set(vocabulary().scheme("region"))


@pytest.mark.parametrize(
    ("code", "regions"),
    [
        ("THA", {"south-east-asia", "asean", "greater-mekong"}),
        ("KEN", {"east-africa"}),
        ("LBN", {"arab-states", "western-asia"}),
    ],
)
def test_a_country_lies_where_the_un_and_the_ilo_put_it(code: str, regions: set[str]) -> None:
    """M49 first, then the ILO's Arab States and groups whose members have not changed."""
    assert set(countries().regions[code]) == regions


def test_each_row_of_regions_has_a_source() -> None:
    """A reader sees by whom a country is put there, and no country twice in a row."""
    with (FOLDER / "country_regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes = row["countries"].split()
            assert row["source"]
            assert sorted(set(codes)) == sorted(codes)
