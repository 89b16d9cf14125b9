"""What the program knows of languages: which one a text is in, and names across scripts."""
