"""A bounded cache in this process, for a service without Redis."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from cachetools import TTLCache

from server.store.flights import Flights


class MemoryCache:
    """Keeps at most ``max_bytes`` of values, each for ``ttl_seconds``; the least recently used go first."""

    def __init__(
        self, max_bytes: int, ttl_seconds: float, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._values: TTLCache[str, bytes] = TTLCache(max_bytes, ttl_seconds, timer, getsizeof=len)
        self._guard = Lock()  # cachetools leaves threads to its users
        self._flights = Flights()

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``."""
        with self._guard:
            return self._values.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``; one that is larger than the whole cache is not kept."""
        with self._guard:
            if len(value) <= self._values.maxsize:
                self._values[key] = value

    def get_or_compute(self, key: str, compute: Callable[[], bytes]) -> tuple[bytes, bool]:
        """Return what is kept under ``key``, or compute and keep it; and whether it was kept already.

        What ``compute`` raises is passed on; who waited for it then tries for itself.
        """
        value = self.get(key)
        if value is not None:
            return value, True
        with self._flights.turn(key):
            value = self.get(key)
            if value is not None:
                return value, True
            value = compute()
            self.put(key, value)
            return value, False

    def between(self, first: str, last: str) -> list[bytes]:
        """Return what is kept under every key from ``first`` to ``last``, both included."""
        with self._guard:
            return [self._values[key] for key in sorted(self._values) if first <= key <= last]

    def count_between(self, spans: Sequence[tuple[str, str]]) -> list[int]:
        """Return for each span of first and last key how many keys are kept in it."""
        with self._guard:
            keys = sorted(self._values)
        return [bisect_right(keys, last) - bisect_left(keys, first) for first, last in spans]

    def status(self) -> Mapping[str, str | int]:
        """Return what /readyz tells of the cache."""
        with self._guard:
            return {"kind": "memory", "state": "ok", "bytes": int(self._values.currsize)}
