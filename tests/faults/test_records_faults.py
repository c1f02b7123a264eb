"""The service while its PostgreSQL is down or hangs: reports are refused, assessments go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.app.application import create_app
from server.config import Settings
from server.store.records.database import Database
from server.store.records.migrating import migrate
from server.store.records.model import RecordsUnavailableError
from server.store.records.tables import LOG
from tests.postgres import PostgreSQL

pytestmark = pytest.mark.postgresql

PATIENCE = 60.0  # seconds, for what takes a moment on any machine


@pytest.fixture
def app(postgres_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Flask:
    migrate(postgres_url)
    caplog.set_level("INFO", "server.breaker")
    return create_app(Settings(database_url=postgres_url, jobs_path=f"{tmp_path}/jobs.db"))


@pytest.fixture
def faulty(postgres_server: PostgreSQL) -> Iterator[PostgreSQL]:
    """The server; it is back for the next test whatever happens."""
    yield postgres_server
    postgres_server.resume()


def assess(app: Flask) -> str:
    response = app.test_client().post("/v1/assessments", json={"title": "Bridge closes", "text": ""})
    assert response.status_code == 200
    identity: str = response.json["id"]
    return identity


def report(app: Flask, note: str = "") -> int:
    sent = {"assessment": assess(app), "kind": "satire", "note": note}
    return app.test_client().post("/v1/reports", json=sent).status_code


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def entries(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(LOG)) or 0


def messages(caplog: pytest.LogCaptureFixture, level: str) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelname == level]


def test_down_and_back(app: Flask, faulty: PostgreSQL, caplog: pytest.LogCaptureFixture) -> None:
    assert report(app) == 201
    faulty.stop()
    try:
        with ThreadPoolExecutor(8) as crowd:
            assert set(crowd.map(lambda _: report(app), range(40))) == {503}
        assert len(messages(caplog, "WARNING")) == 1
    finally:
        faulty.start()
    eventually(lambda: report(app) == 200)
    assert report(app, "Another.") == 201
    assert messages(caplog, "INFO") == ["the database of records works again"]


def test_hung_costs_one_timeout_not_one_a_request(
    app: Flask, faulty: PostgreSQL, caplog: pytest.LogCaptureFixture
) -> None:
    assert report(app) == 201
    faulty.pause()
    began = time.monotonic()
    assert report(app) == 503
    assert time.monotonic() - began < PATIENCE / 2
    assert report(app) == 503
    assess(app)
    assert len(messages(caplog, "WARNING")) == 1
    faulty.resume()
    eventually(lambda: report(app) == 200)


def test_a_wrong_password_is_not_repeated(postgres_url: str, caplog: pytest.LogCaptureFixture) -> None:
    url = postgres_url.replace("postgres@", "nobody:hunter2@")
    assert report(create_app(Settings(database_url=url))) == 503
    assert "nobody" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_connection_lost_in_the_middle_of_a_request_costs_that_request_only(
    postgres_url: str, faulty: PostgreSQL
) -> None:
    """The transactions of a request share a connection; the next request has one of its own."""
    migrate(postgres_url)
    database = Database(postgres_url, PATIENCE, retry_seconds=0)
    with database.sharing():
        assert entries(database) == 0
        faulty.stop()
        try:
            with pytest.raises(RecordsUnavailableError):
                entries(database)
        finally:
            faulty.start()
        assert entries(database) == 0  # even this one may go on
    with database.sharing():
        assert entries(database) == 0
