"""The progress of the translations: counted in a table, and painted week by week."""
