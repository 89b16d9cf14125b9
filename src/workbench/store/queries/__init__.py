"""Readings of the archive: SQLAlchemy Core on a read-only connection, small frozen rows out."""
