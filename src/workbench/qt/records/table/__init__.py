"""The table of all records of a kind: sorted, filtered and changed in place."""
