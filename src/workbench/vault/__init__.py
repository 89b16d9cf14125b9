"""Keys, the recovery sheet, and files that are never left half-written or readable by others."""
