"""The glossary pane: concepts with their terms, and the names of records beside them."""
