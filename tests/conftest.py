"""A real Redis, a real PostgreSQL and one Playwright for every room's tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import redis
from playwright.sync_api import Playwright, sync_playwright
from redis.backoff import NoBackoff
from redis.retry import Retry

from server.store.records.migrating import migrate
from tests.postgres import PostgreSQL
from tests.serving import ROOT

# The same examples in every run, however slow the machine: a failure is the change's, not the day's.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")
# A shell has what runs in its background ignore it, and so would all that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE = 20  # seconds, for what takes a moment on any machine
# Folders whose tests one process does, since they share what is built for them; all else goes by file.
_TOGETHER = ("extension", "day")
_BROWSERS = "browsers"
# What takes longest begins, so that no process is left with it in the end.
_FIRST = ("day", "extension", "faults", "web", "cli")


# Before xdist's own hook, which puts the groups into the names by which it shares tests out.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests one process does, when several share the work, and in what order."""
    folder = Path(__file__).parent

    def room(item: pytest.Item) -> str:
        return item.path.relative_to(folder).parts[0]

    for item in items:
        group = _BROWSERS if room(item) in _TOGETHER else str(item.path.relative_to(folder))
        item.add_marker(pytest.mark.xdist_group(group))
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    items.sort(key=lambda item: ranks.get(room(item), len(_FIRST)))


class RedisServer:
    """A redis-server on a socket of its own, which tests may stop, pause and kill."""

    def __init__(self, folder: Path) -> None:
        self._program = shutil.which("redis-server")
        if self._program is None:
            pytest.fail("redis-server is missing: apt-get install redis-server")
        self._socket = folder / "redis.sock"
        self._log = folder / "redis.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{self._socket}"
        self.client = redis.Redis(unix_socket_path=str(self._socket), retry=Retry(NoBackoff(), 0))

    def start(self, *options: str) -> None:
        """Run it with further ``options`` of its command line, and wait until it answers."""
        settings = ["--port", "0", "--unixsocket", str(self._socket), "--save", "", "--appendonly", "no"]
        settings += ["--dir", str(self._socket.parent)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._program), *settings, *options], stdout=log, stderr=log
            )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.client.ping()
            except (redis.AuthenticationError, redis.BusyLoadingError):
                return
            except redis.ConnectionError:
                assert time.monotonic() < deadline, self._log.read_text()
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """End it in an orderly way."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def pause(self) -> None:
        """Let it hold its connections and answer nothing."""
        assert self._process
        os.kill(self._process.pid, signal.SIGSTOP)

    def resume(self) -> None:
        if self._process:
            os.kill(self._process.pid, signal.SIGCONT)

    def _end(self, how: signal.Signals) -> None:
        if self._process:
            self.resume()
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None
        self.client.connection_pool.disconnect()


@pytest.fixture
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A running Redis, empty; the socket's path must stay short."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgreSQL]:
    """A running PostgreSQL, made once; tests that stop it start it again."""
    server = PostgreSQL()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_url(postgres_server: PostgreSQL) -> str:
    """The address of an empty database of a PostgreSQL's."""
    return postgres_server.new_database()


_KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=_KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of each kind with nothing in it, not even tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/records.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=_KINDS)
def records_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of records of each kind that nothing is kept in yet."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_records"), tmp_path / "records.db")
        return f"sqlite:///{tmp_path}/records.db"
    server: PostgreSQL = request.getfixturevalue("postgres_server")
    return server.new_database(like=request.getfixturevalue("postgres_records"))


@pytest.fixture(scope="session")
def sqlite_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records with their tables, made once, to be copied."""
    file = tmp_path_factory.mktemp("records") / "records.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_records(postgres_server: PostgreSQL) -> str:
    """The address of records with their tables, made once, to be copied."""
    url = postgres_server.new_database()
    migrate(url)
    return url


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> Path:
    """The folder with both builds of the extension, made once from the sources as they are.

    Only one process may make it: another one's browser would find it empty in between.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = [item.nodeid for item in request.session.items]
        assert any(name.endswith(f"@{_BROWSERS}") for name in shared), "share tests with --dist loadgroup"
    subprocess.run(["make", "extension"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ROOT / "extension" / "dist"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One for all: a second one in the same thread is refused."""
    with sync_playwright() as running:
        yield running
