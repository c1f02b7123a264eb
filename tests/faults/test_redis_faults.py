"""The cache when Redis is down, slow, full or locked: answers come, faults are counted and logged once."""

from __future__ import annotations

import contextlib
import logging
import os
import socketserver
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Thread

import pytest

from server.store.caches import RedisCache
from server.store.redis_cache import Timing
from tests.conftest import RedisServer

pytestmark = pytest.mark.redis

PATIENCE = 60  # seconds, for what takes a moment on any machine
# Whatever is not about slowness gives Redis time, so that a busy machine makes no faults of its own.
PATIENT = Timing(timeout=PATIENCE, retry=0.2, wait=PATIENCE, lock=PATIENCE)


@dataclass
class Watched:
    """A cache, and the faults it has told of."""

    cache: RedisCache
    faults: list[int] = field(default_factory=list)


def watched(url: str, timing: Timing = PATIENT) -> Watched:
    faults: list[int] = []
    cache = RedisCache(url, ttl_seconds=600, timing=timing, on_fault=lambda: faults.append(1))
    return Watched(cache, faults)


@pytest.fixture
def works(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> Iterator[Watched]:
    caplog.set_level(logging.INFO, "server.breaker")
    it = watched(redis_server.url)
    assert it.cache.get_or_compute("kept", lambda: b"kept") == (b"kept", False)
    yield it
    redis_server.resume()


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def messages(caplog: pytest.LogCaptureFixture, level: str) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelname == level]


def hit_again(cache: RedisCache, key: str = "again") -> bool:
    return cache.get_or_compute(key, lambda: b"1")[1]


