"""The cache in a real Redis, while it works."""

from __future__ import annotations

import socket
import subprocess
import sys
import textwrap
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.store.caches import MemoryCache, RedisCache, open_cache
from server.store.redis_cache import JITTER, Timing
from tests.conftest import RedisServer

pytestmark = pytest.mark.redis

ROOT = Path(__file__).parents[2]
CERTIFICATE = ROOT / "tests/fetch/news_test.pem"  # signed itself, and has its key with it
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
TTL = 1000.0
# On a busy machine even a Redis in good health may need more than the tenth of a second it gets in service.
PATIENT = Timing(timeout=PATIENCE, wait=PATIENCE, lock=PATIENCE)


@pytest.fixture
def cache(redis_server: RedisServer) -> RedisCache:
    return RedisCache(redis_server.url, ttl_seconds=TTL, timing=PATIENT)


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(program), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=PATIENCE)


def test_a_hit_follows_a_miss_also_for_another_process(cache: RedisCache, redis_server: RedisServer) -> None:
    assert cache.get("r:1") is None
    assert cache.get_or_compute("r:1", lambda: b"value") == (b"value", False)
    assert cache.get_or_compute("r:1", lambda: b"other") == (b"value", True)
    assert RedisCache(redis_server.url, ttl_seconds=TTL, timing=PATIENT).get("r:1") == b"value"


def test_values_are_compressed_and_expire_apart(cache: RedisCache, redis_server: RedisServer) -> None:
    for number in range(40):
        cache.put(str(number), b"the same words " * 200)
    lives = [redis_server.client.pttl(f"touchstone:{number}") / 1000 for number in range(40)]
    assert all(TTL * (1 - JITTER) - PATIENCE < life <= TTL * (1 + JITTER) for life in lives)
    assert max(lives) - min(lives) > TTL * JITTER / 2
    stored = redis_server.client.get("touchstone:0")
    assert isinstance(stored, bytes)
    assert len(stored) < 200


@pytest.mark.parametrize("junk", [b"", b"junk", b"\x01junk", b"\x02" + zlib.compress(b"newer")])
def test_what_cannot_be_read_is_counted_and_computed_anew(redis_server: RedisServer, junk: bytes) -> None:
    faults: list[int] = []
    cache = RedisCache(redis_server.url, ttl_seconds=TTL, timing=PATIENT, on_fault=lambda: faults.append(1))
    redis_server.client.set("touchstone:a", junk)
    assert cache.get("a") is None
    assert len(faults) == 1
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    faults.clear()
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)
    assert not faults


def test_a_key_of_another_kind_is_no_error(cache: RedisCache, redis_server: RedisServer) -> None:
    redis_server.client.rpush("touchstone:a", "list")
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get("a") == b"1"


def test_what_a_computation_raises_is_passed_on_and_the_lock_is_free(
    cache: RedisCache, redis_server: RedisServer
) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cache.get_or_compute("a", fail)
    assert redis_server.client.keys("*") == []
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)


def test_many_processes_compute_once(redis_server: RedisServer, tmp_path: Path) -> None:
    counted = tmp_path / "computed"
    program = f"""
        import sys, time
        from concurrent.futures import ThreadPoolExecutor
        from server.store.caches import RedisCache
        from server.store.redis_cache import Timing

        timing = Timing(timeout={PATIENCE}, wait={PATIENCE}, lock={PATIENCE})
        cache = RedisCache(sys.argv[1], ttl_seconds=60, timing=timing)

        def compute():
            with open(sys.argv[2], "a") as file:
                file.write("x")
            time.sleep(0.3)
            return b"value"

        print("ready", flush=True)
        sys.stdin.readline()
        with ThreadPoolExecutor(4) as threads:
            answers = list(threads.map(lambda _: cache.get_or_compute("a", compute), range(8)))
        assert {{value for value, _ in answers}} == {{b"value"}}
        print(sum(not cached for _, cached in answers))
        """
    command = [sys.executable, "-c", textwrap.dedent(program), redis_server.url, str(counted)]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(4)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
    for process in processes:  # all of them first: communicate() would wait for each
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.flush()
    not_cached = [int(process.communicate(timeout=PATIENCE)[0]) for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    assert counted.read_text() == "x"
    assert sorted(not_cached) == [0, 0, 0, 1]


def test_a_worker_that_dies_with_the_lock_blocks_nobody(redis_server: RedisServer) -> None:
    died = run(
        """
        import os, sys
        from server.store.caches import RedisCache
        from server.store.redis_cache import Timing

        cache = RedisCache(sys.argv[1], ttl_seconds=60, timing=Timing(timeout=60, lock=600))
        cache.get_or_compute("a", lambda: os._exit(9))
        """,
        redis_server.url,
    )
    assert died.returncode == 9
    assert 0 < redis_server.client.pttl("touchstone-lock:a") <= 600_000
    cache = RedisCache(redis_server.url, ttl_seconds=TTL, timing=Timing(timeout=PATIENCE, wait=0.1))
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)
    assert redis_server.client.exists("touchstone-lock:a") == 1


