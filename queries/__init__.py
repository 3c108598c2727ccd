"""Questions: SPARQL files with a title, typed parameters and an example; answers with the place of every row."""
