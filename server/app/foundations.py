"""What every part stands on: the clock, the cache, the records, the queue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from server.config import Settings, SettingsError
from server.jobs.queue import Queue
from server.store.caches import open_cache
from server.store.memory import MemoryCache
from server.store.records.database import Database
from server.store.records.model import AddressError
from server.store.redis_cache import RedisCache

SEEDS = Path(__file__).parents[2] / "seeds"


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
