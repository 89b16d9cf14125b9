"""The schema's versions, one module each; a released one is never edited."""
