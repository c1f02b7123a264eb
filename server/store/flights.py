"""One computation at a time for one key, among the threads of this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Flights:
    """A lock for each key that somebody holds or waits for, and for no other."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._flights: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def turn(self, key: str) -> Iterator[None]:
        """Wait until no other thread has its turn with ``key``, and take it."""
        with self._guard:
            lock, waiting = self._flights.get(key, (Lock(), 0))
            self._flights[key] = (lock, waiting + 1)
        try:
            with lock:
                yield
        finally:
            with self._guard:
                _, waiting = self._flights[key]
                if waiting > 1:
                    self._flights[key] = (lock, waiting - 1)
                else:
                    del self._flights[key]

    def __len__(self) -> int:
        return len(self._flights)
