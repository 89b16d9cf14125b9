"""The archive file: engine, tables, the unit of work, the log, queries and the search index."""
