"""Countries: ISO 3166-1 alpha-3 codes by pycountry, with the few codes and spellings that the documents need besides."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycountry

from migov.ontology.folding import fold
from migov.ontology.terms import FOLDER


@dataclass(frozen=True, slots=True)
class Countries:
    """Names by code, and codes by every known spelling (folded)."""

    names: Mapping[str, str]
    spellings: Mapping[str, str]
    adjectives: Mapping[str, str]
    regions: Mapping[str, tuple[str, ...]]
    """The regions in which a country lies, by the geoscheme of the UN (M49) where it knows them."""

    def code(self, name: str) -> str | None:
        """The code of a country by its code or any of its names; None when unknown."""
        if name in self.names:
            return name
        return self.spellings.get(fold(name))


@cache
def countries(folder: Path = FOLDER) -> Countries:
    """All countries of ISO 3166-1, those of `countries.csv` (columns code, kind, name), and regions by `country_regions.csv`."""
    names: dict[str, str] = {}
    spellings: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for country in pycountry.countries:
        names[country.alpha_3] = getattr(country, "common_name", country.name)
        for name in (country.name, names[country.alpha_3], getattr(country, "official_name", None)):
            if name:
                spellings[fold(name)] = country.alpha_3
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "extra":
                names[row["code"]] = row["name"]
            (adjectives if row["kind"] == "adjective" else spellings)[fold(row["name"])] = row["code"]
    regions: dict[str, list[str]] = {}
    with (folder / "country_regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for code in row["countries"].split():
                regions.setdefault(code, []).append(row["region"])
    placed = {code: tuple(sorted(found)) for code, found in sorted(regions.items())}
    return Countries(dict(sorted(names.items())), spellings, adjectives, placed)
