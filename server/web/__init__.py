"""What the outside sees: the API, the readers' pages, and how both present an assessment."""
