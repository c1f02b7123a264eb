"""The worker: every job is done, tried again or told of, and none is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from server.jobs.model import AbandonedError, Dead, Handler, LaterError, PermanentError
from server.jobs.queue import Queue
from server.jobs.worker import Rhythm
from tests.conftest import RedisServer
from tests.jobs.conftest import PATIENCE, QUICK, eventually, working

BUSY = Rhythm(threads=1, delays=(0.01,), lease_seconds=3.0)
ROOT = Path(__file__).parents[2]
# A worker that says which job it has begun and never ends it; then one that ends them all.
STUCK = """
import sys, time
from threading import Event
from server.jobs.queue import Queue
from server.jobs.worker import Rhythm, work
def begin(n):
    print(n, flush=True)
    time.sleep(3600)
work(Queue(sys.argv[1], sys.argv[2]), {"one": begin}, print, Event(), Rhythm(2, lease_seconds=1.0))
"""


# A worker that dies of its first job, as by a page that is too much for it.
DYING = """
import os, sys
from threading import Event
from server.jobs.queue import Queue
from server.jobs.worker import Rhythm, work
rhythm = Rhythm(1, lease_seconds=0.5, most_abandoned=2)
work(Queue(sys.argv[1], sys.argv[2]), {"one": lambda: os._exit(9)}, print, Event(), rhythm)
"""


def noting(done: list[int]) -> Handler:
    """Return a handler that notes which job it was given."""

    def note(n: int) -> None:
        done.append(n)

    return note


def test_jobs_are_done_now_and_later(queue: Queue) -> None:
    done: list[int] = []
    queue.put("one", {"n": 1})
    queue.put("one", {"n": 2}, delay_seconds=0.5)
    with working(queue, {"one": noting(done)}, pytest.fail):
        eventually(lambda: sorted(done) == [1, 2])
    assert queue.pending() == 0


def test_urgent_jobs_come_first(queue: Queue) -> None:
    done: list[int] = []
    for number in range(5):
        queue.put("one", {"n": number}, urgent=False)
    queue.put("one", {"n": 99})
    with working(queue, {"one": noting(done)}, pytest.fail, Rhythm(threads=1)):
        eventually(lambda: len(done) == 6)
    assert done == [99, 0, 1, 2, 3, 4]


def test_a_job_that_fails_is_tried_again_and_then_told_of(queue: Queue) -> None:
    tried: list[int] = []
    dead: list[Dead] = []

    def fail(n: int) -> None:
        tried.append(n)
        raise RuntimeError(f"no {n}")

    queue.put("one", {"n": 7})
    with working(queue, {"one": fail}, dead.append):
        eventually(lambda: bool(dead))
    [told] = dead
    assert (told.name, told.arguments, told.attempts, str(told.error)) == ("one", {"n": 7}, 3, "no 7")
    assert len(tried) == len(QUICK.delays) + 1
    assert queue.pending() == 0


def test_a_permanent_error_is_told_of_at_once(queue: Queue) -> None:
    dead: list[Dead] = []

    def fail() -> None:
        raise PermanentError("never")

    queue.put("one", {})
    with working(queue, {"one": fail}, dead.append):
        eventually(lambda: bool(dead))
    assert dead[0].attempts == 1


def test_later_is_no_failure(queue: Queue) -> None:
    times: list[int] = []

    def wait() -> None:
        times.append(1)
        if len(times) < 6:
            raise LaterError(0.01)

    queue.put("one", {})
    with working(queue, {"one": wait}, pytest.fail):
        eventually(lambda: len(times) == 6)
    assert queue.pending() == 0


def test_a_dead_job_that_can_not_be_told_of_is_kept(queue: Queue, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise PermanentError("never")

    def no_grave(_: Dead) -> None:
        raise OSError("no records")

    queue.put("one", {})
    with working(queue, {"one": fail}, no_grave):
        eventually(lambda: "can't be told of" in caplog.text)
    assert queue.pending() == 1


def test_what_nobody_knows_is_dropped_and_the_rest_is_done(
    queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[int] = []
    queue.put("unheard of", {"secret": 1})
    queue.store().put(b"junk", urgent=True)
    queue.put("one", {})
    with working(queue, {"one": lambda: done.append(1)}, pytest.fail):
        eventually(lambda: bool(done) and queue.pending() == 0)
    assert caplog.text.count("does not know") == 2
    assert "secret" not in caplog.text


def test_ending_waits_for_the_job_that_runs(queue: Queue) -> None:
    began, go_on, done = Event(), Event(), Event()

    def slow() -> None:
        began.set()
        go_on.wait(PATIENCE)
        done.set()

    queue.put("one", {})
    with working(queue, {"one": slow}, pytest.fail) as stop:
        assert began.wait(PATIENCE)
        stop.set()
        go_on.set()
    assert done.is_set()
    assert queue.pending() == 0


def test_kill_9_loses_no_job(queue: Queue, place: tuple[str, str]) -> None:
    for number in range(4):
        queue.put("one", {"n": number})
    with subprocess.Popen(
        [sys.executable, "-c", STUCK, *place], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as stuck:
        assert stuck.stdout
        begun = {stuck.stdout.readline().strip() for _ in range(2)}
        os.kill(stuck.pid, signal.SIGKILL)
    assert len(begun) == 2
    done: list[int] = []
    rhythm = Rhythm(threads=2, lease_seconds=1.0)
    with working(queue, {"one": noting(done)}, pytest.fail, rhythm):
        eventually(lambda: len(done) >= 4)
    assert sorted(done) == [0, 1, 2, 3]
    assert queue.pending() == 0


def test_a_job_that_every_worker_dies_of_is_dead_in_the_end(queue: Queue, place: tuple[str, str]) -> None:
    queue.put("one", {})
    for _ in range(3):
        assert subprocess.run([sys.executable, "-c", DYING, *place], cwd=ROOT, check=False).returncode == 9
    dead: list[Dead] = []
    rhythm = Rhythm(threads=1, lease_seconds=0.5, most_abandoned=2)
    with working(queue, {"one": pytest.fail}, dead.append, rhythm):
        eventually(lambda: bool(dead))
    assert [(one.name, str(one.error)) for one in dead] == [("one", "left unfinished 3 times")]
    assert isinstance(dead[0].error, AbandonedError)
    assert queue.pending() == 0


def test_a_job_whose_end_the_queue_did_not_hear_of_comes_again(
    queue: Queue, place: tuple[str, str], request: pytest.FixtureRequest
) -> None:
    """The queue stands still when the job fails for the first time, so that it can't be put back."""
    tries: list[int] = []

    def fail_at_first() -> None:
        tries.append(1)
        if len(tries) == 1:
            standstill.enter_context(standing_still(place, request))
            raise OSError

    queue.put("one", {})
    with ExitStack() as standstill, working(queue, {"one": fail_at_first}, pytest.fail, BUSY):
        eventually(lambda: len(tries) == 1)
        time.sleep(2.5)  # longer than either store has patience
        assert len(tries) == 1
        standstill.close()
        eventually(lambda: len(tries) == 2)
    assert queue.pending() == 0


