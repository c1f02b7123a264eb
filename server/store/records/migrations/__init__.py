"""How the tables came about: a module for each step in ``versions``, run in order and forward only."""
