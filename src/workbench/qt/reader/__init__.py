"""The reader: one immutable text version in comfortable type, with its passages."""
