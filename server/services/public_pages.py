"""Pages that anybody can read: which addresses lead to them, and how they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from server.core.addresses import public_address
from server.hosts import is_local, registrable
from server.services.assessing import Extract, Fetch

LONGEST = 1_000  # characters of an address; PostgreSQL's indexes end at 2,700 bytes


class Place(NamedTuple):
    """Where an article stands: its registrable domain, and the address to fetch and to keep."""

    domain: str
    address: str


@dataclass(frozen=True, slots=True)
class PublicPages:
    """How pages are read: fetched, the article found, and the address that a page gives as its own.

    ``anywhere`` lets local names and odd ports pass, for development and tests.
    """

    fetch: Fetch
    extract: Extract
    stated_address: Callable[[str], str | None]
    anywhere: bool = False

    def place(self, url: str) -> Place | None:
        """Return where ``url`` leads; ``None`` where its form tells that not everybody can read it.

        That is so with numbers and local names for a host, with a user name
        or password, with odd ports, and with more than anybody would print.
        What a name server says is the fetcher's business.
        """
        try:
            parts = urlsplit(url)
            address = public_address(url)
            port = urlsplit(address).port
        except ValueError:
            return None
        host = parts.hostname or ""
        domain = registrable(host)
        public = self.anywhere or not (is_local(host) or port)
        if domain is None or "@" in parts.netloc or len(address) > LONGEST or not public:
            return None
        return Place(domain, address)
