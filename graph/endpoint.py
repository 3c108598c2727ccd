"""A store that lives elsewhere: any SPARQL 1.1 endpoint, asked through SPARQLWrapper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SELECT, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from migov.graph.recall import Recall
from migov.graph.store import Solutions
from migov.ontology.errors import EngineUnreachable, QueryError
from migov.ontology.namespaces import PREFIXES

SECONDS: Final = 60
"""How long an answer may take; SPARQLWrapper has no limit of its own."""
DECLARED: Final = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
ALL: Final = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
COUNT: Final = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


class EndpointStore:
    """Reads from an endpoint; what is stored there is loaded with the server's own tools, from `migov export quads`.

    Questions see the union of all graphs: Oxigraph is asked for it, Virtuoso does so by itself, other servers must be set up so.
    """

    def __init__(self, address: str, seconds: int = SECONDS) -> None:
        self.address = address
        self._seconds = seconds

    @property
    def recall(self) -> Recall:
        """Nothing: the server may be loaded anew between two questions."""
        return Recall()

    def select(self, query: str) -> Solutions:
        """Solutions of a SELECT. Raises `QueryError` for a query the server refuses, `EngineUnreachable` when it does not answer."""
        found = ox.parse_query_results(self._ask(query), format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("this is no SELECT query")
        variables = tuple(v.value for v in found.variables)
        return Solutions(variables, tuple(tuple(row) for row in found))

    def quads(self) -> Iterator[ox.Quad]:
        """All quads of the named graphs."""
        for graph, subject, predicate, object_ in self.select(ALL).rows:
            assert isinstance(graph, ox.NamedNode)
            assert isinstance(subject, ox.NamedNode)
            assert isinstance(predicate, ox.NamedNode)
            assert isinstance(object_, ox.NamedNode | ox.Literal)
            yield ox.Quad(subject, predicate, object_, graph)

    def __len__(self) -> int:
        (count,) = self.select(COUNT).rows[0]
        assert isinstance(count, ox.Literal)
        return int(count.value)

    def _ask(self, query: str) -> bytes:
        wrapper = SPARQLWrapper(self.address)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(JSON)
        wrapper.setTimeout(self._seconds)
        wrapper.addParameter("union-default-graph", "true")
        wrapper.setQuery(DECLARED + query)
        wrapper.queryType = SELECT  # SPARQLWrapper guesses it from words, those of our headers too
        try:
            content = wrapper.query().response.read()
        except QueryBadFormed as fault:
            raise QueryError(f"{self.address} refuses the query: {str(fault).splitlines()[-1]}") from fault
        except TimeoutError as fault:
            raise EngineUnreachable(f"{self.address} gave no answer within {self._seconds} seconds") from fault
        except (HTTPError, URLError, SPARQLWrapperException, OSError) as fault:
            reason = getattr(fault, "reason", None) or fault
            raise EngineUnreachable(f"{self.address} cannot be reached: {reason}") from fault
        assert isinstance(content, bytes)
        return content
