"""What opens at a passage: choosing a record, marking a quote, a note, a tag."""
