"""Collect what was found on a site, each page once, and put it in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from server.services.auditing.addresses import cleaned, page_key, same_domain
from server.services.auditing.model import Entry

OLDEST = datetime.min.replace(tzinfo=UTC)  # what states no date goes last


class Collection:
    """Entries on one domain, each page once."""

    def __init__(self, domain: str, home: str) -> None:
        self._domain = domain
        self._home = home
        self._entries: dict[str, Entry] = {}

    @property
    def dated(self) -> int:
        """How many state a date."""
        return sum(entry.stated is not None for entry in self._entries.values())

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in ``entries``; of a page that is known already only a date that was missing."""
        for entry in entries:
            url = cleaned(entry.url, self._home)
            if url is None or not same_domain(url, self._domain) or page_key(url) == page_key(self._home):
                continue
            known = self._entries.setdefault(page_key(url), replace(entry, url=url))
            if known.stated is None:
                self._entries[page_key(url)] = replace(known, stated=entry.stated)

    def in_order(self) -> list[str]:
        """Return the addresses, the newest first; see ``ArticleFinder.find``."""
        by_source = sorted(self._entries.values(), key=lambda entry: entry.source)
        return [e.url for e in sorted(by_source, key=lambda entry: entry.stated or OLDEST, reverse=True)]
