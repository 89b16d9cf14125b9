"""Bringing the rows of a table in as records."""
