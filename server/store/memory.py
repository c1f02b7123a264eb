"""A bounded cache in this process, for a service without Redis."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
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

    def status(self) -> Mapping[str, str | int]:
        """Return what /readyz tells of the cache."""
        with self._guard:
            return {"kind": "memory", "state": "ok", "bytes": int(self._values.currsize)}
