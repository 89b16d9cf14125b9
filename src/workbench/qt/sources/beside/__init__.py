"""Two sources side by side: the one that is open, and another one in step with it."""
