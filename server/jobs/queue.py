"""The queue as everybody else sees it."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from uuid import uuid4

from redis.exceptions import RedisError

from server.breaker import Breaker
from server.jobs.redis_store import RedisStore, open_pool
from server.jobs.sqlite_store import SqliteStore

FAULTS = (sqlite3.Error, RedisError, OSError)
"""What a queue that can't be reached or written raises."""

_NAME = "touchstone"
_RETRY_SECONDS = 1.0  # that the queue is left alone after a fault

Answer = TypeVar("Answer")


class Queue:
    """Jobs that wait, in a Redis when ``redis_url`` is given, else in the file at ``path``.

    Nothing is opened before it is needed. Safe to share between threads, and
    to fork. No method raises where the queue fails: that is logged once, and
    what was asked is not done.

    Raises:
        ValueError: where ``redis_url`` is no address of a Redis.
    """

    def __init__(self, redis_url: str, path: str) -> None:
        if redis_url:
            open_pool(redis_url)  # what it would find out at the first job is found out here
        self._redis_url = redis_url
        self._path = path
        self._breaker = Breaker("the queue of jobs", _RETRY_SECONDS)
        self._guard = Lock()
        self._store: SqliteStore | RedisStore | None = None
        self._process = 0

    def put(
        self, name: str, arguments: Mapping[str, Any], delay_seconds: float = 0, *, urgent: bool = True
    ) -> bool:
        """Let the job ``name`` run with ``arguments``, which are JSON values; tell whether it waits now.

        What is not ``urgent`` waits for all that is; so does what has a delay.
        """
        message = encode(name, arguments, 1)

        def put(store: SqliteStore | RedisStore) -> bool:
            if delay_seconds > 0:
                store.schedule(message, time.time() + delay_seconds)
            else:
                store.put(message, urgent)
            return True

        return self._ask(put, False)

    def pending(self) -> int | None:
        """Return how many jobs wait; ``None`` where that can't be told."""
        return self._ask(lambda store: store.pending(), None)

    def turn(self, key: str, seconds: float) -> float:
        """Take the turn with ``key`` for ``seconds`` and return 0, or return for how long another has it.

        Where the queue fails, every caller has the turn.
        """
        return self._ask(lambda store: store.turn(key, seconds), 0.0)

    def hold(self, key: str, seconds: float) -> None:
        """Let the turn with ``key`` end in ``seconds``, whoever has it."""
        self._ask(lambda store: store.hold(key, seconds), None)

    def give_up(self, key: str) -> None:
        """Let the turn with ``key`` be over."""
        self._ask(lambda store: store.give_up(key), None)

    def slot(self, key: str, every: float, most: float) -> float | None:
        """Return after how many seconds the next of those may run that come ``every`` so many seconds.

        ``None``, and nothing is noted, where that would be in more than
        ``most`` or the queue fails.
        """
        return self._ask(lambda store: store.slot(key, every, most), None)

    def store(self) -> SqliteStore | RedisStore:
        """Return the storage below, opened for this process.

        Raises:
            sqlite3.Error, RedisError, OSError: where it can't be opened.
        """
        with self._guard:
            if self._store is None or self._process != os.getpid():
                self._store = self._open()
                self._process = os.getpid()
            return self._store

    def _open(self) -> SqliteStore | RedisStore:
        return RedisStore(_NAME, self._redis_url) if self._redis_url else SqliteStore(_NAME, self._path)

    def _ask(self, operation: Callable[[SqliteStore | RedisStore], Answer], otherwise: Answer) -> Answer:
        ticket = self._breaker.admit()
        if ticket is None:
            return otherwise
        try:
            answer = operation(self.store())
        except FAULTS as error:
            self._breaker.failed(error)
            return otherwise
        self._breaker.succeeded(ticket)
        return answer


class Message(NamedTuple):
    """A job in the queue: it was left unfinished ``abandoned`` times, by workers that died."""

    name: str
    attempt: int
    arguments: dict[str, Any]
    abandoned: int = 0


def encode(name: str, arguments: Mapping[str, Any], attempt: int, abandoned: int = 0) -> bytes:
    """Return a message for the queue. Two are never the same, so that each can be found again."""
    values = [str(uuid4()), name, attempt, dict(arguments), abandoned]
    return json.dumps(values, separators=(",", ":")).encode()


def decode(data: bytes) -> Message:
    """Return what is in a message, which may be of the version before.

    Raises:
        ValueError, TypeError: where it is none of ours.
    """
    _, name, attempt, arguments, *abandoned = json.loads(data)
    return Message(str(name), int(attempt), dict(arguments), *map(int, abandoned[:1]))
