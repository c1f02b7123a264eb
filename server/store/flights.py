"""One computation at a time for one key, among the threads of this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import TIMEOUT_MAX, Lock


class Flights:
    """A lock for each key that somebody holds or waits for, and for no other.

    Nobody waits longer than ``wait_seconds``; without it, as long as it takes.
    """

    def __init__(self, wait_seconds: float = TIMEOUT_MAX) -> None:
        self._wait_seconds = wait_seconds
        self._guard = Lock()
        self._flights: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def turn(self, key: str) -> Iterator[bool]:
        """Wait until no other thread has its turn with ``key``, and take it; tell whether it was had."""
        with self._guard:
            lock, waiting = self._flights.get(key, (Lock(), 0))
            self._flights[key] = (lock, waiting + 1)
        ours = False
        try:
            ours = lock.acquire(timeout=self._wait_seconds)
            yield ours
        finally:
            if ours:
                lock.release()
            with self._guard:
                _, waiting = self._flights[key]
                if waiting > 1:
                    self._flights[key] = (lock, waiting - 1)
                else:
                    del self._flights[key]

    def __len__(self) -> int:
        return len(self._flights)
