"""Touchstone: shows readers how a news page supports what it says."""

__version__ = "0.1.0"
