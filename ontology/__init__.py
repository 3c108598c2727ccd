"""What can be said: the ontology, its vocabularies, shapes and rules, as data files and as closed values for Python."""
