"""What is down is left alone for a while, and its faults are logged once, not once a request."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Lock

log = logging.getLogger(__name__)


class Breaker:
    """Opens when an operation fails and closes when one that began later succeeds.

    While it is open, one caller every ``retry_seconds`` may try; with 0 every
    caller may, and the breaker only keeps the log short.
    """

    def __init__(self, what: str, retry_seconds: float, timer: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._retry_seconds = retry_seconds
        self._timer = timer
        self._guard = Lock()
        self._next_try: float | None = None
        self._failures = 0

    @property
    def open(self) -> bool:
        """Whether the last operation failed."""
        return self._next_try is not None

    def admit(self) -> int | None:
        """Return a ticket to report back with, or ``None`` when it is not the time to try."""
        with self._guard:
            if self._next_try is not None:
                now = self._timer()
                if now < self._next_try:
                    return None
                self._next_try = now + self._retry_seconds
            return self._failures

    def failed(self, error: Exception) -> None:
        """Note a failure; the first of a row is logged."""
        with self._guard:
            first = self._next_try is None
            self._next_try = self._timer() + self._retry_seconds
            self._failures += 1
        if first:
            log.warning("%s failed, going on without: %s: %s", self._what, type(error).__name__, error)

    def succeeded(self, ticket: int) -> None:
        """Note a success, unless it began before the last failure; the first after a failure is logged."""
        if self._next_try is None:
            return
        with self._guard:
            recovered = self._next_try is not None and ticket == self._failures
            if recovered:
                self._next_try = None
        if recovered:
            log.info("%s works again", self._what)
