"""The worker: takes jobs off the queue and does them, until told to stop.

Huey's consumer has the threads, looks after them and ends them in good order;
what is done with a job is told here.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Any
from uuid import uuid4

from huey.api import Huey
from huey.consumer import Consumer

from server.breaker import Breaker
from server.jobs.model import AbandonedError, Dead, Handler, LaterError, PermanentError
from server.jobs.queue import FAULTS, Message, Queue, decode, encode

log = logging.getLogger(__name__)

_FAULT_SECONDS = 1.0  # that the queue is left alone after a fault
_BURIED_LATER = 600.0  # seconds, where a dead job can't be told of
_ENDING_SECONDS = 20.0  # that running jobs get when the worker ends; later they are put back
_LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many jobs at once, and when what is done again. In seconds."""

    threads: int = 4
    delays: tuple[float, ...] = (10.0, 30.0, 120.0, 600.0)  # before each further attempt
    lease_seconds: float = 15.0  # without a sign of life after which a worker's jobs are others'
    most_abandoned: int = 10  # times that a worker dies of a job, or with it, before the job is dead too
    # Jobs without arguments that come by themselves, with the time from one to the next.
    regular: Mapping[str, float] = field(default_factory=dict)


def work(
    queue: Queue,
    handlers: Mapping[str, Handler],
    on_dead: Callable[[Dead], None],
    stop: Event,
    rhythm: Rhythm = Rhythm(),
) -> None:
    """Do the jobs of ``queue`` by their ``handlers`` until ``stop`` is set; then finish those that run.

    A handler that raises is called again after a while, and another; then, or
    at once with a PermanentError, ``on_dead`` is told. A job that nobody
    finished, because its worker was killed, becomes another worker's, unless
    that happens again and again; a job whose end the queue did not hear of
    comes again too. The regular ones come once for all workers together.
    """
    jobs = _Jobs(queue, handlers, on_dead, stop, rhythm)
    if not jobs.open():
        return
    consumer = _Consumer(
        jobs,
        workers=rhythm.threads,
        periodic=False,
        max_delay=1.0,
        scheduler_interval=1,
        shutdown_timeout=_ENDING_SECONDS,
    )
    consumer.start()
    while not stop.wait(_LOOK_SECONDS):
        consumer.check_worker_health()
    consumer.stop(graceful=True)
    jobs.close()


class _Consumer(Consumer):  # type: ignore[misc]  # huey has no types
    """Huey's, without its signal handlers: whoever calls ``work`` has those."""

    def _set_signal_handlers(self) -> None:
        pass


