"""Names of things: the namespaces, and the IRIs made from keys.

An id is `segment/key` (`agency/iom`); its IRI is that below `ID`. The same words stand in commands, links of pages and tables.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

ONTOLOGY: Final = "https://w3id.org/migov/ontology#"
STATED: Final = "https://w3id.org/migov/stated#"
ID: Final = "https://w3id.org/migov/id/"

PREFIXES: Final = {
    "": ONTOLOGY,
    "migov": ONTOLOGY,
    "stated": STATED,
    "id": ID,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

RDF_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
RDFS_LABEL: Final = NamedNode(PREFIXES["rdfs"] + "label")


@lru_cache(maxsize=65536)
def iri(segment: str, key: str) -> NamedNode:
    """The IRI of one thing: `iri("agency", "iom")`. Any key is taken; what is not plain is percent-encoded."""
    return NamedNode(f"{ID}{segment}/{quote(key, safe='/:')}")


def id_of(node: NamedNode | str) -> str:
    """The id of an IRI below `ID` (`agency/iom`), or the IRI itself when it is not one of ours."""
    text = node if isinstance(node, str) else node.value
    return _told(text)


@lru_cache(maxsize=65536)
def _told(text: str) -> str:
    return unquote(text[len(ID) :]) if text.startswith(ID) else text


def key_of(node: NamedNode) -> str:
    """The key alone: `iom` of `agency/iom`."""
    return id_of(node).partition("/")[2]


def hashed(*parts: str) -> str:
    """A stable key of 16 hexadecimal digits for things that have no name of their own."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def graph(name: str) -> NamedNode:
    """The IRI of a named graph: `graph("derived")`, `graph("document/eval2008")`."""
    return iri("graph", name)
