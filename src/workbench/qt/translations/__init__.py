"""The translation desk: the queue, the quote in its context, and its languages side by side."""
