"""How pages are got, read and assessed."""

from __future__ import annotations

from dataclasses import replace

from server import __version__
from server.app.foundations import now
from server.config import Settings
from server.extract import address_stated, extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.public_pages import PublicPages
from server.services.rereading import Rereader

PRODUCT = "Touchstone"  # as a robots.txt may call us
USER_AGENT = f"{PRODUCT}/{__version__}"


def create_fetcher(settings: Settings, **changes: int) -> Fetcher:
    """Return what gets pages from the web; ``changes`` are limits in place of the settings'."""
    fetch_limits = FetchLimits(
        timeout_seconds=settings.fetch_timeout_seconds,
        max_bytes=settings.fetch_max_bytes,
        max_redirects=settings.fetch_max_redirects,
    )
    return Fetcher(
        replace(fetch_limits, **changes),
        user_agent=USER_AGENT,
        allow_private=settings.fetch_allow_private,
        resolve=resolver(settings.fetch_resolve),
    )


def create_service(settings: Settings, cache: Cache, observe: Observe | None = None) -> AssessmentService:
    """Return the service that assesses articles with the house's signals."""
    return AssessmentService(default_engine(), cache, create_fetcher(settings).get, extract, observe)


def create_page_reading(settings: Settings) -> PublicPages:
    """Return how pages of the web are read."""
    fetcher = create_fetcher(settings)
    return PublicPages(fetcher.get, extract, address_stated, anywhere=settings.fetch_allow_private)


def create_rereader(settings: Settings) -> Rereader:
    """Return what reads articles at their address."""
    return Rereader(default_engine(), create_page_reading(settings), now)
