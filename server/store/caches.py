"""Where results are kept: in Redis, or in this process when there is none."""

from __future__ import annotations

from collections.abc import Callable

from server.store.memory import MemoryCache
from server.store.redis_cache import RedisCache


def open_cache(
    redis_url: str,
    *,
    ttl_seconds: int,
    max_bytes: int,
    on_fault: Callable[[], None] = lambda: None,
) -> RedisCache | MemoryCache:
    """Return the cache at ``redis_url``, or one of at most ``max_bytes`` in this process when it is empty.

    ``on_fault`` is called for every operation on Redis that fails. Nothing is
    connected to yet.

    Raises:
        ValueError: where ``redis_url`` is no address of a Redis.
    """
    if redis_url:
        return RedisCache(redis_url, ttl_seconds=ttl_seconds, on_fault=on_fault)
    return MemoryCache(max_bytes, ttl_seconds=ttl_seconds)
