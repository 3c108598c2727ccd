"""Texts with footnoted places: Markdown and DOCX."""
