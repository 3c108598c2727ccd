"""Where the nodes stand: by force, in layers or in rings; computed once and stored."""
