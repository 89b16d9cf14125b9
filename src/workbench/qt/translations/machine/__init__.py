"""Machine translation on the desk: which models are known, and what they are asked."""
