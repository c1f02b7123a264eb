"""Background work: a queue that runs embedded, or on Redis when given (docs/decisions/0013)."""
