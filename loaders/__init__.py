"""What was said, and where: tables, documents, the places in them, and the landscape that ships with the program."""
