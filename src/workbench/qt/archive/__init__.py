"""Making, unlocking and looking after an archive."""
