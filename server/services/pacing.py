"""Politeness: how often anything is fetched from one domain, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from server.jobs.model import LaterError
from server.jobs.queue import Queue

PAUSE = 5.0  # seconds between two fetches from one domain
HORIZON = 600.0  # seconds that fetches from one domain are planned ahead: 120 of them
_FETCH = 60.0  # seconds that one fetch has the domain for itself, should its worker die


class Pacing:
    """One fetch at a time from one domain, and a pause between two; for all workers together."""

    def __init__(self, queue: Queue, pause: float = PAUSE, horizon: float = HORIZON) -> None:
        self._queue = queue
        self._pause = pause
        self._horizon = horizon

    def plan(self, domain: str) -> float | None:
        """Return in how many seconds one more fetch from ``domain`` may be; ``None`` where it is too far."""
        return self._queue.slot(f"fetches:{domain}", self._pause, self._horizon)

    def reserve(self, domain: str) -> None:
        """Have ``domain`` for oneself from now on, for as long as a fetch may take, without asking."""
        self._queue.hold(f"fetch:{domain}", _FETCH)

    @contextmanager
    def turn(self, domain: str) -> Iterator[None]:
        """Have ``domain`` for oneself, in a job.

        Raises:
            LaterError: where somebody else has it, or had it just now.
        """
        key = f"fetch:{domain}"
        wait = self._queue.turn(key, _FETCH)
        if wait:
            raise LaterError(min(wait, self._pause))
        try:
            yield
        finally:
            self._queue.hold(key, self._pause)