def test_a_lock_that_another_has_taken_over_is_left_to_it(
    cache: RedisCache, redis_server: RedisServer
) -> None:
    def compute() -> bytes:
        redis_server.client.set("touchstone-lock:a", "another's")
        return b"1"

    assert cache.get_or_compute("a", compute) == (b"1", False)
    assert redis_server.client.get("touchstone-lock:a") == b"another's"


def test_who_has_waited_long_enough_for_a_thread_computes_for_itself(redis_server: RedisServer) -> None:
    cache = RedisCache(redis_server.url, ttl_seconds=TTL, timing=Timing(timeout=PATIENCE, wait=0.1))
    begun, go_on = threading.Event(), threading.Event()

    def linger() -> bytes:
        begun.set()
        assert go_on.wait(PATIENCE)
        return b"slow"

    with ThreadPoolExecutor(1) as other:
        slow = other.submit(cache.get_or_compute, "a", linger)
        assert begun.wait(PATIENCE)
        try:
            assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
        finally:
            go_on.set()
        assert slow.result(PATIENCE) == (b"slow", False)


def test_a_cache_that_was_in_use_may_be_forked(redis_server: RedisServer) -> None:
    forked = run(
        """
        import os, sys
        from server.store.caches import RedisCache
        from server.store.redis_cache import Timing

        cache = RedisCache(sys.argv[1], ttl_seconds=60, timing=Timing(timeout=60, wait=60, lock=60))
        cache.get_or_compute("before", lambda: b"before")
        children = []
        for worker in range(3):
            child = os.fork()
            if child == 0:
                break
            children.append(child)
        name = "parent" if len(children) == 3 else f"child {len(children)}"
        for number in range(300):
            key = f"{name} {number}"
            assert cache.get_or_compute(key, key.encode) == (key.encode(), False)
            assert cache.get_or_compute(key, bytes) == (key.encode(), True)
            assert cache.get("before") == b"before"
        if name == "parent":
            assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
        """,
        redis_server.url,
    )
    assert forked.returncode == 0


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def test_over_tcp_and_in_another_database(redis_server: RedisServer) -> None:
    port = free_port()
    redis_server.client.config_set("port", port)
    cache = RedisCache(f"redis://127.0.0.1:{port}/1", ttl_seconds=TTL, timing=PATIENT)
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)
    assert set(redis_server.client.info("keyspace")) == {"db1"}


def test_over_tls_with_a_trusted_certificate_only(redis_server: RedisServer) -> None:
    port = free_port()
    redis_server.stop()
    tls = {"port": port, "cert-file": CERTIFICATE, "key-file": CERTIFICATE, "ca-cert-file": CERTIFICATE}
    redis_server.start(
        *(word for name, value in tls.items() for word in (f"--tls-{name}", str(value))),
        *("--tls-auth-clients", "no"),
    )
    url = f"rediss://127.0.0.1:{port}?ssl_check_hostname=false"
    trusting = RedisCache(f"{url}&ssl_ca_certs={CERTIFICATE}", ttl_seconds=TTL, timing=PATIENT)
    assert trusting.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert trusting.get_or_compute("a", lambda: b"2") == (b"1", True)
    wary = RedisCache(url, ttl_seconds=TTL, timing=PATIENT)
    assert wary.get_or_compute("a", lambda: b"2") == (b"2", False)
    assert wary.status() == {"kind": "redis", "state": "down"}


def test_status_tells_that_it_works(cache: RedisCache) -> None:
    assert cache.status() == {"kind": "redis", "state": "ok"}


def test_the_setting_chooses_the_cache(redis_server: RedisServer) -> None:
    assert isinstance(open_cache("", ttl_seconds=1, max_bytes=1), MemoryCache)
    assert isinstance(open_cache(redis_server.url, ttl_seconds=1, max_bytes=1), RedisCache)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1",
        "redis://localhost:99999",
        "redis://localhost?max_connections=many",
        "redis://localhost?no_such_option=1",
        "redis://localhost?decode_responses=true",
        "redis://cache..internal",
        f"redis://{'a' * 64}.internal",
        "rediss://localhost?ssl_cert_reqs=perhaps",
    ],
)
def test_an_address_that_cannot_work_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match=r"Redis URL|Port|Invalid|not an address|idna"):
        open_cache(url, ttl_seconds=1, max_bytes=1)
