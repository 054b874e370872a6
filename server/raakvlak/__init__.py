"""Raakvlak: a collaborative real-time canvas server for partner workshops."""

__version__ = "0.2.0"
