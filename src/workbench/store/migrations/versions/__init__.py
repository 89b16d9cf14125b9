"""Migrations in order: `vNNNN_what.py`. They hold their own SQL and import no models."""
