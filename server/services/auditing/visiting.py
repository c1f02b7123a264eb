"""Visit sites politely: by their robots.txt (RFC 9309), one request at a time, with a pause between two."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from server.fetch import Before, FetchError, File, Page, Reason
from server.hosts import registrable

# What a robots.txt may make us wait between two requests; with more an audit would take hours.
LONGEST_DELAY = 30.0  # seconds
_RULES_SECONDS = 3_600.0  # without a visit, after which robots.txt is asked for anew
_FAULT_SECONDS = 600.0  # for which a host is left alone whose robots.txt can't be had
_MOST_BYTES = 500 * 1024  # of a robots.txt are read, as the RFC asks at least
_XML = "application/xml, text/xml, application/rss+xml, application/atom+xml, */*;q=0.5"


class Fetches(Protocol):
    """What a visitor asks of a fetcher (:class:`server.fetch.Fetcher`)."""

    def get(self, url: str, before: Before | None = None) -> Page:
        """Return a page."""

    def get_file(self, url: str, accept: str = "*/*", before: Before | None = None) -> File:
        """Return anything."""


class Clock(Protocol):
    """What a visitor asks of a clock, such as the module ``time``."""

    def monotonic(self) -> float:
        """Return the seconds since some moment."""

    def sleep(self, seconds: float, /) -> None:
        """Wait."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why the rules of a host could not be had, and until when nobody asks again."""

    error: FetchError
    until: float


@dataclass(slots=True)
class _Site:
    """A registrable domain: whose turn it is, when it was asked for something, and the rules of its hosts."""

    used: float
    last: float = -math.inf
    turn: Lock = field(default_factory=Lock)
    rules: dict[str, Protego | _Fault] = field(default_factory=dict)


class Visitor:
    """Gets pages and files as a guest should. Safe to share between threads.

    Whoever asks for something on a registrable domain waits until nobody else
    does and ``delay`` seconds, or what its robots.txt asks for up to
    ``LONGEST_DELAY``, have gone by. Nothing is asked for that robots.txt
    keeps from ``agent``, and no redirect is followed to another domain.
    ``reserve`` is told the domain before each visit, so that other parts of
    the house leave it alone meanwhile.
    """

    def __init__(
        self,
        fetcher: Fetches,
        agent: str,
        delay: float,
        *,
        reserve: Callable[[str], object] = lambda _: None,
        clock: Clock = time,
    ) -> None:
        self._fetcher = fetcher
        self._agent = agent
        self._delay = delay
        self._reserve = reserve
        self._clock = clock
        self._guard = Lock()
        self._sites: dict[str, _Site] = {}

    def get(self, url: str) -> Page:
        """Return the page at ``url``.

        Raises:
            FetchError: whatever goes wrong; ``rules`` where we are not to have it.
        """
        with self._turn(url) as before:
            return self._fetcher.get(url, before)

    def get_file(self, url: str) -> File:
        """Return the feed or sitemap at ``url``; of what type it is, is for the caller to see.

        Raises:
            FetchError: as ``get``.
        """
        with self._turn(url) as before:
            return self._fetcher.get_file(url, _XML, before)

    def may(self, url: str) -> bool:
        """Return whether ``url`` may be asked for; not where its robots.txt can't be had."""
        site = self._site(url)
        with site.turn:
            try:
                return bool(self._rules(site, url).can_fetch(url, self._agent))
            except FetchError:
                return False

    def sitemaps(self, url: str) -> list[str]:
        """Return the sitemaps that the robots.txt beside ``url`` names.

        Raises:
            FetchError: where it can't be had, so that the host must be left alone.
        """
        site = self._site(url)
        with site.turn:
            return list(self._rules(site, url).sitemaps)

    @contextmanager
    def _turn(self, url: str) -> Iterator[Before]:
        """Wait for the turn at the domain of ``url``, and give what is to be done before each request."""
        site, domain = self._site(url), _domain(url)

        def before(target: str) -> None:
            if _domain(target) != domain:
                raise FetchError(Reason.RULES, "The address leads to another domain.")
            rules = self._rules(site, target)
            if not rules.can_fetch(target, self._agent):
                raise FetchError(Reason.RULES, "The site's robots.txt asks programs not to read this page.")
            stated = rules.crawl_delay(self._agent) or 0.0
            self._pause(site, max(self._delay, min(stated, LONGEST_DELAY)))

        with site.turn:
            self._reserve(domain or "")
            try:
                yield before
            finally:
                site.last = self._clock.monotonic()

    def _pause(self, site: _Site, delay: float) -> None:
        left = site.last + delay - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(left)
        site.last = self._clock.monotonic()

    def _rules(self, site: _Site, url: str) -> Protego:
        """Return the rules of the host of ``url``, which are asked for once."""
        origin = urlunsplit((*urlsplit(url)[:2], "", "", ""))
        rules = site.rules.get(origin)
        if rules is None or (isinstance(rules, _Fault) and self._clock.monotonic() >= rules.until):
            rules = site.rules[origin] = self._ask(site, origin)
        if isinstance(rules, _Fault):
            error = rules.error
            raise FetchError(error.reason, error.detail, status_code=error.status_code)
        return rules

    def _ask(self, site: _Site, origin: str) -> Protego | _Fault:
        """Fetch a robots.txt. Where there is none all is allowed; where it can't be had nothing is."""
        try:
            # By the RFC its redirects are followed to wherever they lead.
            found = self._fetcher.get_file(
                f"{origin}/robots.txt", "text/plain, */*;q=0.5", lambda _: self._pause(site, self._delay)
            )
        except FetchError as error:
            if _missing(error):
                return Protego.parse("")
            detail = f"robots.txt could not be read, so the site was left alone: {error.detail}"
            fault = FetchError(error.reason, detail, status_code=error.status_code)
            return _Fault(fault, self._clock.monotonic() + _FAULT_SECONDS)
        finally:
            site.last = self._clock.monotonic()
        return Protego.parse(found.body[:_MOST_BYTES].decode("utf-8", "replace"))

    def _site(self, url: str) -> _Site:
        """Return what is known of the domain of ``url``; what was learnt long ago is forgotten."""
        now = self._clock.monotonic()
        with self._guard:
            for domain in [
                domain for domain, site in self._sites.items() if site.used < now - _RULES_SECONDS
            ]:
                del self._sites[domain]
            site = self._sites.setdefault(_domain(url) or "", _Site(now))
            site.used = now
            return site


def _domain(url: str) -> str | None:
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return registrable(host) or host


def _missing(error: FetchError) -> bool:
    """Return whether there is no robots.txt, as opposed to one that can't be had just now."""
    status = error.status_code or 0
    none = 400 <= status < 500 and status != HTTPStatus.TOO_MANY_REQUESTS
    return none or error.reason is Reason.TOO_MANY_REDIRECTS
