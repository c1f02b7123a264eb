"""What lasts, apart from the cache: reports so far (docs/decisions/0009-records.md)."""
