"""Queues of both kinds, and workers that run in a thread or as a process of their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from server.jobs.model import Dead, Handler
from server.jobs.queue import Queue
from server.jobs.worker import Rhythm, work

PATIENCE = 60  # seconds, for what takes a moment on any machine
QUICK = Rhythm(threads=2, delays=(0.01, 0.02), lease_seconds=PATIENCE)


@pytest.fixture(params=["sqlite", pytest.param("redis", marks=pytest.mark.redis)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """What a Queue is made with, for each kind."""
    if request.param == "sqlite":
        return "", f"{tmp_path}/var/jobs.db"
    return request.getfixturevalue("redis_server").url, f"{tmp_path}/unused.db"


@pytest.fixture
def queue(place: tuple[str, str]) -> Queue:
    return Queue(*place)


@contextmanager
def working(
    queue: Queue, handlers: dict[str, Handler], dead: Callable[[Dead], None], rhythm: Rhythm = QUICK
) -> Iterator[Event]:
    """Have a worker in a thread for the time of the block; it must end when told."""
    stop = Event()
    thread = Thread(target=work, args=(queue, handlers, dead, stop, rhythm))
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
