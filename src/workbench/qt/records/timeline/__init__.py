"""A timeline of records: what is dated, as exactly as it is known."""
