"""Results in Redis, shared by every process; with Redis down the answers still come."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from redis import BlockingConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import LockError, RedisError, ResponseError
from redis.lock import Lock
from redis.maint_notifications import MaintNotificationsConfig
from redis.retry import Retry

from server.breaker import Breaker
from server.store.codec import decode, encode
from server.store.flights import Flights

JITTER = 0.1  # share of the time to live

_PREFIX = "touchstone:"
_LOCK_PREFIX = "touchstone-lock:"
# All keys in order, and when each expires: Redis itself can't list keys by range.
_KEYS = "touchstone-keys"
_EXPIRY = "touchstone-expiry"
_AT_ONCE = 1000  # commands, so that no answer takes long
_MAX_CONNECTIONS = 32
_POLL_SECONDS = 0.01


class _UnavailableError(Exception):
    """Redis did not do what was asked, for whatever reason; it is counted and logged already."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long to wait for what, in seconds. The defaults suit computations of milliseconds."""

    timeout: float = 0.1  # for a connection, and for each answer of Redis
    retry: float = 1.0  # that Redis is left alone after a fault
    wait: float = 2.0  # for another's computation; then one computes for oneself
    lock: float = 5.0  # until the lock of a worker that died is gone


class RedisCache:
    """Keeps values compressed under ``touchstone:KEY``, each for about ``ttl_seconds``.

    The time to live varies by :data:`JITTER`, so that results that were made
    together do not expire together. ``on_fault`` is called for every operation
    that fails and every value that can't be read. Once made, it raises nothing
    but what ``compute`` raises.

    Raises:
        ValueError: where ``url`` is no address of a Redis.
    """

    def __init__(
        self,
        url: str,
        *,
        ttl_seconds: float,
        timing: Timing = Timing(),
        on_fault: Callable[[], None] = lambda: None,
    ) -> None:
        self._redis = Redis(connection_pool=_pool(url, timing.timeout))
        self._ttl_seconds = ttl_seconds
        self._timing = timing
        self._on_fault = on_fault
        self._connection = Breaker("the cache in Redis", timing.retry)
        # A full, read-only or restricted Redis still does the rest, so what it refuses is tried
        # again each time. One breaker for each, or they would take turns in the log.
        self._reading = Breaker("reading from the cache in Redis", 0)
        self._writing = Breaker("writing to the cache in Redis", 0)
        self._unlocking = Breaker("unlocking in Redis", 0)
        self._flights = Flights(timing.wait)

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``; ``None`` also for what can't be read."""
        try:
            stored = self._ask(self._reading, self._redis.get, _PREFIX + key)
        except _UnavailableError:
            return None
        if not isinstance(stored, bytes):
            return None
        value = decode(stored)
        if value is None:
            self._on_fault()
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``, in place of anything there."""
        spread = random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret
        milliseconds = max(1, round(self._ttl_seconds * spread * 1000))
        pipeline = self._redis.pipeline(transaction=False)
        pipeline.set(_PREFIX + key, encode(value), px=milliseconds)
        pipeline.zadd(_KEYS, {key: 0})
        pipeline.zadd(_EXPIRY, {key: time.time() * 1000 + milliseconds})
        try:
            self._ask(self._writing, pipeline.execute)
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
        with self._flights.turn(key) as ours:
            lock = self._lock(key) if ours else None
            try:
                value = self.get(key)
                if value is not None:
                    return value, True
                value = compute()
                self.put(key, value)
                return value, False
            finally:
                self._release(lock)

    def between(self, first: str, last: str) -> list[bytes]:
        """Return what is kept under every key from ``first`` to ``last``, both included.

        Empty also where Redis can't be asked.
        """
        try:
            keys: list[bytes] = self._ask(
                self._reading, self._redis.zrangebylex, _KEYS, f"[{first}", f"[{last}"
            )
            names = [key.decode() for key in keys]
            stored = (
                self._ask(self._reading, self._redis.mget, [_PREFIX + name for name in names])
                if names
                else []
            )
        except _UnavailableError:
            return []
        self._forget([key for key, value in zip(keys, stored, strict=True) if value is None])
        values = (decode(value) for value in stored if value is not None)
        return [value for value in values if value is not None]

    def count_between(self, spans: Sequence[tuple[str, str]]) -> list[int]:
        """Return for each span of first and last key how many keys are kept; zeros where Redis fails."""
        counts: list[int] = []
        try:
            expired: list[bytes] = self._ask(
                self._reading, self._redis.zrangebyscore, _EXPIRY, 0, time.time() * 1000
            )
            self._forget(expired)
            for start in range(0, len(spans), _AT_ONCE):
                pipeline = self._redis.pipeline(transaction=False)
                for first, last in spans[start : start + _AT_ONCE]:
                    pipeline.zlexcount(_KEYS, f"[{first}", f"[{last}")
                counts += self._ask(self._reading, pipeline.execute)
        except _UnavailableError:
            return [0] * len(spans)
        return counts

    def _forget(self, keys: Sequence[bytes]) -> None:
        """Take keys that expired or were evicted off the lists of keys."""
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            pipeline = self._redis.pipeline(transaction=False)
            pipeline.zrem(_KEYS, *some)
            pipeline.zrem(_EXPIRY, *some)
            try:
                self._ask(self._writing, pipeline.execute)
            except _UnavailableError:
                return

    def status(self) -> Mapping[str, str | int]:
        """Return what /readyz tells of the cache, after reading from Redis."""
        try:
            self._ask(self._reading, self._redis.get, _PREFIX)
        except _UnavailableError:
            return {"kind": "redis", "state": "down"}
        return {"kind": "redis", "state": "no writes" if self._writing.open else "ok"}

    def _lock(self, key: str) -> Lock | None:
        """Return the lock among processes, or ``None`` where it can't be had."""
        lock: Lock = self._redis.lock(_LOCK_PREFIX + key, timeout=self._timing.lock, thread_local=False)
        give_up = time.monotonic() + self._timing.wait
        try:
            while not self._ask(self._writing, lock.acquire, blocking=False):
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
            self._ask(self._unlocking, lock.release)
        except (_UnavailableError, LockError):  # it expires by itself, or has done so
            return

    def _ask(self, purpose: Breaker, operation: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do one operation on Redis; ``purpose`` keeps the log of what Redis refuses.

        Raises:
            _UnavailableError: where it fails, or Redis is left alone just now.
            LockError: where a lock is no longer ours.
        """
        ticket = self._connection.admit()
        if ticket is None:
            raise _UnavailableError
        allowed = purpose.admit()
        try:
            answer = operation(*args, **kwargs)
        except LockError:
            self._connection.succeeded(ticket)
            raise
        except ResponseError as error:  # Redis answers, and says no: full, read-only, not permitted
            self._on_fault()
            self._connection.succeeded(ticket)
            purpose.failed(error)
            raise _UnavailableError from error
        except Exception as error:  # down, slow, or no Redis: on odd answers redis-py lets anything out
            self._on_fault()
            self._connection.failed(error)
            raise _UnavailableError from error
        self._connection.succeeded(ticket)
        if allowed is not None:
            purpose.succeeded(allowed)
        return answer


def _pool(url: str, timeout_seconds: float) -> BlockingConnectionPool:
    """Return a bounded pool that has not connected yet.

    Raises:
        ValueError: where ``url`` is no address of a Redis. What redis-py would
            find out at the first request is found out here.
    """
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=_MAX_CONNECTIONS,
        timeout=timeout_seconds,
        socket_timeout=timeout_seconds,
        socket_connect_timeout=timeout_seconds,
        retry=Retry(NoBackoff(), 0),
        # A server may announce maintenance, and redis-py would then wait for 10 seconds.
        maint_notifications_config=MaintNotificationsConfig(enabled=False),
    )
    settings = pool.connection_kwargs
    try:
        pool.connection_class(**settings)  # only made, not connected
    except (TypeError, RedisError) as error:
        raise ValueError(f"not an address of a Redis: {error}") from error
    if settings.get("decode_responses"):
        raise ValueError("not an address of a Redis: decode_responses is not for compressed values")
    settings.get("host", "").encode("idna")  # raises UnicodeError, a ValueError
    return pool