class _Jobs(Huey):  # type: ignore[misc]  # huey has no types
    """What Huey's consumer asks for jobs, and gives them to. None of it raises."""

    def __init__(
        self,
        queue: Queue,
        handlers: Mapping[str, Handler],
        on_dead: Callable[[Dead], None],
        stop: Event,
        rhythm: Rhythm,
    ) -> None:
        self._queue = queue
        self._handlers = handlers
        self._on_dead = on_dead
        self._stop = stop
        self._rhythm = rhythm
        self._next_beat = 0.0
        self._in_hand: set[bytes] = set()
        self._strays: set[bytes] = set()
        self._next_regular = dict.fromkeys(rhythm.regular, 0.0)
        self._breaker = Breaker("working on the queue of jobs", 0)

    def open(self) -> bool:
        """Open the queue, as soon as that can be done; tell whether it was before the end."""
        while not self._stop.is_set():
            if self._guarded(self._begin):
                return True
        return False

    def _begin(self) -> bool:
        self._store = self._queue.store()
        self._store.owner = str(uuid4())
        self._beat()
        super().__init__("touchstone", results=False)
        return True

    def close(self) -> None:
        """Leave what is unfinished to others."""
        self._store.leave()

    def create_storage(self) -> Any:
        """Return the queue's own; Huey asks once."""
        return self._store

    def dequeue(self) -> bytes | None:
        """Return the next message, or ``None``."""
        message: bytes | None = self._guarded(self._store.dequeue)
        if message is not None:
            self._in_hand.add(message)
        return message

    def read_schedule(self, timestamp: Any = None) -> list[Any]:
        """Let what is due be the next, and give a sign of life; called every second. Return nothing."""
        self._guarded(lambda: self._store.read_schedule(timestamp))
        if time.monotonic() >= self._next_beat:
            self._next_beat = time.monotonic() + self._rhythm.lease_seconds / 3
            self._guarded(self._beat)
        for name, at in self._next_regular.items():
            if time.monotonic() >= at:
                self._next_regular[name] = time.monotonic() + self._put_regular(name)
        return []

    def _beat(self) -> None:
        """Give a sign of life, and put back what nobody does: what the dead had, and what went astray."""
        orphans = self._store.beat(self._rhythm.lease_seconds)
        # Astray is what is taken and in nobody's hand, twice in a row: a job may just be on its way.
        strays = {message for message in self._store.taken() if message not in self._in_hand}
        unfinished = {*orphans, *(strays & self._strays)}
        self._strays = strays - unfinished
        for message in unfinished:
            self._put_back(message)

    def _put_back(self, message: bytes) -> None:
        try:
            job = decode(message)
        except (ValueError, TypeError):
            self._store.done(message)
            return
        times = job.abandoned + 1
        if times > self._rhythm.most_abandoned:
            error = AbandonedError(f"left unfinished {times} times")
            self._bury(message, Dead(job.name, job.arguments, job.attempt, error))
            return
        log.info("job %s was left unfinished, time %d", job.name, times)
        self._again(message, job._replace(abandoned=times), 0.0)

    def _put_regular(self, name: str) -> float:
        """Put a regular job if no worker has done so yet; return in how many seconds the next is due."""
        every = self._rhythm.regular[name]
        wait = self._queue.turn(f"regular:{name}", every)
        if wait:
            return wait
        if self._queue.put(name, {}, urgent=False):
            return every
        self._queue.give_up(f"regular:{name}")
        return _FAULT_SECONDS

    def execute(self, task: bytes, timestamp: Any = None) -> None:  # noqa: ARG002 - Huey's signature
        """Do the job in a message."""
        try:
            self._do(task)
        finally:
            self._in_hand.discard(task)

    def _do(self, task: bytes) -> None:
        try:
            job = decode(task)
            handler = self._handlers[job.name]
        except (ValueError, TypeError, KeyError):
            log.warning("there is a job in the queue that this version does not know; it is dropped")
            self._guarded(lambda: self._store.done(task))
            return
        attempt = job.attempt
        error = _attempt(handler, job.arguments)
        # Not the error's words: they may say what a reader sent.
        log.info("job %s, attempt %d: %s", job.name, attempt, type(error).__name__ if error else "done")
        if error is None:
            self._guarded(lambda: self._store.done(task))
        elif isinstance(error, LaterError):
            self._again(task, job, error.seconds)
        elif isinstance(error, PermanentError) or attempt > len(self._rhythm.delays):
            self._bury(task, Dead(job.name, job.arguments, attempt, error))
        else:
            self._again(task, job._replace(attempt=attempt + 1), self._rhythm.delays[attempt - 1])

    def _bury(self, message: bytes, dead: Dead) -> None:
        try:
            self._on_dead(dead)
        except Exception as error:  # noqa: BLE001 - it shall not be lost because its grave is not to be had
            log.warning("a dead job can't be told of: %s", type(error).__name__)
            self._again(message, Message(dead.name, dead.attempts, dict(dead.arguments)), _BURIED_LATER)
            return
        self._guarded(lambda: self._store.done(message))

    def _again(self, message: bytes, job: Message, seconds: float) -> None:
        data = encode(job.name, job.arguments, job.attempt, job.abandoned)
        self._guarded(lambda: self._store.again(message, data, time.time() + seconds))

    def _guarded(self, operation: Callable[[], Any]) -> Any:
        """Return what ``operation`` does, or ``None`` after a fault of the queue and a moment's rest."""
        ticket = self._breaker.admit()
        try:
            answer = operation()
        except FAULTS as error:
            self._breaker.failed(error)
            self._stop.wait(_FAULT_SECONDS)
            return None
        if ticket is not None:
            self._breaker.succeeded(ticket)
        return answer


def _attempt(handler: Handler, arguments: Mapping[str, Any]) -> Exception | None:
    try:
        handler(**arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, the job is tried again, and the worker lives on
        return error
    return None
