"""The commands of the command line, one module a subject; `cli.py` puts them together."""
