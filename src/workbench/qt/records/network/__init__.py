"""A network of records: who was where with whom."""
