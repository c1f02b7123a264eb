"""What every part stands on: the cache, the records, the web, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from server import __version__
from server.config import Settings, SettingsError
from server.extract import address_stated, extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.jobs.queue import Queue
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.public_pages import PublicPages
from server.services.rereading import Rereader
from server.store.caches import open_cache
from server.store.memory import MemoryCache
from server.store.records.database import Database
from server.store.records.model import AddressError
from server.store.redis_cache import RedisCache

PRODUCT = "Touchstone"  # as a robots.txt may call us
USER_AGENT = f"{PRODUCT}/{__version__}"


def now() -> datetime:
    """Return this moment: the clock of all services."""
    return datetime.now(UTC)


def create_cache(settings: Settings, on_fault: Callable[[], None] = lambda: None) -> RedisCache | MemoryCache:
    """Return the cache that the settings ask for; ``on_fault`` is told of every fault of Redis.

    Raises:
        SettingsError: where REDIS_URL makes no sense.
    """
    try:
        return open_cache(
            settings.redis_url,
            ttl_seconds=settings.cache_ttl_seconds,
            max_bytes=settings.cache_max_bytes,
            on_fault=on_fault,
        )
    except ValueError:
        raise SettingsError(["REDIS_URL must be the address of a Redis"]) from None


def create_database(settings: Settings, **options: float) -> Database:
    """Return the database of the records, which is connected to when it is needed.

    ``options`` are those of :class:`Database`.

    Raises:
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        return Database(settings.database_url, **options)
    except AddressError as error:
        raise SettingsError([f"DATABASE_URL {error}"]) from None


def create_queue(settings: Settings) -> Queue:
    """Return the queue of background jobs, which is opened when it is needed.

    Raises:
        SettingsError: where REDIS_URL makes no sense.
    """
    try:
        return Queue(settings.redis_url, settings.jobs_path)
    except ValueError:
        raise SettingsError(["REDIS_URL must be the address of a Redis"]) from None


def create_fetcher(settings: Settings) -> Fetcher:
    """Return what gets pages from the web."""
    fetch_limits = FetchLimits(
        timeout_seconds=settings.fetch_timeout_seconds,
        max_bytes=settings.fetch_max_bytes,
        max_redirects=settings.fetch_max_redirects,
    )
    return Fetcher(
        fetch_limits,
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
