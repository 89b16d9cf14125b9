"""Records: the list by kind, and the page of one record with everything known about it."""
