"""The SKOS vocabularies: themes, roles, statuses, regions and the rest, one Turtle file a scheme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from migov.ontology.namespaces import ID, PREFIXES, key_of
from migov.ontology.terms import FOLDER

SKOS = PREFIXES["skos"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: its slug, scheme, labels (the documents' phrases among them) and the slugs of its broader concepts."""

    slug: str
    scheme: str
    label: str
    alternatives: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, by scheme and slug."""

    schemes: Mapping[str, Mapping[str, Concept]]

    def scheme(self, name: str) -> Mapping[str, Concept]:
        """Concepts of one scheme by slug; empty for a scheme that has none."""
        return self.schemes.get(name, {})

    def label(self, scheme: str, slug: str) -> str:
        """Preferred label, or the slug itself for an unknown concept."""
        concept = self.scheme(scheme).get(slug)
        return concept.label if concept else slug

    def narrower(self, scheme: str, slug: str) -> frozenset[str]:
        """The slug and every slug below it."""
        found = {slug}
        while True:
            more = {c.slug for c in self.scheme(scheme).values() if found & set(c.broader)} - found
            if not more:
                return frozenset(found)
            found |= more


@cache
def vocabulary(folder: Path = FOLDER) -> Vocabulary:
    """Reads every file of `vocabulary/` in an ontology folder, once."""
    schemes: dict[str, dict[str, Concept]] = {}
    for path in sorted((folder / "vocabulary").glob("*.ttl")):
        said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for t in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(t.subject, NamedNode) and t.predicate.value.startswith(SKOS):
                value = t.object.value if isinstance(t.object, Literal | NamedNode) else ""
                said[t.subject.value][t.predicate.value[len(SKOS) :]].append(value)
        for subject, values in sorted(said.items()):
            if "inScheme" not in values or not subject.startswith(ID):
                continue
            scheme = key_of(NamedNode(values["inScheme"][0]))
            slug = values["notation"][0]
            schemes.setdefault(scheme, {})[slug] = Concept(
                slug=slug,
                scheme=scheme,
                label=values["prefLabel"][0],
                alternatives=tuple(sorted(values["altLabel"])),
                broader=tuple(sorted(key_of(NamedNode(b)) for b in values["broader"])),
                definition=" ".join(values["definition"]),
            )
    return Vocabulary(schemes)
