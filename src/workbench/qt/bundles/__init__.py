"""What leaves the room: choosing it, looking at it first, exporting, and checking bundles."""
