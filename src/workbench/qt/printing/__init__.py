"""The annotated article on paper."""
