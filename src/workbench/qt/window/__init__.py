"""The main window: what surrounds the views."""
