"""Servers that Raakvlak is measured beside."""
