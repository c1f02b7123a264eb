"""What is known of where an article stands, for every answer: quick, remembered, and never in the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from threading import Lock
from typing import Protocol

from cachetools import TTLCache

from server.hosts import host_name, registrable
from server.store.records.domain_model import Known, Listing
from server.store.records.model import RecordsUnavailableError

_FRESH_SECONDS = 60.0
_MOST = 10_000  # domains remembered


class Records(Protocol):
    """What the service asks of the records."""

    def known(self, domains: Collection[str]) -> Mapping[str, Known]:
        """Return what is known of each of the domains.

        Raises:
            RecordsUnavailableError: where the records can't be read.
        """


class SourceService:
    """Tells what is known of hosts, as it was at most a minute ago. Safe to share between threads."""

    def __init__(self, records: Records, timer: Callable[[], float] = time.monotonic) -> None:
        self._records = records
        self._remembered: TTLCache[str, Known] = TTLCache(_MOST, _FRESH_SECONDS, timer)
        self._guard = Lock()  # cachetools leaves threads to its users

    def summary(self, host: str | None) -> Known | None:
        """Return what is known of ``host``; ``None`` where that is nothing or can't be had. Never raises."""
        return self.summaries([host]).get(host)

    def summaries(self, hosts: Iterable[str | None]) -> dict[str | None, Known]:
        """Return what is known of each of ``hosts``, leaving out those of which nothing is. Never raises.

        Of the listings of a domain only those are given that are of the whole
        of it or of the part that the host is in.
        """
        domains = {host: domain for host in hosts if (domain := registrable(host))}
        known = self._known(set(domains.values()))
        summaries = {
            host: _for(host_name(host) or "", known[domain])
            for host, domain in domains.items()
            if domain in known
        }
        return {host: summary for host, summary in summaries.items() if summary.anything}

    def _known(self, domains: set[str]) -> dict[str, Known]:
        with self._guard:
            known = {domain: found for domain in domains if (found := self._remembered.get(domain))}
        missing = domains - known.keys()
        if missing:
            try:
                asked = self._records.known(missing)
            except RecordsUnavailableError:  # logged where it happened
                return known
            with self._guard:
                self._remembered.update(asked)
            known.update(asked)
        return known


def _for(host: str, known: Known) -> Known:
    listings = tuple(listing for listing in known.listings if _covers(listing, host))
    return known if listings == known.listings else replace(known, listings=listings)


def _covers(listing: Listing, host: str) -> bool:
    return host == listing.host or host.endswith(f".{listing.host}")
