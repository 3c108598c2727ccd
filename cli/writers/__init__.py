"""How answers are written: for a terminal, for programs, for a report, for a spreadsheet."""
