"""The built extension in real browsers, the real service with a real Redis, and pages on loopback."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.conftest import RedisServer
from tests.extension.chromium import Chromium
from tests.extension.driver import PATIENCE, Driver
from tests.extension.firefox import Firefox
from tests.extension.site import MOVING, Site, bridge_page, page, seed_page
from tests.serving import begin, environment


@pytest.fixture(scope="session")
def chromium(
    playwright: Playwright, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    browser = Chromium(playwright, built / "chrome", tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    browser = Firefox(built / "firefox", tmp_path_factory.mktemp("firefox") / "profile")
    yield browser
    browser.close()


class Service:
    """``python -m server serve`` with a Redis; it can be stopped and started again on its port."""

    def __init__(self, redis_url: str, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._redis_url = redis_url
        self._folder = folder
        self._log = folder / "service.log"
        self._log.touch()
        self._seen = 0
        self.start()

    def start(self) -> None:
        records = f"sqlite:///{self._folder}/records.db"
        settings = environment(PORT=self.port, REDIS_URL=self._redis_url, DATABASE_URL=records)
        # In a session of its own, so that it can be paused with all its processes.
        self.process, address = begin(self._log, settings, new_session=True)
        assert address, self._log.read_text(encoding="utf-8")

    def stop(self) -> None:
        with suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let it hold its connections and answer nothing."""
        os.killpg(self.process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.process.pid, signal.SIGCONT)

    def forget(self) -> None:
        """Count requests from now on."""
        self._seen = len(self._log.read_text(encoding="utf-8"))

    def requests(self) -> list[str]:
        """Return method and path of every request of this test, without what browsers ask before they ask."""
        lines = self._log.read_text(encoding="utf-8")[self._seen :].splitlines()
        asked = [line.partition("server.requests: ")[2].split()[:2] for line in lines]
        return [" ".join(words) for words in asked if words and words[0] != "OPTIONS"]


@pytest.fixture(scope="session")
def kept_running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RedisServer, Service]]:
    redis = RedisServer(tmp_path_factory.mktemp("redis"))
    try:
        redis.start()
        service = Service(redis.url, tmp_path_factory.mktemp("service"))
        yield redis, service
        service.stop()
    finally:
        redis.kill()


@pytest.fixture
def service(kept_running: tuple[RedisServer, Service]) -> Service:
    """The service, which knows no article yet; it runs even if the last test failed with it stopped."""
    redis, running = kept_running
    if running.process.poll() is not None:
        running.start()
    redis.client.flushall()
    running.forget()
    return running


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {
        "/nothing": page("Nothing", []),
        "/story": seed_page(MOVING),
        **{f"/bridge/{number}": bridge_page(number, MOVING) for number in range(9)},
    }
    with Site(pages) as running:
        yield running


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, service: Service) -> Iterator[Driver]:
    """Each browser in turn, with consent given and nothing else changed."""
    driver: Driver = request.getfixturevalue(request.param)
    driver.set(service=service.url, consent="send_articles")
    driver.requests()
    yield driver
    driver.close_tabs()
