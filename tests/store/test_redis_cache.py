"""The cache in a real Redis, while it works."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import zlib
from pathlib import Path

import pytest

from server.store import MemoryCache, RedisCache, open_cache
from server.store.redis_cache import JITTER
from tests.conftest import RedisServer

ROOT = Path(__file__).parents[2]
PATIENCE = 60
TTL = 1000.0


@pytest.fixture
def cache(redis_server: RedisServer) -> RedisCache:
    return RedisCache(redis_server.url, ttl_seconds=TTL)


def test_a_hit_follows_a_miss_also_for_another_process(cache: RedisCache, redis_server: RedisServer) -> None:
    assert cache.get("r:1") is None
    assert cache.get_or_compute("r:1", lambda: b"value") == (b"value", False)
    assert cache.get_or_compute("r:1", lambda: b"other") == (b"value", True)
    assert RedisCache(redis_server.url, ttl_seconds=TTL).get("r:1") == b"value"


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
def test_what_cannot_be_read_is_computed_anew(
    cache: RedisCache, redis_server: RedisServer, junk: bytes
) -> None:
    redis_server.client.set("touchstone:a", junk)
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)


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
    program = textwrap.dedent(
        """
        import sys, time
        from concurrent.futures import ThreadPoolExecutor
        from server.store import RedisCache

        cache = RedisCache(sys.argv[1], ttl_seconds=60, timeout_seconds=10)

        def compute():
            with open(sys.argv[2], "a") as file:
                file.write("x")
            time.sleep(0.3)
            return b"value"

        print("ready", flush=True)
        sys.stdin.readline()
        with ThreadPoolExecutor(4) as threads:
            answers = list(threads.map(lambda _: cache.get_or_compute("a", compute), range(8)))
        assert {value for value, _ in answers} == {b"value"}
        """
    )
    command = [sys.executable, "-c", program, redis_server.url, str(counted)]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(4)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
    for process in processes:
        process.communicate(b"go\n", timeout=PATIENCE)
        assert process.returncode == 0
    assert counted.read_text() == "x"


def test_a_worker_that_dies_with_the_lock_blocks_nobody_for_good(
    cache: RedisCache, redis_server: RedisServer
) -> None:
    program = (
        "import os, sys; from server.store import RedisCache; "
        "RedisCache(sys.argv[1], ttl_seconds=60).get_or_compute('a', lambda: os._exit(9))"
    )
    died = subprocess.run([sys.executable, "-c", program, redis_server.url], cwd=ROOT, check=False)
    assert died.returncode == 9
    assert redis_server.client.exists("touchstone-lock:a") == 1
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)


def test_status_tells_that_it_works(cache: RedisCache) -> None:
    assert cache.status() == {"kind": "redis", "state": "ok"}


def test_the_setting_chooses_the_cache(redis_server: RedisServer) -> None:
    assert isinstance(open_cache("", ttl_seconds=1, max_bytes=1), MemoryCache)
    assert isinstance(open_cache(redis_server.url, ttl_seconds=1, max_bytes=1), RedisCache)
    with pytest.raises(ValueError, match="scheme"):
        open_cache("http://127.0.0.1", ttl_seconds=1, max_bytes=1)
