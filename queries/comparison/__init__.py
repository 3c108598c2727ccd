"""Comparison: two agencies side by side, every pair by strength, and a brief on two."""
