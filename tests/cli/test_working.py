"""The worker as operators run it: alone, and beside the service, whatever is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from server.core.sketch import sketch
from server.jobs.queue import Queue
from tests.processes import alive, arguments, descendants
from tests.services.news_site import RESOLVE, NewsSites, page, running, text
from tests.serving import ROOT, environment

PATIENCE = 60  # seconds, for what takes a moment on any machine


@pytest.fixture
def news() -> Iterator[NewsSites]:
    with running() as sites:
        yield sites


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Begin a command in the background; it and all its children are gone after the test."""
    settings = environment(
        PORT=0,
        DATABASE_URL=f"sqlite:///{tmp_path}/records.db",
        JOBS_PATH=f"{tmp_path}/jobs.db",
        FETCH_ALLOW_PRIVATE=1,
        FETCH_RESOLVE=RESOLVE,
    )
    begun: list[subprocess.Popen[str]] = []

    def command(name: str) -> subprocess.Popen[str]:
        with (tmp_path / f"{name}.log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "server", name],
                cwd=ROOT,
                env=settings,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        begun.append(process)
        return process

    yield command
    for process in begun:
        family = [process.pid, *descendants(process.pid)]
        process.kill()
        process.communicate()
        eventually(lambda family=family: not any(map(alive, family)))


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def kept(tmp_path: Path) -> set[str]:
    connection = sqlite3.connect(tmp_path / "records.db")
    try:
        return {domain for (domain,) in connection.execute("SELECT domain FROM assessments")}
    except sqlite3.OperationalError:  # no tables yet
        return set()
    finally:
        connection.close()


def worker_of(service: int) -> int | None:
    """Return the process of the worker beside a service."""
    for pid in descendants(service):
        if "work" in arguments(pid):
            return pid
    return None


def test_alone_it_works_and_ends_when_told(
    begin: Callable[[str], subprocess.Popen[str]], tmp_path: Path, news: NewsSites
) -> None:
    url = news.put("good.example", "/bridge", page("ann"))
    made = b64encode(sketch(text("ann"))).decode()
    queue = Queue("", f"{tmp_path}/jobs.db")
    queue.put("verify", {"url": url, "content_id": "0" * 64, "sketch": made})
    worker = begin("work")
    eventually(lambda: kept(tmp_path) == {"good.example"})
    eventually(lambda: queue.pending() == 0)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "work.log").read_text()


def test_beside_the_service_it_begins_anew_when_killed_and_ends_with_it(
    begin: Callable[[str], subprocess.Popen[str]], tmp_path: Path, news: NewsSites
) -> None:
    service = begin("serve")
    assert service.stdout
    address = service.stdout.readline().split()[-1]

    def send(host: str, name: str) -> None:
        sent = {"title": name, "text": text(name), "url": news.put(host, "/bridge", page(name))}
        assert requests.post(f"{address}/v1/assessments", json=sent, timeout=PATIENCE).status_code == 200

    send("good.example", "ann")
    eventually(lambda: kept(tmp_path) == {"good.example"})
    counted = 'touchstone_verifications_total{outcome="verified"} 1.0'
    eventually(lambda: counted in requests.get(f"{address}/metrics", timeout=PATIENCE).text)

    first = worker_of(service.pid)
    assert first
    os.kill(first, signal.SIGKILL)
    send("other.example", "ben")
    eventually(lambda: kept(tmp_path) == {"good.example", "other.example"})
    assert worker_of(service.pid) not in (None, first)

    family = descendants(service.pid)
    assert len(family) >= 3  # one that answers, the keeper, the worker
    service.kill()
    eventually(lambda: not any(map(alive, family)))


def test_the_service_ends_its_worker_when_told_to_end(
    begin: Callable[[str], subprocess.Popen[str]], tmp_path: Path
) -> None:
    service = begin("serve")
    assert service.stdout
    service.stdout.readline()
    eventually(lambda: worker_of(service.pid) is not None)
    family = descendants(service.pid)
    service.send_signal(signal.SIGTERM)
    assert service.wait(PATIENCE) == 0
    eventually(lambda: not any(map(alive, family)))
    assert "Traceback" not in (tmp_path / "serve.log").read_text()
