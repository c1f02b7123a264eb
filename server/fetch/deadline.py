"""One clock for a whole fetch."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from server.fetch.errors import FetchError, Reason


class Deadline:
    """The moment when a fetch must be over. The time starts with the object."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds left, more than zero.

        Raises:
            FetchError: the time is up.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.missed()
        return left

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Let the clock stand still: what happens in here is not the server's doing."""
        since = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - since

    def missed(self) -> FetchError:
        """Return the error for a fetch that did not make it."""
        return FetchError(Reason.TIMEOUT, f"The page did not arrive within {self._seconds:g} seconds.")
