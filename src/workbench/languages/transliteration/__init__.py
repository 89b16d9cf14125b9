"""Proposing the other forms of a name from one that is known: by published rules, never written unasked."""
