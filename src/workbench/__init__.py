"""Skaryna Workbench: documents what was said and done, offline, in one encrypted archive."""

__version__ = "0.1.0"
