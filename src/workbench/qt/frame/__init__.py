"""The parts that every window is put together from."""
