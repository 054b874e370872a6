"""Raakvlak: a collaborative real-time canvas server for partner workshops."""

__version__ = "0.3.0"
