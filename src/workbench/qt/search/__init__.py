"""Finding words anywhere in the archive."""
