"""The commands: one module a command; with the explorer the only place that words errors for people."""
