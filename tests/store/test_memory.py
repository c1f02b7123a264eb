from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from server.store.memory import MemoryCache

PATIENCE = 20


def test_a_hit_follows_a_miss() -> None:
    cache = MemoryCache(1000, ttl_seconds=60)
    assert cache.get("a") is None
    assert cache.get_or_compute("a", lambda: b"1") == (b"1", False)
    assert cache.get_or_compute("a", lambda: b"2") == (b"1", True)
    assert cache.get("a") == b"1"


def test_values_expire() -> None:
    now = [0.0]
    cache = MemoryCache(1000, ttl_seconds=60, timer=lambda: now[0])
    cache.put("a", b"1")
    now[0] = 59
    assert cache.get("a") == b"1"
    now[0] = 61
    assert cache.get("a") is None


def test_the_size_is_bounded_in_bytes() -> None:
    cache = MemoryCache(100, ttl_seconds=60)
    for number in range(50):
        cache.put(str(number), b"x" * 30)
    assert cache.status() == {"kind": "memory", "state": "ok", "bytes": 90}
    assert cache.get("49") == b"x" * 30
    assert cache.get("0") is None


def test_what_is_larger_than_the_cache_is_answered_but_not_kept() -> None:
    cache = MemoryCache(10, ttl_seconds=60)
    cache.put("kept", b"x")
    assert cache.get_or_compute("large", lambda: b"x" * 11) == (b"x" * 11, False)
    assert cache.get("large") is None
    assert cache.get("kept") == b"x"


def test_one_thread_computes_and_the_others_wait_for_it() -> None:
    cache = MemoryCache(1000, ttl_seconds=60)
    begun, go_on = threading.Event(), threading.Event()
    computed: list[int] = []

    def compute() -> bytes:
        computed.append(1)
        begun.set()
        assert go_on.wait(PATIENCE)
        return b"1"

    with ThreadPoolExecutor(8) as crowd:
        first = crowd.submit(cache.get_or_compute, "a", compute)
        assert begun.wait(PATIENCE)
        others = [crowd.submit(cache.get_or_compute, "a", compute) for _ in range(7)]
        # Another key does not wait.
        assert cache.get_or_compute("b", lambda: b"2") == (b"2", False)
        go_on.set()
        assert first.result(PATIENCE) == (b"1", False)
        assert {other.result(PATIENCE) for other in others} == {(b"1", True)}
    assert len(computed) == 1
    assert len(cache._flights) == 0


def test_what_a_computation_raises_is_passed_on_and_who_waited_tries_for_itself() -> None:
    cache = MemoryCache(1000, ttl_seconds=60)
    begun, go_on = threading.Event(), threading.Event()

    def fail() -> bytes:
        begun.set()
        assert go_on.wait(PATIENCE)
        raise ZeroDivisionError

    with ThreadPoolExecutor(4) as crowd:
        first = crowd.submit(cache.get_or_compute, "a", fail)
        assert begun.wait(PATIENCE)
        others = [crowd.submit(cache.get_or_compute, "a", lambda: b"1") for _ in range(3)]
        go_on.set()
        with pytest.raises(ZeroDivisionError):
            first.result(PATIENCE)
        assert sorted(other.result(PATIENCE) for other in others) == [
            (b"1", False),
            (b"1", True),
            (b"1", True),
        ]
    assert len(cache._flights) == 0
