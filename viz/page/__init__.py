"""The interactive page: one HTML file that needs no network, and what it is told of a network."""
