"""The first start: three ways in."""
