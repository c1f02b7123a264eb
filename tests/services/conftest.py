"""The services' tests on records run on both databases."""

from tests.store.conftest import records_url

__all__ = ["records_url"]
