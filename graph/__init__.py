"""Rows become a graph: identity, conversion, validation, derivation, stores, and the projection that pictures are made of."""
