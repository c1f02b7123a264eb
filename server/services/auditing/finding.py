"""Find a site's recent articles: by its feeds, its sitemaps and its front page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from server.fetch import FetchError, File, Page, Reason
from server.services.auditing.addresses import cleaned, same_domain
from server.services.auditing.collecting import OLDEST, Collection
from server.services.auditing.feeds import read_feed
from server.services.auditing.front_page import FrontPage, read_front_page
from server.services.auditing.model import Entry, Source
from server.services.auditing.sitemaps import read_sitemap

# Where a feed is when the front page names none.
_FEED_PATHS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
# Where a sitemap is when robots.txt names none.
_SITEMAP_PATHS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml")
_MOST_FEEDS = 3
_MOST_SITEMAPS = 8  # files in all, indexes included
_DEEPEST = 2  # an index may name indexes, as long as they name files
# What a host that isn't there at all gives. What one that is there says tells more.
_SILENCE = frozenset({Reason.DNS, Reason.CONNECTION, Reason.TLS, Reason.TIMEOUT})
_MOST_HOSTS = 5  # of the domain


class Visits(Protocol):
    """What the finder asks of a visitor (:class:`server.services.auditing.visiting.Visitor`)."""

    def get(self, url: str) -> Page:
        """Return a page, or raise a FetchError."""

    def get_file(self, url: str) -> File:
        """Return a file, or raise a FetchError."""

    def may(self, url: str) -> bool:
        """Return whether a page may be asked for."""

    def sitemaps(self, url: str) -> list[str]:
        """Return the sitemaps that robots.txt names, or raise a FetchError."""


class ArticleFinder:
    """Finds articles. Safe to share between threads. ``most_bytes`` bounds a sitemap, unpacked."""

    def __init__(self, visitor: Visits, clock: Callable[[], datetime], most_bytes: int) -> None:
        self._visitor = visitor
        self._clock = clock
        self._most_bytes = most_bytes

    def find(self, domain: str, wanted: int) -> list[str]:
        """Return up to ``wanted`` addresses on the registrable ``domain``, each page once.

        Those that state a date come first, the newest before the others; else
        those of a feed before those of a sitemap before those of the front
        page, in the order in which they stand there. Sitemaps are asked for
        only where the feeds state too few dates.

        Raises:
            FetchError: where the site can't be reached or asks to be left alone.
        """
        home, front = self._home(domain)
        found = Collection(domain, home)
        found.add(self._from_feeds(front, home, domain))
        if found.dated < wanted:
            found.add(self._from_sitemaps(home, domain))
        found.add(Entry(url, Source.FRONT_PAGE) for url in front.articles)
        return list(islice(filter(_Doorman(self._visitor), found.in_order()), wanted))

    def _home(self, domain: str) -> tuple[str, FrontPage]:
        """Return where the site is and what its front page links, if it can be had."""
        failures: list[FetchError] = []
        site: str | None = None
        for url in (f"https://{domain}/", f"https://www.{domain}/", f"http://{domain}/"):
            try:
                self._visitor.sitemaps(url)
                site = site or url
                page = self._visitor.get(url)
            except FetchError as error:
                failures.append(error)
            else:
                return page.url, read_front_page(page.html, page.url)
        telling = min(
            failures, key=lambda error: (error.reason is not Reason.RULES, error.reason in _SILENCE)
        )
        if site is None or telling.reason is Reason.RULES:
            raise telling
        return site, FrontPage()

    def _from_feeds(self, front: FrontPage, home: str, domain: str) -> Iterator[Entry]:
        """Yield what the stated feeds link; where none is stated, what the first of the usual ones does."""
        stated = [url for url in front.feeds if same_domain(url, domain)][:_MOST_FEEDS]
        for url in stated or [urljoin(home, path) for path in _FEED_PATHS]:
            if file := self._file(url):
                entries = read_feed(file.body, file.content_type, self._clock())
                yield from entries
                if entries and not stated:
                    return

    def _from_sitemaps(self, home: str, domain: str) -> Iterator[Entry]:
        """Yield what a bounded number of sitemaps name: those for news first, then the newest."""
        named = self._visitor.sitemaps(home) or [urljoin(home, path) for path in _SITEMAP_PATHS]
        waiting = [(0, Entry(cleaned(url, home) or "", Source.SITEMAP)) for url in named]
        seen: set[str] = set()
        while waiting and len(seen) < _MOST_SITEMAPS:
            depth, entry = waiting.pop(0)
            if entry.url in seen or not same_domain(entry.url, domain):
                continue
            seen.add(entry.url)
            if file := self._file(entry.url):
                sitemap = read_sitemap(file.body, self._clock(), self._most_bytes)
                yield from sitemap.pages
                if depth < _DEEPEST:
                    waiting += [(depth + 1, further) for further in sitemap.files]
                    waiting.sort(key=lambda item: _urgency(item[1]))

    def _file(self, url: str) -> File | None:
        """Return a feed or a sitemap; one that can't be had is no reason to give up."""
        try:
            return self._visitor.get_file(url)
        except FetchError:
            return None


class _Doorman:
    """Knows which addresses may be asked for, on the first few hosts; each has a robots.txt to read."""

    def __init__(self, visitor: Visits) -> None:
        self._visitor = visitor
        self._hosts: set[str] = set()

    def __call__(self, url: str) -> bool:
        host = urlsplit(url).netloc
        if host not in self._hosts and len(self._hosts) == _MOST_HOSTS:
            return False
        self._hosts.add(host)
        return self._visitor.may(url)


def _urgency(entry: Entry) -> tuple[bool, float]:
    return "news" not in urlsplit(entry.url).path, -(entry.stated or OLDEST).timestamp()
