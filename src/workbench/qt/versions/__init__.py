"""Several texts of one source: a newer capture, what a person decides about passages, older texts."""
