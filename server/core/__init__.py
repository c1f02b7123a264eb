"""The engine. Pure: no network, no file system, no clock, no randomness."""
