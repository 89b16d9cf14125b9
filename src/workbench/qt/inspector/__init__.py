"""What is known about the passage that is current."""
