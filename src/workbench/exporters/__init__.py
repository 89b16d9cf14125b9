"""What leaves the room: one module a format, the bag around them, and the check of a bag."""
