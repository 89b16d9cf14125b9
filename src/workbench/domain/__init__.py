"""The words of the program as plain Python: no database, no window, no files."""
