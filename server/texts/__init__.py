"""Words for readers, one file a language."""
