"""All the data files that decide what rows become, as one value: change the files, not the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from migov.loaders.declaration import FILE as TABLES
from migov.loaders.declaration import Declaration, declaration
from migov.loaders.locator import Locators
from migov.loaders.names import Names, names_of
from migov.loaders.rows import Row
from migov.loaders.theme_lines import ThemeLines, theme_lines
from migov.ontology.concepts import Vocabulary, vocabulary
from migov.ontology.countries import Countries, countries
from migov.ontology.terms import FOLDER, Terms, terms


@dataclass(frozen=True)
class Model:
    """The ontology folder, the tables' declaration, the vocabularies and the indexes of the documents."""

    folder: Path
    tables: Declaration
    terms: Terms
    vocabulary: Vocabulary
    countries: Countries
    locators: Locators
    theme_lines: ThemeLines

    def names(self, rows: list[Row]) -> Names:
        """Names of agencies that these rows give, with the names of concepts and countries."""
        return names_of(rows, self.vocabulary, self.countries)

    @property
    def classes(self) -> Mapping[str, str]:
        """Class names by id segment (`agency` -> Party), countries included."""
        return {**{t.segment: t.cls for t in self.tables.tables.values()}, "country": "Country"}


@cache
def model(folder: Path = FOLDER, tables: Path = TABLES) -> Model:
    """The model of an ontology folder and a declaration; by default the shipped one."""
    return Model(
        folder,
        declaration(tables),
        terms(folder),
        vocabulary(folder),
        countries(folder),
        Locators.load(),
        theme_lines(),
    )
