"""Plain words: from a sentence to a question of the catalogue with its values, or an honest “not recorded”."""
