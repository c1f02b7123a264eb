"""Results in Redis, shared by every process; with Redis down the answers still come."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from redis import BlockingConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import LockError, RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.lock import Lock
from redis.retry import Retry

from server.store.breaker import Breaker
from server.store.codec import decode, encode
from server.store.flights import Flights

Answer = TypeVar("Answer")

JITTER = 0.1  # share of the time to live

_PREFIX = "touchstone:"
_LOCK_PREFIX = "touchstone-lock:"
_MAX_CONNECTIONS = 32
# A computation takes milliseconds. A worker that dies with the lock holds the
# others up for WAIT_SECONDS at most, then they compute for themselves.
_LOCK_SECONDS = 5.0
_WAIT_SECONDS = 2.0
_POLL_SECONDS = 0.01


class _UnavailableError(Exception):
    """Redis did not do what was asked, for whatever reason; it is counted and logged already."""


class RedisCache:
    """Keeps values compressed under ``touchstone:KEY``, each for about ``ttl_seconds``.

    The time to live varies by :data:`JITTER`, so that results that were made
    together do not expire together. No operation waits longer than
    ``timeout_seconds`` for Redis; after one that failed, Redis is left alone
    for ``retry_seconds``. Nothing raises but what ``compute`` raises.
    """

    def __init__(
        self,
        url: str,
        *,
        ttl_seconds: float,
        timeout_seconds: float = 0.1,
        retry_seconds: float = 1.0,
        on_fault: Callable[[], None] = lambda: None,
    ) -> None:
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=_MAX_CONNECTIONS,
            timeout=timeout_seconds,
            socket_timeout=timeout_seconds,
            socket_connect_timeout=timeout_seconds,
            retry=Retry(NoBackoff(), 0),
        )
        self._redis = Redis(connection_pool=pool)
        self._ttl_seconds = ttl_seconds
        self._on_fault = on_fault
        self._connection = Breaker("the cache in Redis", retry_seconds)
        # A full or read-only Redis still answers: reads go on, and so do tries to write.
        self._writing = Breaker("writing to the cache in Redis", 0)
        self._flights = Flights()

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``; ``None`` also for what can't be read."""
        try:
            stored = self._ask(self._redis.get, _PREFIX + key)
        except _UnavailableError:
            return None
        return decode(stored) if isinstance(stored, bytes) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``, in place of anything there."""
        spread = random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret
        milliseconds = max(1, round(self._ttl_seconds * spread * 1000))
        try:
            self._write(self._redis.set, _PREFIX + key, encode(value), px=milliseconds)
        except _UnavailableError:
            return

    def get_or_compute(self, key: str, compute: Callable[[], bytes]) -> tuple[bytes, bool]:
        """Return what is kept under ``key``, or compute and keep it; and whether it was kept already.

        One thread of one process computes while the others wait, for a
        bounded time. What ``compute`` raises is passed on; who waited for it
        then tries for itself.
        """
        value = self.get(key)
        if value is not None:
            return value, True
        with self._flights.turn(key):
            lock = self._lock(key)
            try:
                value = self.get(key)
                if value is not None:
                    return value, True
                value = compute()
                self.put(key, value)
                return value, False
            finally:
                self._release(lock)

    def status(self) -> Mapping[str, str | int]:
        """Return what /readyz tells of the cache, after asking Redis."""
        try:
            self._ask(self._redis.ping)
        except _UnavailableError:
            return {"kind": "redis", "state": "down"}
        return {"kind": "redis", "state": "no writes" if self._writing.open else "ok"}

    def _lock(self, key: str) -> Lock | None:
        """Return the lock among processes, or ``None`` where it can't be had."""
        lock: Lock = self._redis.lock(
            _LOCK_PREFIX + key,
            timeout=_LOCK_SECONDS,
            sleep=_POLL_SECONDS,
            thread_local=False,
            raise_on_release_error=False,
        )
        give_up = time.monotonic() + _WAIT_SECONDS
        try:
            while not self._write(lock.acquire, blocking=False):
                if time.monotonic() > give_up:
                    return None
                time.sleep(_POLL_SECONDS)
        except _UnavailableError:
            return None
        return lock

    def _release(self, lock: Lock | None) -> None:
        if lock is None:
            return
        try:
            self._ask(lock.release)
        except (_UnavailableError, LockError):  # it expires by itself, or has done so
            return

    def _write(self, operation: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        ticket = self._writing.admit()
        answer = self._ask(operation, *args, **kwargs)
        if ticket is not None:
            self._writing.succeeded(ticket)
        return answer

    def _ask(self, operation: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        """Do one operation on Redis.

        Raises:
            _UnavailableError: where it fails, or Redis is left alone just now.
            LockError: where a lock is no longer ours.
        """
        ticket = self._connection.admit()
        if ticket is None:
            raise _UnavailableError
        try:
            answer = operation(*args, **kwargs)
        except LockError:
            self._connection.succeeded(ticket)
            raise
        except (RedisConnectionError, RedisTimeoutError) as error:
            self._on_fault()
            self._connection.failed(error)
            raise _UnavailableError from error
        except RedisError as error:  # Redis answers, and says no: full, read-only, not permitted
            self._on_fault()
            self._connection.succeeded(ticket)
            self._writing.failed(error)
            raise _UnavailableError from error
        self._connection.succeeded(ticket)
        return answer
