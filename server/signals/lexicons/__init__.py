"""Phrase lists, by theme. All of them are our own."""
