"""The only outgoing network: get a page from an address that a stranger gave, and come to no harm."""

from server.fetch.errors import FetchError, Reason
from server.fetch.fetcher import Before, Fetcher
from server.fetch.model import FetchLimits, File, Page
from server.fetch.names import resolver

__all__ = ["Before", "FetchError", "FetchLimits", "Fetcher", "File", "Page", "Reason", "resolver"]