def test_down_from_the_start_then_up(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server.breaker")
    redis_server.stop()
    it = watched(redis_server.url)
    for _ in range(5):
        assert it.cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert it.cache.status() == {"kind": "redis", "state": "down"}
    assert it.faults
    assert len(messages(caplog, "WARNING")) == 1
    redis_server.start()
    eventually(lambda: hit_again(it.cache, "a"))
    assert messages(caplog, "INFO") == ["the cache in Redis works again"]
    assert it.cache.status() == {"kind": "redis", "state": "ok"}


def test_killed_under_load_fails_no_request_and_hits_again(
    works: Watched, redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = count()
    done: list[bool] = []
    stop = Event()

    def keep_asking() -> None:
        while not stop.is_set():
            key = str(next(numbers) % 50)
            value, cached = works.cache.get_or_compute(key, key.encode)
            assert value == key.encode()
            done.append(cached)

    with ThreadPoolExecutor(6) as crowd:
        running = [crowd.submit(keep_asking) for _ in range(6)]
        try:
            eventually(lambda: sum(done) > 200)
            redis_server.kill()
            before = len(done)
            eventually(lambda: len(done) > before + 500)
            eventually(lambda: len(works.faults) > 1)
            assert len(messages(caplog, "WARNING")) == 1
            redis_server.start()
            after = len(done)
            eventually(lambda: sum(done[after:]) > 200)
        finally:
            stop.set()
        for thread in running:
            thread.result(PATIENCE)
    assert messages(caplog, "INFO")[0] == "the cache in Redis works again"


def test_paused_costs_one_timeout_not_one_a_request(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    it = watched(redis_server.url, Timing(timeout=0.1, retry=3600))
    redis_server.pause()
    for number in range(50):
        assert it.cache.get_or_compute(str(number), lambda: b"1") == (b"1", False)
    assert len(it.faults) == 1
    assert len(messages(caplog, "WARNING")) == 1


def test_paused_while_waiting_for_the_lock_costs_one_timeout(redis_server: RedisServer) -> None:
    it = watched(redis_server.url, Timing(timeout=1, retry=3600, wait=3600))
    redis_server.client.set("touchstone-lock:a", "another's")
    with ThreadPoolExecutor(1) as waiting:
        answer = waiting.submit(it.cache.get_or_compute, "a", lambda: b"1")
        # Reading, then trying the lock, then trying it again: by then it waits.
        eventually(
            lambda: redis_server.client.info("commandstats").get("cmdstat_set", {"calls": 0})["calls"] > 2
        )
        redis_server.pause()
        assert answer.result(PATIENCE) == (b"1", False)
    assert len(it.faults) == 1


def test_paused_while_computing_costs_one_timeout(redis_server: RedisServer) -> None:
    it = watched(redis_server.url, Timing(timeout=1, retry=3600))

    def compute() -> bytes:
        redis_server.pause()
        return b"1"

    assert it.cache.get_or_compute("a", compute) == (b"1", False)
    assert len(it.faults) == 1


@pytest.mark.usefixtures("works")
def test_paused_then_back(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    it = watched(redis_server.url, Timing(timeout=0.1, retry=0.2))
    redis_server.pause()
    probes = 3  # the first fault, and what is tried while it lasts
    deadline = time.monotonic() + PATIENCE
    while len(it.faults) < probes:
        assert time.monotonic() < deadline
        assert it.cache.get_or_compute("kept", lambda: b"new") == (b"new", False)
    assert it.cache.status() == {"kind": "redis", "state": "down"}
    assert len(messages(caplog, "WARNING")) == 1
    redis_server.resume()
    eventually(lambda: it.cache.get_or_compute("kept", lambda: b"new") == (b"kept", True))
    assert messages(caplog, "INFO")[0] == "the cache in Redis works again"


def test_loading_its_data_is_being_down(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server.breaker")
    for number in range(4000):
        redis_server.client.set(str(number), os.urandom(1100))
    redis_server.client.save()
    redis_server.stop()
    # It reads for eighty seconds, unless it is told to hurry.
    redis_server.start("--key-load-delay", "20000", "--loading-process-events-interval-bytes", "1024")
    it = watched(redis_server.url)
    for _ in range(5):
        assert it.cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert it.cache.status() == {"kind": "redis", "state": "down"}
    assert len(messages(caplog, "WARNING")) == 1
    assert "BusyLoadingError" in messages(caplog, "WARNING")[0]
    redis_server.client.config_set("key-load-delay", 0)
    eventually(lambda: hit_again(it.cache))
    assert messages(caplog, "INFO") == ["the cache in Redis works again"]


def test_full_still_answers_from_what_it_has(
    works: Watched, redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    redis_server.client.config_set("maxmemory-policy", "noeviction")
    redis_server.client.config_set("maxmemory", 1)
    for _ in range(5):
        assert works.cache.get_or_compute("new", lambda: b"1") == (b"1", False)
        assert works.cache.get("kept") == b"kept"
    assert len(works.faults) >= 5
    assert len(messages(caplog, "WARNING")) == 1
    assert works.cache.status() == {"kind": "redis", "state": "no writes"}
    redis_server.client.config_set("maxmemory", 0)
    assert works.cache.get_or_compute("new", lambda: b"1") == (b"1", False)
    assert works.cache.get_or_compute("new", lambda: b"2") == (b"1", True)
    assert messages(caplog, "INFO") == ["writing to the cache in Redis works again"]


def test_a_replica_that_takes_no_writes_still_answers(works: Watched, redis_server: RedisServer) -> None:
    redis_server.client.replicaof("127.0.0.1", "1")
    assert works.cache.get("kept") == b"kept"
    assert works.cache.get_or_compute("new", lambda: b"1") == (b"1", False)
    assert works.faults


@pytest.mark.parametrize("password", ["?password=mistaken", ""])
def test_a_wrong_password_is_a_fault_like_any_other(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture, password: str
) -> None:
    redis_server.client.config_set("requirepass", "secret")
    wrong = watched(redis_server.url + password)
    for _ in range(5):
        assert wrong.cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert wrong.faults
    assert wrong.cache.status() == {"kind": "redis", "state": "down"}
    assert len(messages(caplog, "WARNING")) == 1
    assert "mistaken" not in caplog.text
    right = watched(redis_server.url + "?password=secret")
    assert right.cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert right.cache.get_or_compute("a", lambda: b"1") == (b"1", True)


def test_a_user_who_may_run_no_scripts_cannot_unlock_but_has_a_cache(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "server.breaker")
    redis_server.client.acl_setuser(
        "app", enabled=True, passwords=["+pw"], keys=["*"], commands=["+@read", "+@write", "+@connection"]
    )
    it = watched(redis_server.url + "?username=app&password=pw")
    for number in range(5):
        key = str(number)
        assert it.cache.get_or_compute(key, key.encode) == (key.encode(), False)
        assert it.cache.get_or_compute(key, key.encode) == (key.encode(), True)
    assert len(it.faults) == 5
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert it.cache.status() == {"kind": "redis", "state": "ok"}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n\r\n", id="HTTP"),
        pytest.param(b"220 mail.example ESMTP\r\n", id="SMTP"),
        pytest.param(b"+OK\r\n" * 9, id="OK to everything"),
        pytest.param(b"$many\r\n", id="no length"),
        pytest.param(b"*1\r\n" * 3000, id="lists in lists"),
        pytest.param(b"%1\r\n*0\r\n+a\r\n" * 9, id="a list for a key"),
        pytest.param(b"-MOVED somewhere\r\n" * 9, id="moved, but where"),
    ],
)
def test_what_answers_but_is_no_redis_is_a_fault_like_any_other(
    caplog: pytest.LogCaptureFixture, answer: bytes
) -> None:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):  # it hangs up on us
                while self.request.recv(65536):
                    self.request.sendall(answer)

    class Impostor(socketserver.ThreadingTCPServer):
        daemon_threads = True  # one that still listens to us when we are done is left alone
        block_on_close = False

    with Impostor(("127.0.0.1", 0), Handler) as impostor:
        Thread(target=impostor.serve_forever, kwargs={"poll_interval": 0.01}).start()
        try:
            url = f"redis://127.0.0.1:{impostor.server_address[1]}"
            it = watched(url, Timing(timeout=PATIENCE, retry=3600))
            for number in range(3):
                assert it.cache.get_or_compute(str(number), lambda: b"1") == (b"1", False)
            assert it.cache.status() == {"kind": "redis", "state": "down"}
            it.cache._redis.close()
        finally:
            impostor.shutdown()
    assert len(it.faults) == 1
    assert len(messages(caplog, "WARNING")) == 1
