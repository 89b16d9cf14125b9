"""The screen of sources: the list, the text, and what is done there."""
