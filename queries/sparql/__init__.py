"""SPARQL of one's own: read, vetted against the graph, and run within limits."""