@contextmanager
def standing_still(place: tuple[str, str], request: pytest.FixtureRequest) -> Iterator[None]:
    if place[0]:
        redis: RedisServer = request.getfixturevalue("redis_server")
        redis.pause()
        yield
        redis.resume()
    else:
        with closing(sqlite3.connect(place[1], check_same_thread=False)) as other:
            other.execute("begin exclusive")
            yield


def test_only_the_jobs_of_the_dead_are_taken_over(place: tuple[str, str]) -> None:
    one, other = (Queue(*place).store() for _ in range(2))
    one.owner, other.owner = "one", "other"
    one.put(b"job", urgent=False)
    one.beat(PATIENCE)
    assert one.dequeue() == b"job"
    other.beat(PATIENCE)
    assert other.dequeue() is None
    assert one.taken() == [b"job"]
    one.leave()
    assert other.beat(PATIENCE) == [b"job"]
    assert other.taken() == [b"job"]
    other.done(b"job")
    other.leave()
    assert one.beat(PATIENCE) == []


def test_a_regular_job_comes_by_itself_again_and_again(queue: Queue) -> None:
    done: list[str] = []
    rhythm = Rhythm(threads=1, lease_seconds=PATIENCE, regular={"round": 0.1})
    with working(queue, {"round": lambda: done.append("round")}, pytest.fail, rhythm):
        eventually(lambda: len(done) >= 3)


def test_a_regular_job_comes_once_for_all_workers(queue: Queue, place: tuple[str, str]) -> None:
    done: list[str] = []
    rhythm = Rhythm(threads=1, lease_seconds=PATIENCE, regular={"round": 3600.0})

    def note(name: str = "round") -> None:
        done.append(name)

    for name in ("first", "second", "third"):
        with working(Queue(*place), {"round": note, "one": note}, pytest.fail, rhythm):
            # What waits is put into the queue when the worker looks for what is regular, and not before.
            queue.put("one", {"name": name}, delay_seconds=0.01)
            eventually(lambda name=name: name in done)
    assert done.count("round") + (queue.pending() or 0) == 1
