"""The queue: what waits, whose turn it is, and what happens where it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.jobs.queue import Queue
from tests.conftest import RedisServer
from tests.jobs.conftest import eventually


def test_jobs_wait_and_are_counted(queue: Queue) -> None:
    assert queue.pending() == 0
    assert queue.put("one", {"n": 1})
    assert queue.put("two", {"n": 2}, delay_seconds=600)
    assert queue.pending() == 2


def test_a_turn_is_one_callers_until_it_ends(queue: Queue) -> None:
    assert queue.turn("a", 600) == 0
    assert 590 < queue.turn("a", 600) <= 600
    assert queue.turn("b", 600) == 0
    queue.hold("a", 100)
    assert 90 < queue.turn("a", 600) <= 100
    queue.give_up("a")
    assert queue.turn("a", 0.01) == 0
    eventually(lambda: queue.turn("a", 600) == 0)


def test_slots_follow_each_other_up_to_a_horizon(queue: Queue) -> None:
    slots = [queue.slot("a", 100, 250) for _ in range(5)]
    assert slots[:3] == pytest.approx([0, 100, 200], abs=20)
    assert slots[3:] == [None, None]
    assert queue.slot("b", 100, 250) == pytest.approx(0, abs=20)


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    queue = Queue("", f"{tmp_path}/var/jobs.db")
    assert not (tmp_path / "var").exists()
    queue.put("one", {})
    assert (tmp_path / "var" / "jobs.db").exists()


def test_a_forked_process_has_a_connection_of_its_own(queue: Queue) -> None:
    queue.put("one", {})
    child = os.fork()
    if not child:
        os._exit(not queue.put("two", {}))
    assert os.waitpid(child, 0)[1] == 0
    assert queue.pending() == 2


@pytest.mark.parametrize(
    "url", ["http://localhost", "redis://localhost:port", "redis://localhost/?nonsense=1"]
)
def test_an_address_of_no_redis_is_refused(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - redis-py's own words, or ours
        Queue(url, "")


def test_a_file_that_can_not_be_written_fails_nobody_and_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("in the folder's way")
    queue = Queue("", f"{tmp_path}/var/jobs.db")
    assert not any(queue.put("one", {"secret": 1}) for _ in range(5))
    assert (queue.pending(), queue.turn("a", 1), queue.slot("a", 1, 1)) == (None, 0, None)
    queue.hold("a", 1)
    queue.give_up("a")
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "secret" not in caplog.text


@pytest.mark.redis
def test_a_redis_that_goes_and_comes_back(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    queue = Queue(redis_server.url, "")
    assert queue.put("one", {})
    redis_server.stop()
    assert not any(queue.put("two", {}) for _ in range(5))
    assert len(caplog.records) == 1
    redis_server.start()
    eventually(lambda: queue.put("three", {}))


@pytest.mark.redis
def test_redis_shows_whose_keys_they_are(redis_server: RedisServer) -> None:
    queue = Queue(redis_server.url, "")
    queue.put("one", {})
    queue.put("two", {}, 600)
    queue.turn("a", 600)
    queue.slot("a", 600, 600)
    keys = redis_server.client.keys()
    assert len(keys) == 4
    assert all(key.startswith(b"touchstone-jobs:") for key in keys)
