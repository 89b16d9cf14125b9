"""The translation memory: where words stand in it, what it holds, and what is taken in."""
