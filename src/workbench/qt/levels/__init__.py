"""How sensitive something is, shown and set: the same parts everywhere."""
